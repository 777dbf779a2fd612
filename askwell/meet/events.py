"""What can happen to a conversation."""

from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self

from django.contrib.auth.base_user import AbstractBaseUser

from askwell.journal.events import Event


class Subject(Protocol):
    """The part of a conversation that an event keeps."""

    pk: Any
    contact_id: int


@dataclass(frozen=True, kw_only=True)
class ConversationEvent(Event):
    """Something happened to a conversation with one contact."""

    @classmethod
    def of(cls, conversation: Subject, **facts: str | int) -> Self:
        """The event, with plain facts."""
        return cls(
            subject="conversation",
            subject_id=conversation.pk,
            contact_id=conversation.contact_id,
            facts={**facts},
        )


@dataclass(frozen=True, kw_only=True)
class ConversationPlanned(ConversationEvent):
    """They are willing to talk."""

    says: ClassVar[str] = "You agreed to talk"


@dataclass(frozen=True, kw_only=True)
class ConversationResumed(ConversationEvent):
    """A conversation that was called off is on again."""

    says: ClassVar[str] = "The conversation is on again"


@dataclass(frozen=True, kw_only=True)
class TimesOffered(ConversationEvent):
    """The seeker named times to choose from."""

    says: ClassVar[str] = "You offered times"


@dataclass(frozen=True, kw_only=True)
class TimesProposed(ConversationEvent):
    """They named times to choose from."""

    says: ClassVar[str] = "They named times that suit them"


@dataclass(frozen=True, kw_only=True)
class ConversationBooked(ConversationEvent):
    """Both agreed on a time."""

    says: ClassVar[str] = "You agreed on a time"


@dataclass(frozen=True, kw_only=True)
class ConversationMoved(ConversationEvent):
    """The time or the place changed."""

    says: ClassVar[str] = "You changed the time or place"


@dataclass(frozen=True, kw_only=True)
class ConversationBegan(ConversationEvent):
    """The clock of the conversation started."""

    says: ClassVar[str] = "Your conversation began"


@dataclass(frozen=True, kw_only=True)
class ConversationHeld(ConversationEvent):
    """They talked."""

    says: ClassVar[str] = "You talked"


@dataclass(frozen=True, kw_only=True)
class ConversationCalledOff(ConversationEvent):
    """It will not take place."""

    says: ClassVar[str] = "The conversation was called off"


@dataclass(frozen=True, kw_only=True)
class ConversationCalledOffLate(ConversationEvent):
    """It will not take place, and that was said less than a day before."""

    says: ClassVar[str] = "The conversation was called off at short notice"


@dataclass(frozen=True, kw_only=True)
class ConversationMissed(ConversationEvent):
    """The time came, and one of the two did not."""

    says: ClassVar[str] = "The conversation did not take place"


@dataclass(frozen=True, kw_only=True)
class PlaceSet(ConversationEvent):
    """They said where the two talk."""

    says: ClassVar[str] = "They said where you talk"


@dataclass(frozen=True, kw_only=True)
class SureNoted(ConversationEvent):
    """The seeker noted how sure they felt; how sure stays out of the journal."""

    says: ClassVar[str] = "You noted how sure you felt"


@dataclass(frozen=True, kw_only=True)
class PersonsCalendarEvent(Event):
    """Something happened to a person's calendar: to its private address, or to the one that is written into."""

    @classmethod
    def of(cls, person: AbstractBaseUser) -> Self:
        """About that person's."""
        return cls(subject="person", subject_id=person.pk)


@dataclass(frozen=True, kw_only=True)
class CalendarFeedMade(PersonsCalendarEvent):
    """A person's calendar got a private address."""

    says: ClassVar[str] = "You made a private address for your calendar"


@dataclass(frozen=True, kw_only=True)
class CalendarFeedEnded(PersonsCalendarEvent):
    """That address stopped working."""

    says: ClassVar[str] = "You ended your calendar’s private address"
