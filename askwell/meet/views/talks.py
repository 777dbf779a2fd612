"""Conversations: all of them, one of them, its time, its calendar file."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from askwell.accounts.requests import Visit
from askwell.connect.models import Contact
from askwell.lib.pages import show
from askwell.lib.verdicts import Refused
from askwell.meet import calendar, policies, selectors, services, times
from askwell.meet.consultations.selectors import is_offered_to, soonest
from askwell.meet.forms import Agreed, CalledOff, InZone, Missed, Offered, Sure
from askwell.meet.hosting.selectors import hosts_any
from askwell.meet.models import Conversation
from askwell.meet.moments import read_moment


@require_safe
def index(request: Visit) -> HttpResponse:
    """All conversations and open requests."""
    may_consult = is_offered_to(request.user)
    context = {
        "listing": selectors.listing(request.user),
        "may_have_feed": policies.may_have_feed(request.user, request.user),
        "hosts_any": hosts_any(request.user),
        "may_consult": may_consult,
        "soonest": soonest(request.user) if may_consult else None,
    }
    return show(request, "meet/index.html", context)


@require_POST
def plan(request: Visit, contact_pk: int) -> HttpResponse:
    """They have agreed to talk already."""
    contact = get_object_or_404(Contact.objects.visible_to(request.user), pk=contact_pk)
    found = services.plan(contact, by=request.user)
    return redirect("meet:conversation", found.pk)


def _fetch(request: Visit, pk: int) -> Conversation:
    mine = Conversation.objects.visible_to(request.user)
    return get_object_or_404(mine.select_related("contact", "request", "thank_you", "seeker"), pk=pk)


@require_safe
def conversation(request: Visit, pk: int) -> HttpResponse:
    """One conversation: its one open step, and the others in a line each."""
    found = _fetch(request, pk)
    context = {
        "conversation": found,
        "current": selectors.current_step(found),
        "has_file": selectors.calendar_entry(found) is not None,
        "call_off_form": CalledOff(),
        "moved_by_them": selectors.moved_by_them(found),
        "may_miss": policies.may_miss(request.user, found),
        "times_by_them": found.offered_times.filter(by_them=True).exists(),
    }
    return show(request, "meet/conversation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def time(request: Visit, pk: int) -> HttpResponse:
    """The time they agreed on, typed in."""
    found = _fetch(request, pk)
    form = Agreed(request.POST or None, conversation=found, reader=request.user)
    if request.method == "POST" and form.is_valid():
        services.book(found, by=request.user, **form.booking)
        _say_which(request, form)
        messages.success(request, "Kept. Put it in your calendar too.")
        return redirect("meet:conversation", pk)
    return _time_page(request, found, agreed=form)


@require_POST
def offer(request: Visit, pk: int) -> HttpResponse:
    """Times for them to choose from."""
    found = _fetch(request, pk)
    form = Offered(request.POST, conversation=found, reader=request.user)
    if form.is_valid():
        starts = form.cleaned_data["starts"]
        services.offer_times(found, starts=starts, by=request.user)
        _say_which(request, form)
        sees = found.contact.account_id and not settings.SOLO
        said = f"{found.contact.called} sees these times and chooses one." if sees else ""
        messages.success(request, f"Kept. {said or 'Now send these times to them.'}")
        return redirect("meet:time", pk)
    return _time_page(request, found, offered=form)


def _say_which(request: Visit, form: InZone) -> None:
    for at in form.twice:
        words = times.words(at, form.cleaned_data["zone"])
        messages.info(
            request,
            f"Clocks go back then, so that time comes twice. Askwell took the first one: {words}.",
        )


def _time_page(
    request: Visit,
    found: Conversation,
    *,
    agreed: Agreed | None = None,
    offered: Offered | None = None,
    trouble: str = "",
) -> HttpResponse:
    form = offered or agreed
    first = read_moment(request.GET.get("from", ""))
    context = {
        "form": form,
        "agreed": agreed or Agreed(conversation=found, reader=request.user),
        "offered": offered or Offered(conversation=found, reader=request.user),
        "offering": offered is not None,
        "times": selectors.times_of(found, request.user),
        "conversation": found,
        "free": selectors.free_times(found, request.user, first=first),
        "is_later": first is not None,
        "trouble": trouble,
    }
    wrong = trouble or (form and form.errors)
    return show(request, "meet/time.html", context, status=422 if wrong else 200)


@require_POST
def slot(request: Visit, pk: int) -> HttpResponse:
    """One of the times at which they are free."""
    found = _fetch(request, pk)
    at = read_moment(request.POST.get("at", ""))
    if at is None:
        raise Http404
    zone = timezone.get_current_timezone_name()
    try:
        services.take_slot(found, at=at, time_zone=zone, by=request.user)
    except Refused as refusal:
        return _time_page(request, found, trouble=refusal.reason)
    messages.success(request, "Booked. Put it in your calendar too.")
    return redirect("meet:conversation", pk)


@require_POST
def pick(request: Visit, pk: int) -> HttpResponse:
    """They chose one of the offered times."""
    found = _fetch(request, pk)
    of_this = {str(one.pk): one for one in found.offered_times.all()}
    chosen = of_this.get(request.POST.get("offered", ""))
    if chosen is None:
        raise Http404
    zone = timezone.get_current_timezone_name()
    services.take_offered(chosen, time_zone=zone, by=request.user)
    messages.success(request, "Kept. Put it in your calendar too.")
    return redirect("meet:conversation", pk)


@require_POST
def sure(request: Visit, pk: int) -> HttpResponse:
    """How sure one feels, before or after."""
    found = _fetch(request, pk)
    form = Sure(request.POST)
    if form.is_valid():
        services.rate(found, sure=form.cleaned_data["sure"], by=request.user)
        messages.success(request, "Kept, for you alone.")
    return redirect("meet:conversation", pk)


@require_safe
def ics(request: Visit, pk: int) -> HttpResponse:
    """The file that puts it in a calendar, or takes it out again."""
    entry = selectors.calendar_entry(_fetch(request, pk))
    if entry is None:
        raise Http404
    return HttpResponse(
        calendar.file(entry, now=timezone.now()),
        content_type="text/calendar; charset=utf-8; method=PUBLISH",
        headers={
            "Content-Disposition": 'attachment; filename="conversation.ics"',
            "Cache-Control": "no-store",
        },
    )


@require_POST
def call_off(request: Visit, pk: int) -> HttpResponse:
    """It will not take place."""
    found = _fetch(request, pk)
    form = CalledOff(request.POST)
    whose = form.cleaned_data["whose"] if form.is_valid() else ""
    services.call_off(found, whose=whose, by=request.user)
    return redirect("meet:conversation", pk)


@require_POST
def missed(request: Visit, pk: int) -> HttpResponse:
    """Its time is over, and it did not take place."""
    found = _fetch(request, pk)
    form = Missed(request.POST)
    if not form.is_valid():
        raise Http404
    services.miss(found, who=form.cleaned_data["who"], by=request.user)
    return redirect("meet:conversation", pk)
