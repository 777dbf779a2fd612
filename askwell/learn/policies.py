"""Who may write notes and keep findings, and when."""

from askwell.accounts.models import User
from askwell.learn.models import Finding
from askwell.lib.verdicts import ALLOWED, Verdict, allow_if, refused
from askwell.meet.models import Conversation

MOST_SENDINGS = 30
"""How far back a note knows what devices sent: further than any of them goes on without an answer."""


def may_take_notes(user: User, conversation: Conversation) -> Verdict:
    """Before, during and after a talk, unless it did not take place."""
    if conversation.seeker_id != user.pk:
        return refused("Only the person who holds this conversation can write its notes.")
    what = "was called off" if conversation.is_called_off else "did not take place"
    return allow_if(
        not conversation.is_off, otherwise=f"This conversation {what}, so there is nothing to note."
    )


def may_keep_findings(user: User, conversation: Conversation) -> Verdict:
    """Once people have talked."""
    if not (verdict := may_take_notes(user, conversation)):
        return verdict
    return allow_if(
        conversation.is_held, otherwise="End the conversation first; then turn your notes into findings."
    )


def may_change(user: User, finding: Finding) -> Verdict:
    """One's own findings, at any time."""
    if finding.seeker_id == user.pk:
        return ALLOWED
    return refused("Only the person who kept this finding can change it.")
