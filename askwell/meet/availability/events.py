"""What can happen to somebody's hours."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from askwell.journal.events import Event

if TYPE_CHECKING:
    from askwell.meet.availability.models import Availability


@dataclass(frozen=True, kw_only=True)
class AvailabilityEvent(Event):
    """Something happened to when a person may be asked to talk."""

    @classmethod
    def of(cls, availability: "Availability", **facts: str | int) -> Self:
        """The event, with plain facts."""
        return cls(subject="availability", subject_id=availability.pk, facts={**facts})


@dataclass(frozen=True, kw_only=True)
class HoursAdded(AvailabilityEvent):
    """There are more weekly hours."""

    says: ClassVar[str] = "You added weekly hours"


@dataclass(frozen=True, kw_only=True)
class HoursDropped(AvailabilityEvent):
    """There are fewer weekly hours."""

    says: ClassVar[str] = "You took weekly hours away"


@dataclass(frozen=True, kw_only=True)
class DaysChanged(AvailabilityEvent):
    """Some dates got hours of their own, or none."""

    says: ClassVar[str] = "You changed single days"


@dataclass(frozen=True, kw_only=True)
class DayRestored(AvailabilityEvent):
    """A date has the weekly hours again."""

    says: ClassVar[str] = "You put a day back to your weekly hours"


@dataclass(frozen=True, kw_only=True)
class LimitsChanged(AvailabilityEvent):
    """Lengths, steps, buffers, notice, horizon or caps changed."""

    says: ClassVar[str] = "You changed your limits"


@dataclass(frozen=True, kw_only=True)
class OffersPaused(AvailabilityEvent):
    """Nothing is offered before a day of return."""

    says: ClassVar[str] = "You paused your hours"


@dataclass(frozen=True, kw_only=True)
class OffersResumed(AvailabilityEvent):
    """The pause is over."""

    says: ClassVar[str] = "You offer times again"


@dataclass(frozen=True, kw_only=True)
class HostMoved(AvailabilityEvent):
    """They live in another time zone from a day on."""

    says: ClassVar[str] = "You moved your hours to another time zone"


@dataclass(frozen=True, kw_only=True)
class CalendarAdded(AvailabilityEvent):
    """One more calendar takes time."""

    says: ClassVar[str] = "You connected a calendar"


@dataclass(frozen=True, kw_only=True)
class CalendarDropped(AvailabilityEvent):
    """A calendar takes no time any more."""

    says: ClassVar[str] = "You took a calendar away"


@dataclass(frozen=True, kw_only=True)
class CalendarAsked(AvailabilityEvent):
    """A calendar is read before its turn."""

    says: ClassVar[str] = "You had a calendar read again"
