"""One's conversations in one's own calendar program."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from askwell.accounts.doors import open_to_everybody, program_only
from askwell.accounts.requests import Visit
from askwell.lib.pages import show
from askwell.meet import calendar, policies, selectors, services


@open_to_everybody
@require_http_methods(["GET", "HEAD", "POST"])
def calendar_address(request: Visit) -> HttpResponse:
    """The private address at which one's calendar program finds every conversation."""
    if not policies.may_have_feed(request.user, request.user):
        raise Http404
    if request.method == "POST":
        act = services.end_feed if request.POST.get("do") == "end" else services.make_feed
        act(request.user, by=request.user)
        return redirect("meet:calendar_address")
    return show(request, "meet/calendar_address.html", {"address": selectors.feed_address(request.user)})


@program_only
@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """A person's conversations, for their calendar program."""
    person = selectors.owner_of_feed(token)
    if person is None:
        raise Http404
    body = calendar.feed(selectors.feed_entries(person), name=settings.SITE_NAME, now=timezone.now())
    headers = {"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer"}
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
