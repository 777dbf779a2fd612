"""Who may change which questions, and when."""

from typing import TYPE_CHECKING

from askwell.lib.verdicts import ALLOWED, Verdict, allow_if, refused
from askwell.meet import policies as meet
from askwell.meet.models import Conversation
from askwell.prepare.models import Question

if TYPE_CHECKING:
    from askwell.accounts.models import User

MOST = 20


def may_plan(user: "User", seeker: "User", conversation: Conversation | None) -> Verdict:
    """Whether this question may be planned: one's own brief, still to come, with room in it."""
    if seeker.pk != user.pk:
        return refused("Only the seeker plans their questions.")
    if conversation is None:
        return ALLOWED
    if not (verdict := meet.may_change(user, conversation)):
        return verdict
    room = conversation.questions.count() < MOST
    return allow_if(room, otherwise=f"{MOST} questions are more than a talk can hold. Drop one first.")


def may_change(user: "User", question: Question) -> Verdict:
    """Whether this question may be put differently, moved or dropped."""
    if question.seeker_id != user.pk:
        return refused("This is somebody else's question.")
    if question.conversation is None:
        return ALLOWED
    return meet.may_change(user, question.conversation)


def may_reword(user: "User", question: Question, text: str) -> Verdict:
    """Whether a question may get these words: a brief asks nothing twice."""
    if not (verdict := may_change(user, question)):
        return verdict
    same = Question.objects.filter(conversation=question.conversation_id, text__iexact=text)
    taken = question.conversation_id is not None and same.exclude(pk=question.pk).exists()
    return allow_if(
        not taken, otherwise="Your brief asks this already. Put it another way, or drop one of the two."
    )


def may_drop(user: "User", question: Question) -> Verdict:
    """Whether this question may go; the one that leads to the next person stays."""
    if not (verdict := may_change(user, question)):
        return verdict
    stays = question.conversation is not None and question.is_last
    return allow_if(not stays, otherwise="Every brief ends with who else to talk to, so this one stays.")
