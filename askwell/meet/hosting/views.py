"""A host's conversations: what is coming, what waits; and one of them."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.doors import open_to_everybody, program_only
from askwell.accounts.requests import Visit
from askwell.lib.pages import show
from askwell.lib.verdicts import Refused
from askwell.meet import policies, services
from askwell.meet.availability.policies import offers_time
from askwell.meet.hosting import selectors
from askwell.meet.hosting import services as hosts
from askwell.meet.hosting.forms import Proposed, Where, WhoMissed, Why
from askwell.meet.models import Conversation
from askwell.meet.moments import read_number

View = Callable[..., HttpResponse]
GONE = "That time is no longer on offer. Below is how it stands now."


def in_a_program(view: View) -> View:
    """A page for everybody who may be asked to talk; whose conversation it is says the fetch."""
    return program_only(open_to_everybody(view))


@in_a_program
@require_safe
def hosting(request: Visit) -> HttpResponse:
    """What is coming, what waits."""
    context = {"hosting": selectors.hosting(request.user), "offers_time": offers_time(request.user)}
    return show(request, "meet/hosting.html", context)


def _fetch(request: Visit, pk: int) -> Conversation:
    return get_object_or_404(selectors.hosted(request.user), pk=pk)


@in_a_program
@require_safe
def hosted(request: Visit, pk: int) -> HttpResponse:
    """One conversation, as its host sees it."""
    return _hosted_page(request, _fetch(request, pk))


def _hosted_page(
    request: Visit, talk: Conversation, *, trouble: str = "", **filled: forms.Form
) -> HttpResponse:
    context: dict[str, Any] = {
        "talk": talk,
        "named": selectors.named(talk),
        "may_miss": policies.may_miss(request.user, talk),
        "where": Where(initial={"place": talk.place, "place_details": talk.place_details}),
        "offered": Proposed(conversation=talk, reader=request.user),
        "why": Why(),
        "form": next(iter(filled.values()), None),
        "trouble": trouble,
    }
    return show(request, "meet/hosted.html", context | filled, status=422 if filled or trouble else 200)


@in_a_program
@require_POST
def place(request: Visit, pk: int) -> HttpResponse:
    """Where the two talk."""
    talk = _fetch(request, pk)
    form = Where(request.POST)
    if not form.is_valid():
        return _hosted_page(request, talk, where=form)
    services.set_place(talk, **form.cleaned_data, by=request.user)
    messages.success(request, f"Kept. {talk.seeker} sees it too.")
    return redirect("meet:hosted", pk)


@in_a_program
@require_POST
def times(request: Visit, pk: int) -> HttpResponse:
    """Times for the seeker to pick from."""
    talk = _fetch(request, pk)
    form = Proposed(request.POST, conversation=talk, reader=request.user)
    if not form.is_valid():
        return _hosted_page(request, talk, offered=form)
    hosts.propose(talk, starts=form.cleaned_data["starts"], by=request.user)
    messages.success(request, f"Kept. {talk.seeker} picks one of them.")
    return redirect("meet:hosted", pk)


@in_a_program
@require_POST
def choose(request: Visit, pk: int) -> HttpResponse:
    """One of the times the seeker named."""
    talk = _fetch(request, pk)
    offered = talk.offered_times.filter(
        by_them=False, pk=read_number(request.POST.get("offered", ""))
    ).first()
    if offered is None:
        return _hosted_page(request, talk, trouble=GONE)
    try:
        zone = timezone.get_current_timezone_name()
        services.take_offered(offered, time_zone=zone, by=request.user)
    except Refused as refusal:
        return _hosted_page(request, talk, trouble=refusal.reason)
    messages.success(request, "Booked. It is in your calendar letter too.")
    return redirect("meet:hosted", pk)


@in_a_program
@require_POST
def call_off(request: Visit, pk: int) -> HttpResponse:
    """They can't make it."""
    talk = _fetch(request, pk)
    form = Why(request.POST)
    if not form.is_valid():
        return _hosted_page(request, talk, why=form)
    hosts.cannot_come(talk, why=form.cleaned_data["why"].strip(), by=request.user)
    return redirect("meet:hosted", pk)


@in_a_program
@require_POST
def missed(request: Visit, pk: int) -> HttpResponse:
    """Its time is over and it did not take place."""
    talk = _fetch(request, pk)
    form = WhoMissed(request.POST)
    if not form.is_valid():
        raise Http404
    hosts.miss(talk, who=form.cleaned_data["who"], by=request.user)
    return redirect("meet:hosted", pk)
