"""Who is reading, whose journey is open, and in which zone."""

from collections.abc import Callable
from contextlib import nullcontext
from urllib.parse import unquote, urlencode
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.doors import has_no_door_in_solo, is_of_signing_in
from askwell.accounts.models import User
from askwell.journey import ROOMS
from askwell.lib import zones

Handler = Callable[[HttpRequest], HttpResponse]
EXAMPLE_IS_OPEN = "example_is_open"
ROLE_OF = {room.name: frozenset({room.of}) for room in ROOMS if room.of}


class doors:
    """Every page needs a session, unless its view says `login_not_required`; in a program, a role as well."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        """Stop strangers at the door, and people at doors of other roles."""
        if settings.SOLO and has_no_door_in_solo(view):
            raise Http404
        if is_of_signing_in(view):
            # Passwords and sessions are the person's own, also while the worked example is open.
            request.user = request.signed_in  # type: ignore[attr-defined]
        if not getattr(view, "login_required", True):
            return None
        if not request.user.is_authenticated:
            return _ask_who_it_is(request)
        return None if settings.SOLO else _turned_away(request, view)


def _ask_who_it_is(request: HttpRequest) -> HttpResponse:
    if settings.SOLO:
        return render(request, "accounts/gate.html", {"used": False}, status=401)
    # Only a page that was looked at can be looked at again after signing in.
    onward = request.get_full_path() if request.method in {"GET", "HEAD"} else "/"
    to = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': onward})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": to})
    return redirect(to)


def _turned_away(request: HttpRequest, view: Callable[..., HttpResponse]) -> HttpResponse | None:
    match = request.resolver_match
    roles = getattr(view, "open_to", ROLE_OF.get(match.app_name if match else ""))
    if not roles or roles & request.user.role_names:  # type: ignore[union-attr]
        return None
    reason = f"This page is for {' and '.join(sorted(f'{role}s' for role in roles))}. Ask your program’s coordinator if it should be for you."
    return render(request, "403.html", {"reason": reason}, status=403)


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
