"""What can happen to a gathering and to a seat at it."""

from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self

from askwell.journal.events import Event


class Subject(Protocol):
    """The part of a gathering that an event keeps."""

    pk: Any


class SeatSubject(Protocol):
    """The part of a seat that an event keeps."""

    pk: Any
    gathering_id: int


@dataclass(frozen=True, kw_only=True)
class GatheringEvent(Event):
    """Something happened to a gathering."""

    @classmethod
    def of(cls, gathering: Subject, **facts: str | int) -> Self:
        """The event, with plain facts."""
        return cls(subject="gathering", subject_id=gathering.pk, facts={**facts})


@dataclass(frozen=True, kw_only=True)
class GatheringPlanned(GatheringEvent):
    """It was written down; nobody else sees it yet."""

    says: ClassVar[str] = "You planned a gathering"


@dataclass(frozen=True, kw_only=True)
class GatheringChanged(GatheringEvent):
    """Its words, its time or its seats changed."""

    says: ClassVar[str] = "You changed a gathering"


@dataclass(frozen=True, kw_only=True)
class GatheringOpened(GatheringEvent):
    """People can take seats."""

    says: ClassVar[str] = "You opened a gathering"


@dataclass(frozen=True, kw_only=True)
class GatheringCanceled(GatheringEvent):
    """It will not take place."""

    says: ClassVar[str] = "You called a gathering off"


@dataclass(frozen=True, kw_only=True)
class GatheringEnded(GatheringEvent):
    """Its time is over."""

    says: ClassVar[str] = "A gathering is over"


@dataclass(frozen=True, kw_only=True)
class GuestsForgotten(GatheringEvent):
    """Who came without an account is no longer known; that they came is."""

    says: ClassVar[str] = "A gathering’s guests without an account were forgotten"


@dataclass(frozen=True, kw_only=True)
class RecordingShared(GatheringEvent):
    """Those who came, or wanted to, can hear it again."""

    says: ClassVar[str] = "You shared a recording"


@dataclass(frozen=True, kw_only=True)
class PeopleReminded(GatheringEvent):
    """Reminders were set going."""

    says: ClassVar[str] = "People were reminded of a gathering"


@dataclass(frozen=True, kw_only=True)
class SeatEvent(Event):
    """Something happened to somebody's seat."""

    @classmethod
    def of(cls, seat: SeatSubject, **facts: str | int) -> Self:
        """The event, with plain facts."""
        return cls(subject="seat", subject_id=seat.pk, facts={"gathering": seat.gathering_id, **facts})


@dataclass(frozen=True, kw_only=True)
class SeatAsked(SeatEvent):
    """Somebody without an account left an address that is to be confirmed."""

    says: ClassVar[str] = "Somebody asked for a seat"


@dataclass(frozen=True, kw_only=True)
class SeatBroughtAlong(SeatEvent):
    """Somebody who had a seat by their address alone has an account now."""

    says: ClassVar[str] = "Your seat at a gathering is in your account now"


@dataclass(frozen=True, kw_only=True)
class SeatTaken(SeatEvent):
    """Somebody has a seat."""

    says: ClassVar[str] = "You took a seat at a gathering"


@dataclass(frozen=True, kw_only=True)
class WaitingListJoined(SeatEvent):
    """Every seat was taken, so somebody waits."""

    says: ClassVar[str] = "You joined the waiting list of a gathering"


@dataclass(frozen=True, kw_only=True)
class SeatOffered(SeatEvent):
    """A seat came back and is held for the first in line."""

    says: ClassVar[str] = "A seat was offered to you"


@dataclass(frozen=True, kw_only=True)
class OfferAccepted(SeatEvent):
    """The first in line took it."""

    says: ClassVar[str] = "You took the seat offered to you"


@dataclass(frozen=True, kw_only=True)
class OfferDeclined(SeatEvent):
    """The first in line did not want it any more."""

    says: ClassVar[str] = "You passed on the seat offered to you"


@dataclass(frozen=True, kw_only=True)
class SeatExpired(SeatEvent):
    """An offer or an unconfirmed address was left lying."""

    says: ClassVar[str] = "The time for a seat ran out"


@dataclass(frozen=True, kw_only=True)
class SeatGivenUp(SeatEvent):
    """Somebody's plans changed."""

    says: ClassVar[str] = "You gave up your seat at a gathering"


@dataclass(frozen=True, kw_only=True)
class AttendanceMarked(SeatEvent):
    """Staff noted who came."""

    says: ClassVar[str] = "You noted who came"


@dataclass(frozen=True, kw_only=True)
class SpeakerChosen(SeatEvent):
    """A gathering became a conversation to prepare for."""

    says: ClassVar[str] = "You chose whom to listen to at a gathering"


@dataclass(frozen=True, kw_only=True)
class QuestionShown(SeatEvent):
    """Staff let everybody read a question, or took it back; whose it is stays out."""

    says: ClassVar[str] = "You chose what others read of a question"


@dataclass(frozen=True, kw_only=True)
class AskedToo(SeatEvent):
    """Somebody wants the same answered, or no longer does."""

    says: ClassVar[str] = "You wanted the same answered"
