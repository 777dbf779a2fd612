"""Who may practice for what."""

from typing import TYPE_CHECKING

from askwell.lib.verdicts import Verdict, allow_if
from askwell.meet.models import Conversation

if TYPE_CHECKING:
    from askwell.accounts.models import User


def may_rehearse(user: "User", conversation: Conversation | None) -> Verdict:
    """Whether this seeker may keep a try: in general, or for a conversation of theirs."""
    is_theirs = conversation is None or conversation.seeker_id == user.pk
    return allow_if(is_theirs, otherwise="This is somebody else's conversation.")
