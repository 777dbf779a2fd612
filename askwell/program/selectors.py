"""The people of a program and its invitations, as pages show them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from askwell.accounts.models import RoleName, User
from askwell.program.models import Invitation, Roster

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.contrib.sessions.backends.base import SessionBase

    from askwell.program.roster import Line
    from askwell.program.roster import Roster as Read

A_PAGE = 50
IN_SESSION = "invitation"


def everybody(user: User) -> QuerySet[User]:
    """Those with an account in this program, as coordinators see them; nobody for anybody else."""
    if RoleName.COORDINATOR not in user.role_names:
        return User.objects.none()
    return User.objects.filter(example_of=None).exclude(email="").prefetch_related("roles")


def people(user: User, typed: str, page: str | None) -> Page[User]:
    """Everybody, by name, whose name or address holds what was typed."""
    found = everybody(user)
    if typed := typed.strip()[:100]:
        found = found.filter(Q(name__icontains=typed) | Q(email__icontains=typed))
    return Paginator(found.order_by("name", "pk"), A_PAGE).get_page(page)


def invitations(user: User, page: str | None) -> Page[Invitation]:
    """All invitations, the newest first."""
    return Paginator(Invitation.objects.visible_to(user), A_PAGE).get_page(page)


@dataclass(frozen=True, slots=True)
class Matched:
    """A roster beside what is there: the new, those with an account and the roles they lack, the invited."""

    new: list["Line"]
    here: list[tuple[User, list[str]]]
    known: list["Line"]
    invited: list["Line"]


def matched(read: "Read") -> Matched:
    """Who of a roster is new, who is here already, whom an open invitation waits for."""
    addresses = [line.email for line in read.lines]
    users = User.objects.filter(example_of=None, email__in=addresses).prefetch_related("roles")
    accounts = {user.email: user for user in users}
    waiting = set(Invitation.objects.open().filter(email__in=addresses).values_list("email", flat=True))
    found = Matched([], [], [], [])
    for line in read.lines:
        if user := accounts.get(line.email):
            lacking = [role for role in line.roles if role not in user.role_names]
            if lacking:
                found.here.append((user, lacking))
            else:
                found.known.append(line)
        else:
            (found.invited if line.email in waiting else found.new).append(line)
    return found


def rosters(user: User) -> list[Roster]:
    """The latest rosters taken in, the newest first."""
    return list(Roster.objects.visible_to(user)[:20])


def came_of(roster: Roster) -> dict[str, int]:
    """What came of a roster, in counts."""
    invitations = roster.invitations.all()
    return {
        "invited": invitations.count(),
        "joined": invitations.filter(taken__gt=0).count(),
        "roles": roster.roles_given.count(),
    }


def hold_in(session: "SessionBase", invitation: Invitation) -> None:
    """Remember by whose link this browser came; an address that the invitation names counts as proven."""
    session[IN_SESSION] = invitation.token
    session["account_verified_email"] = invitation.email or None


def held_in(session: "SessionBase") -> Invitation | None:
    """The open invitation by whose link this browser came."""
    found = Invitation.objects.by_token(session.get(IN_SESSION, ""))
    return found if found and not found.why_closed else None


def invitation_of(session: "SessionBase", login: "SocialLogin") -> Invitation | None:
    """By link, or made for an address that the school's sign-in vouches for."""
    vouched = [address.email for address in login.email_addresses if address.verified]
    held = held_in(session)
    if held and (not held.email or held.email in vouched):
        return held
    return Invitation.objects.open().filter(email__in=vouched).first()
