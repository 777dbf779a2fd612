"""The people of a program, and how they come in."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.doors import program_only
from askwell.accounts.models import User
from askwell.accounts.requests import Visit
from askwell.lib.pages import show
from askwell.program import policies, selectors, services
from askwell.program.forms import ChooseRoster, Invite, Roles, TakeRoster
from askwell.program.letters import link
from askwell.program.models import Invitation, Roster


@program_only
@require_safe
def index(request: Visit) -> HttpResponse:
    """Everybody with an account."""
    typed = request.GET.get("name", "")
    people = selectors.people(request.user, typed, request.GET.get("page"))
    return show(request, "program/index.html", {"people": people, "typed": typed})


@program_only
@require_safe
def invitations(request: Visit) -> HttpResponse:
    """Whom this program waits for."""
    found = selectors.invitations(request.user, request.GET.get("page"))
    context = {"invitations": found, "keep_days": settings.KEEP_DAYS}
    return show(request, "program/invitations.html", context)


@program_only
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: Visit) -> HttpResponse:
    """Let somebody in, by address or by an open link."""
    form = Invite(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        verdict = policies.may_invite(request.user, email=said["email"], most_uses=said["most_uses"])
        if verdict:
            made = services.invite(by=request.user, **said)
            return redirect("program:invitation", made.pk)
        form.add_error("email", verdict.reason)
    return show(request, "program/invite.html", {"form": form}, status=422 if form.errors else 200)


@program_only
@never_cache
@require_safe
def invitation(request: Visit, pk: int) -> HttpResponse:
    """One invitation: its link, and who came by it."""
    found = get_object_or_404(Invitation.objects.visible_to(request.user), pk=pk)
    context = {
        "invitation": found,
        "link": link(found),
        "mailed": found.email and settings.CAN_SEND,
        "came": found.taken_by.all(),
        "may_revoke": policies.may_revoke(request.user, found),
    }
    return show(request, "program/invitation.html", context)


@program_only
@require_POST
def revoke(request: Visit, pk: int) -> HttpResponse:
    """Take an invitation back."""
    found = get_object_or_404(Invitation.objects.visible_to(request.user), pk=pk)
    services.revoke(found, by=request.user)
    messages.success(request, "Taken back. Its link lets nobody in any more.")
    return redirect("program:invitation", pk)


@program_only
@require_http_methods(["GET", "HEAD", "POST"])
def roster(request: Visit) -> HttpResponse:
    """Choose a roster; then see, line by line, what it would do."""
    form = ChooseRoster(request.POST or None, request.FILES or None)
    if form.is_valid():
        said = {"text": form.text, "role": form.cleaned_data["role"], "file_name": form.file_name}
        context = {
            "read": form.roster,
            "matched": selectors.matched(form.roster),
            "take": TakeRoster(initial=said),
        }
        return show(request, "program/roster_preview.html", context)
    context = {"form": form, "rosters": selectors.rosters(request.user)}
    return show(request, "program/roster.html", context, status=422 if form.errors else 200)


@program_only
@require_POST
def take_roster(request: Visit) -> HttpResponse:
    """Take the roster in, as it was shown."""
    form = TakeRoster(request.POST)
    if not form.is_valid():
        context = {"form": ChooseRoster(request.POST, request.FILES), "rosters": []}
        return show(request, "program/roster.html", context, status=422)
    file_name = form.cleaned_data["file_name"]
    taken = services.take_in(form.roster, file_name=file_name, by=request.user)
    return redirect("program:rostered", taken.pk)


@program_only
@require_safe
def rostered(request: Visit, pk: int) -> HttpResponse:
    """What came of a roster, and the way back."""
    found = get_object_or_404(Roster.objects.visible_to(request.user), pk=pk)
    context = {
        "roster": found,
        "came": selectors.came_of(found),
        "may_undo": policies.may_undo(request.user, found),
        "can_send": settings.CAN_SEND,
    }
    return show(request, "program/rostered.html", context)


@program_only
@require_POST
def undo_roster(request: Visit, pk: int) -> HttpResponse:
    """Take away what came of a roster."""
    found = get_object_or_404(Roster.objects.visible_to(request.user), pk=pk)
    gone = services.undo(found, by=request.user)
    stay = f" {gone.stay} who signed in stay." if gone.stay else ""
    messages.success(
        request,
        f"Undone: {gone.invitations} invitations, {gone.accounts} accounts and {gone.roles} roles are gone.{stay}",
    )
    return redirect("program:rostered", pk)


@program_only
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: Visit, pk: int) -> HttpResponse:
    """One person, and what they are here."""
    found = get_object_or_404(selectors.everybody(request.user), pk=pk)
    form = Roles(request.POST or None, initial={"roles": sorted(found.role_names)})
    if form.is_valid():
        roles = form.cleaned_data["roles"]
        verdict = policies.may_change_roles(request.user, found, roles=roles)
        if verdict:
            services.change_roles(found, roles=roles, by=request.user)
            messages.success(request, "Kept.")
            return redirect("program:person", pk)
        form.add_error("roles", verdict.reason)
    context = {"person": found, "form": form, "may_close": policies.may_close(request.user, found)}
    return show(request, "program/person.html", context, status=422 if form.errors else 200)


@program_only
@require_POST
def close_account(request: Visit, pk: int) -> HttpResponse:
    """Let a person in no more."""
    found = get_object_or_404(selectors.everybody(request.user), pk=pk)
    services.close_account(found, by=request.user)
    messages.success(request, f"{found} can’t come in any more. What is theirs is kept.")
    return redirect("program:person", pk)


@program_only
@require_POST
def open_account(request: Visit, pk: int) -> HttpResponse:
    """Let a person in again."""
    found = get_object_or_404(selectors.everybody(request.user), pk=pk)
    services.open_account(found, by=request.user)
    messages.success(request, f"{found} can come in again.")
    return redirect("program:person", pk)


@program_only
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind an invitation's link: looking changes nothing, the button acts."""
    found = Invitation.objects.by_token(token)
    reader: User | None = request.signed_in if request.user.is_authenticated else None  # type: ignore[attr-defined]
    if request.method == "POST" and found and not found.why_closed:
        response = _come_in(request, found, reader)
    else:
        context = {"invitation": found, "why": policies.why_not(found), "site": settings.SITE_NAME}
        response = show(request, "program/invited.html", context, status=200 if found else 404)
    # Not "no-referrer": browsers then send the form from nowhere, and it would be refused as forged.
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-store"
    return response


def _come_in(request: HttpRequest, found: Invitation, reader: User | None) -> HttpResponse:
    if reader:
        services.take(found, by=reader)
        messages.success(request, "Welcome. You are in.")
        return redirect("desk:today")
    selectors.hold_in(request.session, found)
    return redirect("account_signup")
