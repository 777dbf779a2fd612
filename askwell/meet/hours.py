"""Weekly hours on a wall clock, laid on dates and turned into stretches of UTC. No Django.

Somebody is open at a moment when the clock in the zone of their hours then shows a time within them. So hours that a
clock change skips do not come, and hours that it repeats come twice. Everything is whole seconds since 1970, in UTC.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from heapq import merge
from itertools import chain
from typing import NamedTuple
from zoneinfo import ZoneInfo

DAY = 86_400
EPOCH = date(1970, 1, 1).toordinal()
Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class Hours:
    """Open every week from one wall time to another, on the dates `since` to `until`, both included.

    Hours that close at or before the time they open close on the next day: 00:00 is the midnight at the day's end.
    They belong to the date on which they open. `weekday` counts from Monday, 0; `zone` is an IANA name.
    """

    weekday: int
    opens: time
    closes: time
    zone: str
    since: date = date.min
    until: date = date.max


class Wall(NamedTuple):
    """Hours in seconds after the midnight that begins their day, and the days on which they hold."""

    opens: int
    closes: int
    since: int
    until: int


class Window(NamedTuple):
    """Open from `begin` to `end`; starts are counted from `anchor`, where clocks show the opening time."""

    begin: int
    end: int
    anchor: int


class Stretch(NamedTuple):
    """From `begin` to `end` the clocks of a zone are `offset` ahead of UTC."""

    begin: int
    end: int
    offset: int


Week = Sequence[Sequence[Wall]]


def day_number(day: date) -> int:
    """Days since 1970."""
    return day.toordinal() - EPOCH


def wall(opens: time, closes: time, *, since: date = date.min, until: date = date.max) -> Wall:
    """The hours in seconds."""
    begin, end = _seconds(opens), _seconds(closes)
    return Wall(begin, end if end > begin else end + DAY, day_number(since), day_number(until))


def _seconds(clock: time) -> int:
    return clock.hour * 3600 + clock.minute * 60 + clock.second


def weeks(hours: Iterable[Hours]) -> dict[str, Week]:
    """For each zone the hours of each weekday, in the order in which they open."""
    found: dict[str, list[list[Wall]]] = {}
    for one in hours:
        week = found.setdefault(one.zone, [[] for _ in range(7)])
        week[one.weekday].append(wall(one.opens, one.closes, since=one.since, until=one.until))
    for week in found.values():
        for day in week:
            day.sort()
    return {zone: tuple(map(tuple, week)) for zone, week in found.items()}


@lru_cache(maxsize=1024)
def stretches(zone: str, first_day: int, last_day: int) -> tuple[Stretch, ...]:
    """The stretches of one offset in a zone, over whole days of UTC, the last one included."""
    place = ZoneInfo(zone)
    found: list[Stretch] = []
    begin, end = first_day * DAY, (last_day + 1) * DAY
    for at in range(begin, end, DAY):
        offset = _offset(place, at)
        if (after := _offset(place, at + DAY)) != offset:
            change = _change(place, at, at + DAY)
            found.append(Stretch(begin, change, offset))
            begin, offset = change, after
    found.append(Stretch(begin, end, offset))
    return tuple(found)


def _offset(place: ZoneInfo, at: int) -> int:
    ahead = datetime.fromtimestamp(at, UTC).astimezone(place).utcoffset()
    return int(ahead.total_seconds()) if ahead is not None else 0


def _change(place: ZoneInfo, low: int, high: int) -> int:
    """The second at which the offset changes; zones do so once a day at most."""
    before = _offset(place, low)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(place, middle) == before else (low, middle)
    return high


def openings(
    all_weeks: Mapping[str, Week],
    other_days: Mapping[int, Sequence[Wall]],
    *,
    home: str,
    first: int,
    last: int,
) -> Iterator[list[Window]]:
    """Windows that touch or overlap, together; all that hold a moment from `first` to `last`, in order.

    A day in `other_days` has only the hours given there, in the zone `home`: what would reach into it from the day
    before ends at its midnight.
    """
    zones = {home, *all_weeks} if other_days else all_weeks
    streams = [
        _windows(
            all_weeks.get(zone, ((),) * 7),
            other_days if zone == home else dict.fromkeys(other_days, ()),
            zone=zone,
            first=first,
            last=last,
        )
        for zone in zones
    ]
    return _together(streams[0] if len(streams) == 1 else merge(*streams))


def _windows(
    week: Week, other_days: Mapping[int, Sequence[Wall]], *, zone: str, first: int, last: int
) -> Iterator[Window]:
    for begin, end, offset in stretches(zone, first // DAY - 1, last // DAY + 1):
        low, high = max(begin, first), min(end, last)
        for day in range((low + offset) // DAY - 1, (high + offset) // DAY + 1):
            midnight = day * DAY - offset
            cut = DAY if day + 1 in other_days else 2 * DAY
            for opens, closes, since, until in _hours_of(day, week, other_days):
                opened, closed = midnight + opens, midnight + min(closes, cut)
                if opened < high and closed > low and since <= day <= until:
                    yield Window(max(opened, begin), min(closed, end), opened)


def _hours_of(day: int, week: Week, other_days: Mapping[int, Sequence[Wall]]) -> Sequence[Wall]:
    # The first day of 1970 was a Thursday.
    return other_days[day] if day in other_days else week[(day + 3) % 7]


def _together(windows: Iterable[Window]) -> Iterator[list[Window]]:
    group: list[Window] = []
    end = 0
    for window in windows:
        if group and window.begin > end:
            yield group
            group, end = [], 0
        group.append(window)
        end = max(end, window.end)
    if group:
        yield group


def starts(group: Sequence[Window], *, step: int, seconds: int) -> Iterable[int]:
    """When something of that many seconds could begin: every `step` from each opening, while all are open."""
    end = max(window.end for window in group) - seconds
    grids = [
        range(
            window.anchor + -(-(window.begin - window.anchor) // step) * step, min(window.end, end + 1), step
        )
        for window in group
    ]
    return grids[0] if len(grids) == 1 else sorted(set(chain(*grids)))
