"""What can happen to the calendar that Askwell writes into."""

from dataclasses import dataclass
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser

from askwell.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class OwnCalendarEvent(Event):
    """Something happened to a person's own calendar."""

    @classmethod
    def of(cls, person: AbstractBaseUser) -> Self:
        """About that person's."""
        return cls(subject="person", subject_id=person.pk)


@dataclass(frozen=True, kw_only=True)
class OwnCalendarConnected(OwnCalendarEvent):
    """Conversations are written into it from now on."""

    says: ClassVar[str] = "You had your conversations put in your calendar"


@dataclass(frozen=True, kw_only=True)
class OwnCalendarTriedAgain(OwnCalendarEvent):
    """It is written anew after some trouble."""

    says: ClassVar[str] = "You had your calendar tried again"


@dataclass(frozen=True, kw_only=True)
class OwnCalendarLeft(OwnCalendarEvent):
    """Nothing is written into it any more."""

    says: ClassVar[str] = "You took your own calendar away"
