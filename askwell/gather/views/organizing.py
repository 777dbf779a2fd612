"""For counselors and coordinators: plan, change, open, call off, see who comes."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.requests import Visit
from askwell.gather import policies, selectors, services
from askwell.gather.forms import SWITCHES, CalledOff, Came, Planned, Recorded
from askwell.gather.models import Gathering
from askwell.lib import zones
from askwell.lib.pages import show


def _of_staff(request: Visit, code: str) -> Gathering:
    """The gathering; strangers to this work find nothing."""
    if not policies.may_plan(request.user):
        raise Http404
    return get_object_or_404(selectors.one_of(request.user, code))


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: Visit) -> HttpResponse:
    """Write a gathering down."""
    if not policies.may_plan(request.user):
        raise Http404
    form = Planned(request.POST or None, zone=timezone.get_current_timezone_name())
    if request.method == "POST" and form.is_valid():
        made = services.plan(by=request.user, **form.details)
        messages.success(request, "Kept as a draft. Look at it once, then open it.")
        return redirect("gather:gathering", made.code)
    return _form_page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Visit, code: str) -> HttpResponse:
    """Change what is said of it."""
    found = _of_staff(request, code)
    policies.may_change(request.user, found).enforce()
    form = Planned(request.POST or None, gathering=found, zone=found.time_zone)
    if request.method == "POST" and form.is_valid():
        services.change(found, by=request.user, **form.details)
        messages.success(request, "Kept. If the time or the place changed, everyone who comes gets a letter.")
        return redirect("gather:gathering", code)
    return _form_page(request, form, found)


def _form_page(request: Visit, form: Planned, found: Gathering | None = None) -> HttpResponse:
    context = {
        "form": form,
        "switches": [form[name] for name in SWITCHES],
        "gathering": found,
        "zones": sorted(zones.names()),
        "call_off_form": CalledOff(label_suffix=""),
    }
    return show(request, "gather/plan.html", context, status=422 if form.errors else 200)


@require_POST
def open_it(request: Visit, code: str) -> HttpResponse:
    """People can take seats from now on."""
    services.open(_of_staff(request, code), by=request.user)
    messages.success(request, "It is open. Send people the address of this page.")
    return redirect("gather:gathering", code)


@require_POST
def cancel(request: Visit, code: str) -> HttpResponse:
    """It will not take place."""
    found = _of_staff(request, code)
    form = CalledOff(request.POST)
    because = form.cleaned_data["because"] if form.is_valid() else ""
    services.cancel(found, because=because, by=request.user)
    messages.success(request, "Called off. Everyone who wanted to come gets a letter.")
    return redirect("gather:gathering", code)


@require_safe
def guests(request: Visit, code: str) -> HttpResponse:
    """Who comes, who waits, and who was there."""
    found = get_object_or_404(selectors.one_of(request.user, code))
    if not policies.may_see_list(request.user, found):
        raise Http404
    return _guests_page(request, found, Recorded(initial={"recording": found.recording}, label_suffix=""))


def _guests_page(request: Visit, found: Gathering, form: Recorded) -> HttpResponse:
    context = {
        "gathering": found,
        "guests": selectors.guests(found),
        "may_show": policies.may_plan(request.user),
        "may_mark": policies.may_plan(request.user) and found.has_begun,
        "may_share": policies.may_share_recording(request.user, found),
        "form": form,
        "keep_days": settings.KEEP_DAYS,
    }
    return show(request, "gather/guests.html", context, status=422 if form.errors else 200)


@require_POST
def attendance(request: Visit, code: str, seat_pk: int) -> HttpResponse:
    """Somebody came, or did not."""
    found = _of_staff(request, code)
    seat = get_object_or_404(selectors.guests(found), pk=seat_pk)
    form = Came(request.POST)
    if form.is_valid():
        services.mark_attendance(seat, came=form.cleaned_data["came"], by=request.user)
    return redirect("gather:guests", code)


@require_POST
def show_question(request: Visit, code: str, seat_pk: int) -> HttpResponse:
    """Let everybody read a question, or take it back."""
    found = _of_staff(request, code)
    seat = get_object_or_404(selectors.guests(found), pk=seat_pk)
    services.show_question(seat, shown=request.POST.get("shown") != "0", by=request.user)
    return redirect("gather:guests", code)


@require_POST
def recording(request: Visit, code: str) -> HttpResponse:
    """It can be heard again."""
    found = _of_staff(request, code)
    form = Recorded(request.POST, label_suffix="")
    if not form.is_valid():
        return _guests_page(request, found, form)
    services.share_recording(found, link=form.cleaned_data["recording"], by=request.user)
    messages.success(request, "Shared. Everyone who came, or wanted to, gets the link.")
    return redirect("gather:guests", code)
