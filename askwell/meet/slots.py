"""When somebody may be asked to talk: one function both shows the times and checks them. No Django."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property
from itertools import chain
from math import ceil
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from askwell.meet.hours import (
    DAY,
    Hours,
    Span,
    Wall,
    Week,
    day_number,
    openings,
    starts,
    stretches,
    wall,
    weeks,
)

LENGTHS = (15, 20, 30, 45)
Person = TypeVar("Person")


class Busy(NamedTuple):
    """Taken from `begin` to `end`, aware both; a booked conversation is counted for the caps, other busy time is not."""

    begin: datetime
    end: datetime
    counts: bool = False


@dataclass(frozen=True)
class OtherDay:
    """A date that has these hours instead of the weekly ones; with none it is closed, from midnight to midnight."""

    day: date
    hours: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Rules:
    """When somebody talks, and how much of it; lengths of time in minutes, `zone` where they live now.

    Between two conversations lies the longer of `before` and `after`. A cap of None is none. `horizon` is the last
    date that is offered, in days from today. Dates before `back_on` are paused.
    """

    zone: str
    hours: tuple[Hours, ...] = ()
    other_days: tuple[OtherDay, ...] = ()
    lengths: tuple[int, ...] = (20, 30)
    step: int = 15
    before: int = 0
    after: int = 0
    notice: int = 24 * 60
    horizon: int = 60
    most_per_day: int | None = None
    most_per_week: int | None = None
    most_per_month: int | None = None
    back_on: date | None = None

    @cached_property
    def weeks(self) -> dict[str, Week]:
        """The weekly hours by zone."""
        return weeks(self.hours)

    @cached_property
    def others(self) -> dict[int, Sequence[Wall]]:
        """The hours of the days that are different, in order."""
        return {
            day_number(other.day): sorted(wall(opens, closes) for opens, closes in other.hours)
            for other in self.other_days
        }


def slots(
    rules: Rules, busy: Iterable[Busy], *, now: datetime, first: datetime, last: datetime, minutes: int
) -> list[datetime]:
    """Every start, in UTC, from `first` to before `last`, at which a conversation of that length may be booked.

    `busy` holds what is taken around that time, and every booking of the months and weeks it touches.
    """
    found = _starts(rules, busy, now=now, first=first, last=last, minutes=minutes)
    return [datetime.fromtimestamp(at, UTC) for at in found]


def is_slot(rules: Rules, busy: Iterable[Busy], *, now: datetime, at: datetime, minutes: int) -> bool:
    """Whether this start would be shown."""
    moment = timedelta(microseconds=1)
    return at in slots(rules, busy, now=now, first=at, last=at + moment, minutes=minutes)


def next_slot(
    rules: Rules,
    busy: Iterable[Busy],
    *,
    now: datetime,
    minutes: int,
    since: datetime | None = None,
    before: datetime | None = None,
) -> datetime | None:
    """The first start, if there is one (since a moment, before another)."""
    last = before or now + timedelta(days=rules.horizon + 2)
    found = next(_starts(rules, busy, now=now, first=since or now, last=last, minutes=minutes), None)
    return None if found is None else datetime.fromtimestamp(found, UTC)


def first_free(
    people: Iterable[tuple[Person, Rules, Sequence[Busy]]],
    *,
    now: datetime,
    minutes: int,
    since: datetime | None = None,
    before: datetime | None = None,
) -> tuple[Person, datetime] | None:
    """Who can talk first, and when (since a moment, before another); the earlier in the list when several can."""
    best: tuple[Person, datetime] | None = None
    for person, rules, busy in people:
        if at := next_slot(rules, busy, now=now, minutes=minutes, since=since, before=before):
            best, before = (person, at), at
    return best


def _starts(
    rules: Rules, busy: Iterable[Busy], *, now: datetime, first: datetime, last: datetime, minutes: int
) -> Iterator[int]:
    """The starts in seconds, in order, as they are found."""
    begin = max(_up(first), _up(now + timedelta(minutes=rules.notice)))
    end = min(_up(last), _up(now) + (rules.horizon + 2) * DAY)
    if begin >= end or minutes not in rules.lengths:
        return
    candidates = _open_starts(rules, begin, end, minutes=minutes)
    if (earliest := next(candidates, None)) is None:
        return
    taken = list(busy)
    may_be_on = _day_check(rules, taken, now=now)
    blocked = _blocked(rules, taken, minutes=minutes)
    clocks = stretches(rules.zone, begin // DAY, end // DAY)
    index = reach = 0
    for at in chain((earliest,), candidates):
        while index < len(blocked) and blocked[index][0] < at:
            reach = max(reach, blocked[index][1])
            index += 1
        if at >= reach and may_be_on((at + _offset_at(clocks, at)) // DAY):
            yield at


def _open_starts(rules: Rules, begin: int, end: int, *, minutes: int) -> Iterator[int]:
    seconds = minutes * 60
    groups = openings(rules.weeks, rules.others, home=rules.zone, first=begin, last=end + seconds)
    for group in groups:
        for at in starts(group, step=rules.step * 60, seconds=seconds):
            if at >= end:
                return
            if at >= begin:
                yield at


def _offset_at(clocks: Sequence[tuple[int, int, int]], at: int) -> int:
    return next(offset for _, end, offset in clocks if at < end)


def _blocked(rules: Rules, busy: Iterable[Busy], *, minutes: int) -> list[tuple[int, int]]:
    """The starts that each busy time rules out, between two seconds that are both still possible."""
    between = max(rules.before, rules.after)
    found = []
    for begin, end, counts in busy:
        before, after = (between, between) if counts else (rules.before, rules.after)
        if begin < end:
            found.append((int(begin.timestamp()) - (minutes + after) * 60, _up(end) + before * 60))
    return sorted(found)


def _day_check(rules: Rules, busy: Iterable[Busy], *, now: datetime) -> Callable[[int], bool]:
    """Whether a day, in days since 1970, is within horizon, pause and caps."""
    place = ZoneInfo(rules.zone)
    last = day_number(now.astimezone(place).date()) + rules.horizon
    back = day_number(rules.back_on or date.min)
    caps = ((rules.most_per_day, _day), (rules.most_per_week, _week), (rules.most_per_month, _month))
    booked = [day_number(one.begin.astimezone(place).date()) for one in busy if one.counts]
    counted = [(most, period, Counter(map(period, booked))) for most, period in caps if most is not None]

    @cache
    def may_be_on(day: int) -> bool:
        return back <= day <= last and all(held[period(day)] < most for most, period, held in counted)

    return may_be_on


def _day(day: int) -> int:
    return day


def _week(day: int) -> int:
    """ISO weeks, from Monday to Sunday, counted from the one of the first day of 1970."""
    return (day + 3) // 7


def _month(day: int) -> tuple[int, int]:
    on = date.fromordinal(day + date(1970, 1, 1).toordinal())
    return on.year, on.month


def _up(at: datetime) -> int:
    """The whole second at or after a moment."""
    return ceil(at.timestamp())
