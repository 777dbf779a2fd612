"""Slots the slow way, obviously right: every minute is looked at on the clock, one after the other."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from askwell.meet.slots import Busy, Rules

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
Opening = tuple[str, datetime, datetime]


def _hours_of(rules: Rules, day: date) -> Iterator[Opening]:
    """The zone and the wall times from and to which somebody is open on a date."""
    other = {one.day: one.hours for one in rules.other_days}
    if day in other:
        found = [(rules.zone, opens, closes) for opens, closes in other[day]]
    else:
        found = [
            (one.zone, one.opens, one.closes)
            for one in rules.hours
            if one.weekday == day.weekday() and one.since <= day <= one.until
        ]
    for zone, opens, closes in found:
        begin, end = datetime.combine(day, opens), datetime.combine(day, closes)
        if end <= begin:
            end += DAY
        if day + DAY in other:
            end = min(end, datetime.combine(day + DAY, time()))
        yield zone, begin, end


@lru_cache(maxsize=16)
def hours_of(rules: Rules, day: date) -> list[Opening]:
    """The same, looked up once."""
    return list(_hours_of(rules, day))


def open_since(rules: Rules, minute: datetime) -> list[timedelta]:
    """How long, on the clock, each of the hours that hold at this minute has been open."""
    found = []
    for zone in {rules.zone, *(one.zone for one in rules.hours)}:
        wall = minute.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        for day in (wall.date() - DAY, wall.date()):
            found += [wall - b for z, b, e in hours_of(rules, day) if z == zone and b <= wall < e]
    return found


def periods(day: date) -> tuple[date, tuple[int, int], tuple[int, int]]:
    """A date, its ISO week, its month."""
    return day, day.isocalendar()[:2], (day.year, day.month)


def may_be_on(rules: Rules, busy: Sequence[Busy], day: date, *, now: datetime) -> bool:
    """Whether pause, horizon and caps leave this date."""
    place = ZoneInfo(rules.zone)
    if rules.back_on and day < rules.back_on:
        return False
    if (day - now.astimezone(place).date()).days > rules.horizon:
        return False
    booked = [periods(one.begin.astimezone(place).date()) for one in busy if one.counts]
    caps = (rules.most_per_day, rules.most_per_week, rules.most_per_month)
    for number, (cap, period) in enumerate(zip(caps, periods(day), strict=True)):
        if cap is not None and sum(one[number] == period for one in booked) >= cap:
            return False
    return True


def is_free(rules: Rules, busy: Sequence[Busy], at: datetime, minutes: int) -> bool:
    """Whether no busy minute lies within the conversation or its buffers."""
    for one in busy:
        before = max(rules.before, rules.after) if one.counts else rules.before
        after = max(rules.before, rules.after) if one.counts else rules.after
        minute, end = at - before * MINUTE, at + (minutes + after) * MINUTE
        while minute < end:
            if one.begin <= minute < one.end:
                return False
            minute += MINUTE
    return True


def slots(
    rules: Rules, busy: Sequence[Busy], *, now: datetime, first: datetime, last: datetime, minutes: int
) -> list[datetime]:
    """What `askwell.meet.slots.slots` should find, for times of whole minutes."""
    found: list[datetime] = []
    at = first.astimezone(UTC)
    open_at: dict[datetime, list[timedelta]] = {}
    while at < last + 60 * MINUTE:
        open_at[at] = open_since(rules, at)
        at += MINUTE
    for at, since in open_at.items():
        if at >= last or minutes not in rules.lengths or at < now + rules.notice * MINUTE:
            continue
        if not any(one % (rules.step * MINUTE) == timedelta() for one in since):
            continue
        if all(open_at[at + n * MINUTE] for n in range(minutes)) and is_free(rules, busy, at, minutes):
            day = at.astimezone(ZoneInfo(rules.zone)).date()
            if may_be_on(rules, busy, day, now=now):
                found.append(at)
    return found
