"""What can happen in Explore."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from askwell.journal.events import Event

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.explore.models import Path


@dataclass(frozen=True, kw_only=True)
class PathEvent(Event):
    """Something that happened to a path."""

    @classmethod
    def of(cls, path: "Path") -> Self:
        """The event, with the occupation's code as its plain fact."""
        return cls(subject="Path", subject_id=path.pk, facts={"soc": path.occupation.soc})


@dataclass(frozen=True, kw_only=True)
class PathConsidered(PathEvent):
    """A career was put under consideration."""

    says: ClassVar[str] = "You put a career under consideration"


@dataclass(frozen=True, kw_only=True)
class PathSetAside(PathEvent):
    """A path was taken off the table."""

    says: ClassVar[str] = "You set a path aside"


@dataclass(frozen=True, kw_only=True)
class PathTakenUp(PathEvent):
    """A path came back onto the table."""

    says: ClassVar[str] = "You took a path up again"


@dataclass(frozen=True, kw_only=True)
class PathNarrowed(PathEvent):
    """The seeker said where or for whom."""

    says: ClassVar[str] = "You narrowed a path down"


@dataclass(frozen=True, kw_only=True)
class FiguresTaken(Event):
    """The seeker let the paths rest on newer figures."""

    says: ClassVar[str] = "You took the newest public figures"

    @classmethod
    def of(cls, seeker: "User", *, paths: int) -> Self:
        """This many paths of this seeker rest on the newest figures now."""
        return cls(subject="User", subject_id=seeker.pk, facts={"paths": paths})
