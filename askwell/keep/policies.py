"""Who may thank, and when."""

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.keep.models import ThankYou
from askwell.lib.verdicts import Verdict, allow_if, refused
from askwell.meet.models import Conversation


def may_thank(user: User, conversation: Conversation) -> Verdict:
    """Thanks come after the talk."""
    if conversation.seeker_id != user.pk:
        return refused("Only the person who held this conversation can say thanks for it.")
    return allow_if(conversation.is_held, otherwise="Thanks come after the talk. End the conversation first.")


def may_write(user: User, thanks: ThankYou) -> Verdict:
    """Until it is said, the words can change."""
    verdict = may_thank(user, thanks.conversation)
    return verdict and allow_if(not thanks.done_at, otherwise="You have said thanks already.")


def may_tell(user: User, contact: Contact, *, is_news: bool) -> Verdict:
    """News go to those whose suggestion led to something they have not heard of."""
    if contact.seeker_id != user.pk:
        return refused("Only the person whose journey this is can do that.")
    return allow_if(
        is_news,
        otherwise=f"There is nothing new to tell {contact.called}. "
        "Once you have talked with somebody they suggested, the letter waits here.",
    )
