"""What can happen to a person's own page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from askwell.journal.events import Event

if TYPE_CHECKING:
    from askwell.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Introduced(Event):
    """Somebody said, or changed, who they are."""

    says: ClassVar[str] = "You said who you are"

    @classmethod
    def of(cls, user: "User") -> "Introduced":
        """About that person."""
        return cls(subject="person", subject_id=user.pk)
