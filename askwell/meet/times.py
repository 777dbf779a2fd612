"""Wall-clock times in a zone, made into instants and back into words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from askwell.lib import zones

YEARS = range(1970, 2200)


class NoSuchTime(ValueError):
    """No clock in the zone will show this time; the message says why and which one comes next."""


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment in UTC, and whether clocks in its zone show that wall time twice that day."""

    at: datetime
    comes_twice: bool = False


def instant(local: datetime, zone: str) -> Instant:
    """When a clock in the zone shows this wall time; the first time round if it does so twice.

    `local` is naive, `zone` an IANA name. NoSuchTime when clocks skip it, ValueError when `local`
    already has a zone. Gaps and folds are told apart as in PEP 495.
    """
    if local.tzinfo is not None:
        raise ValueError("A wall time carries no zone of its own.")
    if local.year not in YEARS:
        raise NoSuchTime("Check the year.")
    place = ZoneInfo(zone)
    first = local.replace(tzinfo=place, fold=0).astimezone(UTC)
    second = local.replace(tzinfo=place, fold=1).astimezone(UTC)
    shown = first.astimezone(place)
    if shown.replace(tzinfo=None) != local:
        raise NoSuchTime(
            f"Clocks go forward then, so {clock(local)} does not come on {date(local)}. {clock(shown)} does."
        )
    return Instant(first, comes_twice=first != second)


def overlap(start: datetime, minutes: int, other_start: datetime, other_minutes: int) -> bool:
    """Whether two conversations share a minute; one may begin when the other ends."""
    return start < other_start + timedelta(minutes=other_minutes) and other_start < start + timedelta(
        minutes=minutes
    )


def words(at: datetime, zone: str, *, now: datetime | None = None) -> str:
    """Tuesday, November 24, 5:30 PM Eastern: with the year when it is not the one of `now`."""
    place = ZoneInfo(zone)
    local = at.astimezone(place)
    this_year = (now or datetime.now(UTC)).astimezone(place).year
    year = "" if local.year == this_year else f", {local.year}"
    return f"{local:%A}, {date(local)}{year}, {clock(local)} {zones.spoken(at, zone)}"


def letter_lines(moments: Sequence[datetime], zone: str, *, length: str) -> str:
    """The offered times as words to paste into a letter; `length` is like "20 minutes by video"."""
    lines = "\n".join(f"- {words(at, zone)}" for at in sorted(moments))
    return (
        f"Would one of these times suit you for {length}?\n\n{lines}\n\n"
        "If none of them does, please name one that would, and I will make room for it."
    )


def clock(local: datetime) -> str:
    """5:30 PM."""
    return f"{local.hour % 12 or 12}:{local:%M} {'AM' if local.hour < 12 else 'PM'}"


def date(local: datetime) -> str:
    """November 24."""
    return f"{local:%B} {local.day}"
