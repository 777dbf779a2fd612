"""What anybody may look at: the list, one gathering, its calendar entry, the feeds."""

from ipaddress import ip_network

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from askwell.gather import markdown, policies, selectors, services
from askwell.gather.forms import TakeSeat, WriteIn
from askwell.gather.models import Gathering, Seat
from askwell.lib import zones
from askwell.lib.pages import show
from askwell.meet import calendar

ICS = "text/calendar; charset=utf-8; method=PUBLISH"


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Coming gatherings."""
    context = {
        "listing": selectors.listing(request.user),
        "may_plan": policies.may_plan(request.user),
    }
    return show(request, "gather/index.html", context)


@login_not_required
@require_safe
def gathering(request: HttpRequest, code: str) -> HttpResponse:
    """One gathering, and the way to a seat at it."""
    found = get_object_or_404(selectors.one_of(request.user, code))
    return page_of(request, found)


def page_of(request: HttpRequest, found: Gathering, form: TakeSeat | None = None) -> HttpResponse:
    """The page of a gathering, with what its reader typed."""
    seat, fresh = selectors.mine(found, request.user), TakeSeat if request.user.is_authenticated else WriteIn
    context = {
        "gathering": found,
        "seat": seat,
        "door": selectors.door_of(found, seat=seat, user=request.user),
        "form": form or fresh(question=found.question),
        "speakers": list(found.speakers.all()),
        "questions": selectors.questions(found, seat),
        "description": markdown.html(found.description),
        "address": selectors.address(found),
        "keep_days": settings.KEEP_DAYS,
        "also": selectors.also_in(found, request.user),
        "may_change": policies.may_change(request.user, found),
        "may_see_list": policies.may_see_list(request.user, found),
    }
    return show(request, "gather/gathering.html", context, status=422 if form else 200)


@login_not_required
@require_POST
def write_in(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for a seat by e-mail; the answer is the same whoever is registered."""
    found = get_object_or_404(selectors.one_of(request.user, code))
    form = WriteIn(request.POST, question=found.question)
    if not form.is_valid():
        return page_of(request, found, form)
    if not form.is_a_machines:
        zone = timezone.get_current_timezone_name()
        known = "" if zone == zones.FALLBACK else zone
        services.write_in(found, network=_network(request), time_zone=known, **form.said)
    return redirect("gather:look_in_your_mail", code)


def _network(request: HttpRequest) -> str:
    """The visitor's network, as far as the proxies that we trust say; one household has a whole /64 of IPv6."""
    address: str = get_adapter().get_client_ip(request)
    return str(ip_network(f"{address}/64", strict=False)) if ":" in address else address


@login_not_required
@require_safe
def look_in_your_mail(request: HttpRequest, code: str) -> HttpResponse:
    """What happens next, told before it happens."""
    found = get_object_or_404(selectors.one_of(request.user, code))
    return show(request, "gather/look_in_your_mail.html", {"gathering": found})


@login_not_required
@require_safe
def ics(request: HttpRequest, code: str) -> HttpResponse:
    """The calendar entry; with the link for whoever has a seat."""
    found = get_object_or_404(selectors.one_of(request.user, code))
    return entry_of(found, selectors.mine(found, request.user))


def entry_of(found: Gathering, seat: Seat | None) -> HttpResponse:
    """The file, as this person may have it."""
    entry = selectors.calendar_entry(found, with_link=selectors.is_seated(seat))
    headers = {"Content-Disposition": 'attachment; filename="gathering.ics"', "Cache-Control": "no-store"}
    return HttpResponse(calendar.file(entry, now=timezone.now()), content_type=ICS, headers=headers)


@login_not_required
@require_safe
def coming_ics(request: HttpRequest) -> HttpResponse:
    """Coming public gatherings, for a calendar program."""
    return HttpResponse(selectors.ics(), content_type=ICS, headers={"Cache-Control": "public, max-age=900"})


@login_not_required
@require_safe
def coming_atom(request: HttpRequest) -> HttpResponse:
    """Coming public gatherings, for a feed reader."""
    kind = "application/atom+xml; charset=utf-8"
    return HttpResponse(selectors.atom(), content_type=kind, headers={"Cache-Control": "public, max-age=900"})


@require_safe
def come_in(request: HttpRequest, code: str) -> HttpResponse:
    """Behind the door, so it asks to sign in; then back to the gathering."""
    return redirect(reverse("gather:gathering", args=[code]))
