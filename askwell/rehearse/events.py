"""What can happen in practice."""

from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self

from askwell.journal.events import Event


class Try(Protocol):
    """The part of a rehearsal that an event keeps."""

    pk: Any


@dataclass(frozen=True, kw_only=True)
class OpeningSaid(Event):
    """The seeker said the opening aloud; how sure they felt stays out of the journal."""

    says: ClassVar[str] = "You said your opening aloud"

    @classmethod
    def of(cls, rehearsal: Try) -> Self:
        """The event; practice is private, so it names no contact."""
        return cls(subject="rehearsal", subject_id=rehearsal.pk)
