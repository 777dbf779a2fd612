"""Who may book a consultation."""

from typing import TYPE_CHECKING

from django.conf import settings

from askwell.accounts.models import RoleName
from askwell.lib.verdicts import Verdict, allow_if, refused
from askwell.meet.models import Conversation

if TYPE_CHECKING:
    from askwell.accounts.models import User


def may_consult(user: "User") -> Verdict:
    """Whether this person may talk with a counselor: a seeker, in a program."""
    if settings.SOLO:
        return refused("Counselors belong to the program edition.")
    is_seeker = not user.is_example and user.roles.filter(name=RoleName.SEEKER).exists()
    return allow_if(is_seeker, otherwise="Only seekers book a talk with a counselor.")


def may_take(user: "User", still_open: Conversation | None) -> Verdict:
    """Whether they may book one now: one at a time, so that there are hours for everybody."""
    if not (verdict := may_consult(user)):
        return verdict
    if still_open is None:
        return verdict
    name = still_open.contact.name
    return refused(f"You have a talk with {name} open. Have that one first, move it, or call it off.")
