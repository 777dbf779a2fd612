"""Who may thank, and when."""

from askwell.accounts.models import User
from askwell.keep.models import ThankYou
from askwell.lib.verdicts import Verdict, allow_if, refused
from askwell.meet.models import Conversation, ConversationStatus

ENDED = {ConversationStatus.HELD}


def may_thank(user: User, conversation: Conversation) -> Verdict:
    """Thanks come after the talk."""
    if conversation.seeker_id != user.pk:
        return refused("Only the person who held this conversation can say thanks for it.")
    return allow_if(
        conversation.status in ENDED, otherwise="Thanks come after the talk. End the conversation first."
    )


def may_write(user: User, thanks: ThankYou) -> Verdict:
    """Until it is said, the words can change."""
    verdict = may_thank(user, thanks.conversation)
    return verdict and allow_if(not thanks.done_at, otherwise="You have said thanks already.")
