"""What can happen in this room."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from askwell.journal.events import Event

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.decide.models import Decision


@dataclass(frozen=True, kw_only=True)
class CriteriaKept(Event):
    """The seeker said what matters, and how much."""

    says: ClassVar[str] = "You said what matters to you"

    @classmethod
    def of(cls, seeker: "User", *, count: int) -> Self:
        """This many things matter to this seeker now."""
        return cls(subject="User", subject_id=seeker.pk, facts={"criteria": count})


@dataclass(frozen=True, kw_only=True)
class DecisionWritten(Event):
    """The seeker wrote down a decision."""

    says: ClassVar[str] = "You wrote down a decision"

    @classmethod
    def of(cls, decision: "Decision") -> Self:
        """This decision."""
        return cls(subject="Decision", subject_id=decision.pk, facts={"path": decision.path_id})
