"""What can happen to a whole journey."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from askwell.journal.events import Event

if TYPE_CHECKING:
    from askwell.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class JourneyEvent(Event):
    """Something that concerns all of a seeker's journey."""

    @classmethod
    def of(cls, seeker: "User", **facts: int) -> Self:
        """This seeker's, with these counts."""
        return cls(subject="User", subject_id=seeker.pk, facts=dict(facts))


@dataclass(frozen=True, kw_only=True)
class JourneyBroughtIn(JourneyEvent):
    """A file was imported."""

    says: ClassVar[str] = "You brought in a journey from a file"


@dataclass(frozen=True, kw_only=True)
class JourneyDeleted(JourneyEvent):
    """Everything was deleted."""

    says: ClassVar[str] = "You deleted your journey"


@dataclass(frozen=True, kw_only=True)
class AccountDeleted(JourneyEvent):
    """Somebody left a program for good."""

    says: ClassVar[str] = "You deleted your account"


@dataclass(frozen=True, kw_only=True)
class ExampleMade(JourneyEvent):
    """The worked example was set up."""

    says: ClassVar[str] = "You opened the worked example"


@dataclass(frozen=True, kw_only=True)
class ExampleRemoved(JourneyEvent):
    """The worked example was removed."""

    says: ClassVar[str] = "You removed the worked example"
