"""Who of those that are free takes a consultation. No Django."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Load:
    """How much somebody has talked lately: `recent` conversations, the last one then."""

    person: int
    recent: int = 0
    last: datetime | None = None


def whose_turn(loads: Iterable[Load]) -> int:
    """The one with the fewest lately; among equals whoever has waited longest, then the lower id."""
    return min(loads, key=lambda one: (one.recent, one.last or NEVER, one.person)).person
