"""What can happen to thanks, and to the people whom somebody named."""

from dataclasses import dataclass
from typing import ClassVar, Self

from askwell.ask.models import Letter
from askwell.journal.events import Event
from askwell.meet.models import Conversation


class _AfterTalk(Event):
    @classmethod
    def of(cls, conversation: Conversation, **facts: int) -> Self:
        """After that conversation."""
        return cls(
            subject="conversation",
            subject_id=conversation.pk,
            contact_id=conversation.contact_id,
            facts={**facts},
        )


@dataclass(frozen=True, kw_only=True)
class ThanksOwed(_AfterTalk):
    """A thank-you is due within a day."""

    says: ClassVar[str] = "A thank-you became due"


@dataclass(frozen=True, kw_only=True)
class ThanksWritten(_AfterTalk):
    """The words of a thank-you were kept."""

    says: ClassVar[str] = "You wrote your thanks"


@dataclass(frozen=True, kw_only=True)
class ThanksSaid(_AfterTalk):
    """The seeker thanked them in their own way."""

    says: ClassVar[str] = "You thanked them"


@dataclass(frozen=True, kw_only=True)
class ThanksSettled(Event):
    """The thank-you left, so it is due no more; that it left is told by the letter's own event."""

    says: ClassVar[str] = "The thank-you is settled"

    @classmethod
    def of(cls, conversation: Conversation) -> Self:
        """After that conversation; off the contact's timeline, where the letter stands already."""
        return cls(subject="conversation", subject_id=conversation.pk)


@dataclass(frozen=True, kw_only=True)
class PeopleKept(_AfterTalk):
    """The people whom somebody named are on the seeker's list."""

    says: ClassVar[str] = "You kept the people they named"


@dataclass(frozen=True, kw_only=True)
class NewsWritten(Event):
    """The words of a letter with news were kept."""

    says: ClassVar[str] = "You wrote down what came of it"

    @classmethod
    def of(cls, letter: Letter) -> Self:
        """About this letter, never its words."""
        return cls(subject="Letter", subject_id=letter.pk, contact_id=letter.contact_id)
