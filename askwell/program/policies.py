"""Who may let people in, and say what they are."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from askwell.accounts.models import Role, RoleName
from askwell.lib.verdicts import Verdict, allow_if

if TYPE_CHECKING:
    from collections.abc import Collection

    from askwell.accounts.models import User
    from askwell.program.models import Invitation, Roster

OPERATOR_ID = 0
"""Whoever runs commands on the machine itself; nobody's account has this number."""
CLOSED = {
    "taken back": "This invitation was taken back. Ask whoever sent it for a fresh one.",
    "used": "This invitation has been used. Ask whoever sent it for a fresh one.",
    "run out": "This invitation has run out. Ask whoever sent it for a fresh one.",
}


def may_look_after(user: "User") -> Verdict:
    """Coordinators look after the people of a program, and so does the operator from the command line."""
    is_one = user.pk == OPERATOR_ID or RoleName.COORDINATOR in user.role_names
    return allow_if(is_one, otherwise="Only a coordinator can do that.")


def may_invite(user: "User", *, email: str, most_uses: int) -> Verdict:
    """An open link needs mail: whoever comes by it proves their address with a mailed code."""
    if email and most_uses > 1:
        return Verdict("An invitation for one address is for one person.")
    if not email and not settings.CAN_SEND:
        return Verdict(
            "Without a mail server an invitation must name the address. Set SMTP_HOST and SMTP_FROM."
        )
    return may_look_after(user)


def may_revoke(user: "User", invitation: "Invitation") -> Verdict:
    """As long as it is open."""
    return may_look_after(user) and allow_if(
        not invitation.why_closed, otherwise="This invitation lets nobody in any more."
    )


def why_not(invitation: "Invitation | None") -> str:
    """Why nobody comes in by this link; nothing when somebody can."""
    if invitation is None:
        return "There is no such invitation. Open the whole link once more, or ask for a fresh one."
    return CLOSED.get(invitation.why_closed, "")


def may_take(user: "User", invitation: "Invitation") -> Verdict:
    """Whoever holds the link, while it is open; one made for an address, whoever has that address."""
    if reason := why_not(invitation):
        return Verdict(reason)
    return allow_if(
        not invitation.email or invitation.email.lower() == user.email.lower(),
        otherwise="This invitation is for another address. Sign out, then open its link again.",
    )


def may_undo(user: "User", roster: "Roster") -> Verdict:
    """Once, within its time."""
    if roster.undone_at:
        return Verdict("This roster is undone already.")
    in_time = timezone.now() < roster.undo_until
    return may_look_after(user) and allow_if(
        in_time, otherwise="A roster can be undone for seven days, and they are over."
    )


def may_be_without(person: "User") -> Verdict:
    """A program keeps at least one coordinator."""
    others = Role.objects.filter(name=RoleName.COORDINATOR, user__is_active=True).exclude(user=person)
    return allow_if(
        RoleName.COORDINATOR not in person.role_names or others.exists(),
        otherwise="A program needs a coordinator. Make somebody else one first.",
    )


def may_close(user: "User", person: "User") -> Verdict:
    """Coordinators close and open the accounts of others."""
    if user.pk == person.pk:
        return Verdict("This is your own account. You can delete it under “Your data”.")
    return may_look_after(user) and may_be_without(person)


def may_change_roles(user: "User", person: "User", *, roles: "Collection[str]") -> Verdict:
    """Everybody is something, and one is a coordinator."""
    if not roles:
        return Verdict("Choose at least one role.")
    if RoleName.COORDINATOR not in roles and not (kept := may_be_without(person)):
        return kept
    return may_look_after(user)
