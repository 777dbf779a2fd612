"""Who is reading, whose journey is open, and in which zone."""

from collections.abc import Callable
from contextlib import nullcontext
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from askwell.accounts.models import User
from askwell.lib import zones

Handler = Callable[[HttpRequest], HttpResponse]
EXAMPLE_IS_OPEN = "example_is_open"


class signed_in_by_default:
    """Every page needs a session, unless its view says `login_not_required`."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        """Stop strangers at the door."""
        if request.user.is_authenticated or not getattr(view, "login_required", True):
            return None
        return render(request, "accounts/gate.html", {"used": False}, status=401)


def open_example(get_response: Handler) -> Handler:
    """While the worked example is open, its invented seeker is the one whose journey shows."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.signed_in = request.user  # type: ignore[attr-defined]
        if request.user.is_authenticated and request.session.get(EXAMPLE_IS_OPEN):
            example = User.objects.filter(example_of=request.user).first()
            request.user = example or request.user
        return get_response(request)

    return middleware


def readers_zone(get_response: Handler) -> Handler:
    """Times are shown in the reader's zone: their own choice, else the browser's, else the machine's."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = getattr(request.user, "time_zone", "") or unquote(request.COOKIES.get("zone", ""))
        if not zones.known(chosen):
            chosen = zones.of_this_machine() if settings.SOLO else ""
        with timezone.override(ZoneInfo(chosen)) if chosen else nullcontext():
            return get_response(request)

    return middleware
