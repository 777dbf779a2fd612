"""Letters about what has just happened, enqueued with the change itself; the solo edition writes none."""

from django.conf import settings

from askwell.accounts.models import User
from askwell.ask.models import InterviewRequest
from askwell.meet import letters
from askwell.meet.models import Conversation
from askwell.meet.own_calendar.writing import write_everywhere


def tell_calendars(conversation: Conversation) -> None:
    """Everybody's calendar hears how it stands, unless another room tells it."""
    if not settings.SOLO and conversation.sequence:
        for person in conversation.people:
            letters.calendar_message.enqueue(conversation.pk, person, conversation.sequence)
        write_everywhere.enqueue(str(conversation.uid), conversation.people)


def tell_other(conversation: Conversation, what: str, *, by: User) -> None:
    """The other one of the two hears of it, if they have an account here."""
    for person in conversation.people:
        if person != by.pk:
            tell(conversation, what, person=person)


def tell(conversation: Conversation, what: str, *, person: int | None) -> None:
    """One of the two hears of it; those without an account here do not."""
    if not settings.SOLO and person:
        letters.news.enqueue(conversation.pk, person, what)


def tell_request(asked: InterviewRequest) -> None:
    """The seeker hears that somebody would rather not, or named a colleague."""
    if not settings.SOLO:
        letters.answer_to_request.enqueue(asked.pk)
