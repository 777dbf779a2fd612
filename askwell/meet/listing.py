"""Free times as a page lists them: by day, in the reader's zone. No Django."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from askwell.meet import times

DAYS_SHOWN = 5


@dataclass(frozen=True)
class Time:
    """One start: the moment as a form sends it, and what the clock then shows."""

    at: str
    clock: str


@dataclass(frozen=True)
class Day:
    """The free times of one date."""

    name: str
    times: list[Time]


def by_day(starts: Iterable[datetime], zone: str) -> tuple[list[Day], datetime | None]:
    """The first days that have times, and the first start after them, if there is one."""
    place = ZoneInfo(zone)
    groups = [list(those) for _, those in groupby(sorted(starts), key=lambda at: at.astimezone(place).date())]
    shown = [_day(those, zone) for those in groups[:DAYS_SHOWN]]
    return shown, groups[DAYS_SHOWN][0] if len(groups) > DAYS_SHOWN else None


def _day(starts: list[datetime], zone: str) -> Day:
    place = ZoneInfo(zone)
    local = starts[0].astimezone(place)
    return Day(f"{local:%A}, {times.date(local)}", [_time(at, starts, place) for at in starts])


def _time(at: datetime, starts: list[datetime], place: ZoneInfo) -> Time:
    local = at.astimezone(place)
    # On the night on which clocks go back, the same time comes twice: say which.
    twice = (
        sum(one.astimezone(place).replace(tzinfo=None) == local.replace(tzinfo=None) for one in starts) > 1
    )
    return Time(at.isoformat(), f"{times.clock(local)} {local:%Z}" if twice else times.clock(local))
