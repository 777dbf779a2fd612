"""The pages on which hosts and counselors say when they talk."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.doors import open_to_everybody, program_only
from askwell.accounts.requests import Visit
from askwell.lib import zones
from askwell.lib.pages import show
from askwell.meet.availability import policies, selectors, services, showing
from askwell.meet.availability.forms import Away, Limits, Moving, OtherCalendar, OtherDays, Weekly

View = Callable[..., HttpResponse]


def offering(view: View) -> View:
    """A page for those who offer time; the solo edition has none."""

    @program_only
    @open_to_everybody
    @wraps(view)
    def guarded(request: Visit, *args: Any, **kwargs: Any) -> HttpResponse:
        policies.may_offer_time(request.user).enforce()
        return view(request, *args, **kwargs)

    return guarded


def _zone(request: Visit) -> str:
    return selectors.of(request.user).time_zone


@require_safe
@offering
def hours(request: Visit) -> HttpResponse:
    """One's hours, and what a seeker sees of them."""
    return _hours_page(request)


def _hours_page(request: Visit, **filled: forms.Form) -> HttpResponse:
    page = showing.hours_page(request.user)
    zone = page.availability.time_zone
    empty = {"weekly": Weekly, "other_days": OtherDays, "away": Away, "moving": Moving}
    context: dict[str, Any] = {name: form(zone=zone, auto_id=f"{name}_%s") for name, form in empty.items()}
    form = next(iter(filled.values()), None)
    context |= {"page": page, "zones": sorted(zones.names()), "form": form, **filled}
    return show(request, "meet/hours.html", context, status=422 if form else 200)


@require_POST
@offering
def add_hours(request: Visit) -> HttpResponse:
    """More weekly hours."""
    form = Weekly(request.POST, zone=_zone(request), auto_id="weekly_%s")
    if not form.is_valid():
        return _hours_page(request, weekly=form)
    services.add_hours(request.user, **form.hours, by=request.user)
    messages.success(request, "Kept. Look at the top what seekers see now.")
    return redirect("meet:hours")


@require_POST
@offering
def drop_hours(request: Visit) -> HttpResponse:
    """Fewer weekly hours."""
    keys = [int(key) for key in request.POST.getlist("hours") if key.isdecimal() and len(key) < 18]
    services.drop_hours(request.user, hours=keys, by=request.user)
    return redirect("meet:hours")


@require_POST
@offering
def set_days(request: Visit) -> HttpResponse:
    """Days that are different."""
    form = OtherDays(request.POST, zone=_zone(request), auto_id="other_days_%s")
    if not form.is_valid():
        return _hours_page(request, other_days=form)
    first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    services.set_days(request.user, first=first, last=last, spans=form.spans, by=request.user)
    messages.success(request, "Kept. What is booked already stays booked.")
    return redirect("meet:hours")


@require_POST
@offering
def restore_days(request: Visit) -> HttpResponse:
    """Those days are like all others again."""
    form = OtherDays(request.POST, zone=_zone(request))
    if form.is_valid():
        first, last = form.cleaned_data["first"], form.cleaned_data["last"]
        services.restore_days(request.user, first=first, last=last, by=request.user)
    return redirect("meet:hours")


@require_POST
@offering
def pause(request: Visit) -> HttpResponse:
    """Away until a day."""
    form = Away(request.POST, zone=_zone(request), auto_id="away_%s")
    if not form.is_valid():
        return _hours_page(request, away=form)
    services.pause(request.user, back_on=form.cleaned_data["back_on"], by=request.user)
    messages.success(request, "Kept. What is booked already stays booked.")
    return redirect("meet:hours")


@require_POST
@offering
def come_back(request: Visit) -> HttpResponse:
    """Back earlier."""
    services.come_back(request.user, by=request.user)
    return redirect("meet:hours")


@require_POST
@offering
def move(request: Visit) -> HttpResponse:
    """Into another zone."""
    form = Moving(request.POST, zone=_zone(request), auto_id="moving_%s")
    if not form.is_valid():
        return _hours_page(request, moving=form)
    zone, since = form.cleaned_data["time_zone"], form.cleaned_data["since"]
    services.move(request.user, zone=zone, since=since, by=request.user)
    messages.success(request, "Kept. Your hours are the same, on the clocks there.")
    return redirect("meet:hours")


@require_http_methods(["GET", "HEAD", "POST"])
@offering
def limits(request: Visit) -> HttpResponse:
    """Lengths, spacing, notice, caps."""
    form = Limits(request.POST or None, instance=selectors.of(request.user))
    if request.method == "POST" and form.is_valid():
        services.set_limits(request.user, **form.cleaned_data, by=request.user)
        messages.success(request, "Kept.")
        return redirect("meet:hours")
    return show(request, "meet/limits.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@offering
def calendars(request: Visit) -> HttpResponse:
    """Other calendars that take time, when each was last read, and a form for one more."""
    form = OtherCalendar(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.add_calendar(request.user, **form.source, by=request.user)
        messages.success(request, "Connected. It is being read now; look again in a minute.")
        return redirect("meet:calendars")
    context = {"form": form, "sources": showing.sources(request.user)}
    return show(request, "meet/calendars.html", context, status=422 if form.errors else 200)


@require_POST
@offering
def drop_calendar(request: Visit, pk: int) -> HttpResponse:
    """Forget a calendar."""
    services.drop_calendar(request.user, source=pk, by=request.user)
    return redirect("meet:calendars")


@require_POST
@offering
def read_calendar(request: Visit, pk: int) -> HttpResponse:
    """Read a calendar now."""
    services.read_again(request.user, source=pk, by=request.user)
    messages.success(request, "It is being read. Look again in a minute.")
    return redirect("meet:calendars")
