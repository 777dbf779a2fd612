"""What can happen to the calendar that Askwell writes into."""

from dataclasses import dataclass
from typing import ClassVar

from askwell.meet.events import PersonsCalendarEvent


@dataclass(frozen=True, kw_only=True)
class OwnCalendarConnected(PersonsCalendarEvent):
    """Conversations are written into it from now on."""

    says: ClassVar[str] = "You had your conversations put in your calendar"


@dataclass(frozen=True, kw_only=True)
class OwnCalendarTriedAgain(PersonsCalendarEvent):
    """It is written anew after some trouble."""

    says: ClassVar[str] = "You had your calendar tried again"


@dataclass(frozen=True, kw_only=True)
class OwnCalendarLeft(PersonsCalendarEvent):
    """Nothing is written into it any more."""

    says: ClassVar[str] = "You took your own calendar away"
