"""One's own seat: by account, or by the key in a letter."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.requests import Visit
from askwell.gather import keys, selectors, services
from askwell.gather.forms import TakeSeat
from askwell.gather.models import Seat
from askwell.gather.views.public import entry_of, page_of
from askwell.lib import zones
from askwell.lib.pages import show

ACTS: dict[str, Callable[..., Seat]] = {
    "confirm": services.confirm,
    "give-up": services.give_up,
    "accept": services.accept_offer,
    "decline": services.decline_offer,
}


@require_POST
def take(request: Visit, code: str) -> HttpResponse:
    """Take a seat, or a place on the waiting list."""
    found = get_object_or_404(selectors.one_of(request.user, code))
    form = TakeSeat(request.POST, question=found.question)
    if not form.is_valid():
        return page_of(request, found, form)
    zone = timezone.get_current_timezone_name()
    known = "" if zone == zones.FALLBACK else zone
    services.take_seat(found, answer=form.cleaned_data["answer"], time_zone=known, by=request.user)
    return redirect("gather:gathering", code)


@require_POST
def act(request: Visit, code: str, verb: str) -> HttpResponse:
    """Give a seat up, take an offered one, or pass it on."""
    found = get_object_or_404(selectors.one_of(request.user, code))
    seat = selectors.mine(found, request.user)
    if seat is None or verb not in ACTS:
        raise Http404
    ACTS[verb](seat, by=request.user)
    return redirect("gather:gathering", code)


@require_POST
def listen(request: Visit, code: str, speaker_pk: int) -> HttpResponse:
    """Prepare for a speaker, as for anybody one talks with."""
    found = get_object_or_404(selectors.one_of(request.user, code))
    speaker = get_object_or_404(found.speakers.all(), pk=speaker_pk)
    seat = selectors.mine(found, request.user)
    if seat is None:
        raise Http404
    conversation = services.listen_to(seat, speaker, by=request.user)
    messages.success(
        request, f"{speaker.name} is among your people now, and your questions are in one place."
    )
    return redirect("meet:conversation", conversation.pk)


@require_POST
def ask_too(request: Visit, code: str, seat_pk: int) -> HttpResponse:
    """Want the same answered as somebody else, or no longer."""
    found = get_object_or_404(selectors.one_of(request.user, code))
    asked = get_object_or_404(found.all_seats.filter(is_shown=True), pk=seat_pk)
    seat = selectors.mine(found, request.user)
    if seat is None:
        raise Http404
    services.ask_too(seat, asked, wanted=request.POST.get("wanted") != "0", by=request.user)
    return redirect("gather:gathering", code)


def _opened(key: str) -> Seat:
    seat = keys.find(key)
    if seat is None:
        raise Http404
    return seat


def _private(answer: HttpResponse) -> HttpResponse:
    """The address holds a secret: no page learns it, nothing keeps it."""
    # Not "no-referrer": with that, browsers hide where a form comes from even from us, and it is refused.
    answer.headers["Referrer-Policy"] = "strict-origin"
    answer.headers["Cache-Control"] = "no-store"
    return answer


@login_not_required
@require_safe
def seat(request: HttpRequest, key: str) -> HttpResponse:
    """The seat that a letter's link opens; looking changes nothing."""
    found = _opened(key)
    context = {
        "gathering": found.gathering,
        "seat": found,
        "key": key,
        "door": selectors.door_of(found.gathering, seat=found, user=request.user),
    }
    return _private(show(request, "gather/seat.html", context))


@login_not_required
@require_POST
def seat_act(request: HttpRequest, key: str, verb: str) -> HttpResponse:
    """What was pressed on the letter's page."""
    found = _opened(key)
    if verb not in ACTS:
        raise Http404
    ACTS[verb](found)
    return _private(redirect("gather:seat", key))


@login_not_required
@require_safe
def seat_ics(request: HttpRequest, key: str) -> HttpResponse:
    """The calendar entry of a seat without an account."""
    found = _opened(key)
    return _private(entry_of(found.gathering, found))
