"""The page on which people say: put my conversations in this calendar."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.doors import open_to_everybody, program_only
from askwell.accounts.requests import Visit
from askwell.lib.pages import show
from askwell.meet.own_calendar import selectors, server, services
from askwell.meet.own_calendar.forms import OwnCalendarForm


@program_only
@open_to_everybody
@require_http_methods(["GET", "HEAD", "POST"])
def own_calendar(request: Visit) -> HttpResponse:
    """Which calendar Askwell writes into, how that goes, and a form for another one or a new password."""
    standing = selectors.standing(request.user)
    known = {"address": standing.address, "user": standing.user} if standing else {}
    form = OwnCalendarForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid() and _connected(request, form):
        messages.success(request, "Connected: a trial entry was written and taken out again.")
        return redirect("meet:own_calendar")
    context = {"form": form, "calendar": standing}
    return show(request, "meet/own_calendar.html", context, status=422 if form.errors else 200)


def _connected(request: Visit, form: OwnCalendarForm) -> bool:
    try:
        services.connect(request.user, **form.door, by=request.user)
    except server.Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@program_only
@open_to_everybody
@require_POST
def try_own_calendar_again(request: Visit) -> HttpResponse:
    """The person has mended something elsewhere, or can't wait."""
    services.try_again(request.user, by=request.user)
    messages.success(request, "Askwell is writing again. Look again in a minute.")
    return redirect("meet:own_calendar")


@program_only
@open_to_everybody
@require_POST
def take_own_calendar_away(request: Visit) -> HttpResponse:
    """Nothing is written there any more."""
    services.take_away(request.user, by=request.user)
    messages.success(request, "Taken away. Nothing is written there any more.")
    return redirect("meet:own_calendar")
