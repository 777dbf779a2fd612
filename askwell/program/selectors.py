"""The people of a program and its invitations, as pages show them."""

from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from askwell.accounts.models import RoleName, User
from askwell.program.models import Invitation

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.contrib.sessions.backends.base import SessionBase

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
