"""One table of transitions per model, walked by `move_to` and nothing else."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from askwell.lib.verdicts import Refused

if TYPE_CHECKING:
    from django.db.models import Model

    Base = Model
else:
    Base = object

Transitions = Mapping[str, frozenset[str]]


class Walks(Base):
    """A row with a `status` that moves only along its `TRANSITIONS`."""

    TRANSITIONS: ClassVar[Transitions]
    status: Any

    def may_move_to(self, status: str) -> bool:
        """Whether the table has a step from here to there."""
        return status in self.TRANSITIONS[self.status]

    def move_to(self, status: str, **changes: object) -> None:
        """Take the step and save it together with the changes named; a new row is saved whole."""
        if not self.may_move_to(status):
            raise Refused(f"This is “{self.get_status_display()}” already, so that can't be done now.")
        self.status = status
        for name, value in changes.items():
            setattr(self, name, value)
        self.save(update_fields=None if self._state.adding else ["status", *changes])

    if TYPE_CHECKING:

        def get_status_display(self) -> str: ...
