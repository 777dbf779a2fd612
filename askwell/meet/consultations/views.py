"""The page on which a seeker books a counselor's half hour."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from askwell.accounts.doors import program_only
from askwell.accounts.requests import Visit
from askwell.lib.pages import show
from askwell.lib.templatetags.askwell import moment
from askwell.lib.verdicts import Refused
from askwell.meet.consultations import policies, selectors, services
from askwell.meet.moments import read_moment


@program_only
@require_http_methods(["GET", "HEAD", "POST"])
def consultation(request: Visit) -> HttpResponse:
    """The free times of every counselor, as one list; GET shows, POST books."""
    policies.may_consult(request.user).enforce()
    if request.method == "POST":
        return _take(request)
    return _page(request, first=read_moment(request.GET.get("from", "")))


def _take(request: Visit) -> HttpResponse:
    at = read_moment(request.POST.get("at", ""))
    if at is None:
        raise Http404
    zone = timezone.get_current_timezone_name()
    try:
        booked = services.take(request.user, at=at, time_zone=zone, by=request.user)
    except Refused as refusal:
        return _page(request, first=at, trouble=refusal.reason)
    messages.success(request, f"Booked: {moment(booked.starts_at)}, with {booked.contact.name}.")
    return redirect("meet:conversation", booked.pk)


def _page(request: Visit, *, first: datetime | None, trouble: str = "") -> HttpResponse:
    offer = selectors.offer(request.user, first=first or timezone.now())
    context = {"offer": offer, "trouble": trouble, "is_later": bool(first) and not trouble}
    return show(request, "meet/consultation.html", context, status=409 if trouble else 200)
