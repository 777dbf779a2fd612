"""When a gathering is, for its reader and for its organizer. No Django."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from askwell.lib import zones
from askwell.meet import times


@dataclass(frozen=True, slots=True)
class When:
    """The words of one gathering's time; `organizers` is empty when both read the same clock."""

    month: str
    number: int
    day: str
    clocks: str
    zone: str
    line: str
    organizers: str


def when(starts_at: datetime, ends_at: datetime, *, zone: str, organizers_zone: str) -> When:
    """Thursday, October 22, 7:00 to 8:15 PM, Eastern (New York); and 6:00 to 7:15 PM Central (Chicago)."""
    local = starts_at.astimezone(ZoneInfo(zone))
    theirs = starts_at.astimezone(ZoneInfo(organizers_zone))
    same = local.replace(tzinfo=None) == theirs.replace(tzinfo=None)
    other_day = "" if local.date() == theirs.date() else f"{theirs:%A}, "
    organizers = (
        f"{other_day}{_clocks(starts_at, ends_at, organizers_zone)} {_named(starts_at, organizers_zone)}"
    )
    return When(
        month=f"{local:%b}".upper(),
        number=local.day,
        day=f"{local:%A}",
        clocks=_clocks(starts_at, ends_at, zone),
        zone=_named(starts_at, zone),
        line=times.words(starts_at, zone),
        organizers="" if same else organizers,
    )


def _clocks(starts_at: datetime, ends_at: datetime, zone: str) -> str:
    """7:00 to 8:15 PM; 11:30 AM to 1:00 PM."""
    begin, end = (times.clock(at.astimezone(ZoneInfo(zone))) for at in (starts_at, ends_at))
    return f"{begin.removesuffix(end[-3:])} to {end}"


def _named(at: datetime, zone: str) -> str:
    """Eastern (New York); elsewhere the city says it already."""
    spoken = zones.spoken(at, zone)
    is_us = "UTC" not in spoken
    return f"{spoken} ({zone.rpartition('/')[2].replace('_', ' ')})" if is_us else spoken


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 22nd."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
