"""The page of one's hours, in words: what is set, and the next slots as a seeker would see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, islice
from zoneinfo import ZoneInfo

from django.utils import timezone

from askwell.accounts.models import User
from askwell.lib import zones
from askwell.meet.availability import selectors, words
from askwell.meet.availability.models import Availability, WeeklyHours

DAYS_SHOWN, SLOTS_SHOWN = 3, 6


@dataclass(frozen=True)
class HoursLine:
    """Weekly hours that are alike but for the weekday, as one line."""

    days: str
    span: str
    limits: str
    keys: tuple[int, ...]


@dataclass(frozen=True)
class DaysLine:
    """Dates on end that have the same hours of their own."""

    first: date
    last: date
    days: str
    says: str


@dataclass(frozen=True)
class OfferedDay:
    """The first slots of one date in the host's zone, and how many more there are."""

    day: str
    clocks: list[str]
    more: int


@dataclass(frozen=True)
class HoursPage:
    """What the page of one's hours shows."""

    availability: Availability
    needs_zone: bool
    zone: str
    away_until: str
    lines: list[HoursLine]
    days: list[DaysLine]
    offered: list[OfferedDay]
    minutes: int
    why_none: str


def hours_page(person: User) -> HoursPage:
    """One's hours in words, and the next slots as a seeker would see them."""
    availability = selectors.of(person)
    now = timezone.now()
    today = now.astimezone(ZoneInfo(availability.time_zone)).date()
    minutes = min(availability.lengths)
    last = now + timedelta(days=availability.horizon_days + 2)
    found = selectors.offered(availability, first=now, last=last, minutes=minutes)
    away = availability.back_on if availability.back_on and availability.back_on > today else None
    return HoursPage(
        availability=availability,
        needs_zone=availability._state.adding and not person.time_zone,
        zone=zones.spoken(now, availability.time_zone),
        away_until=words.day(away, today=today) if away else "",
        lines=_lines(availability, today),
        days=_days(availability, today),
        offered=_by_day(found, ZoneInfo(availability.time_zone), today),
        minutes=minutes,
        why_none="" if found else _why_none(availability, away),
    )


def _why_none(availability: Availability, away: date | None) -> str:
    if reason := selectors.why_closed(availability):
        return reason
    if away:
        return "You are away, so nobody is offered a time before you are back."
    if not selectors.rules(availability).hours and not selectors.rules(availability).other_days:
        return "You have no hours yet. Add some below."
    return "Your hours are taken, or your notice, your limits or your last day leave no time."


def _by_day(starts: Sequence[datetime], place: ZoneInfo, today: date) -> list[OfferedDay]:
    local = (one.astimezone(place) for one in starts)
    by_day = groupby(local, key=lambda one: one.date())
    return [_offered_day(day, list(those), today) for day, those in islice(by_day, DAYS_SHOWN)]


def _offered_day(day: date, starts: list[datetime], today: date) -> OfferedDay:
    clocks = [words.clock(one.timetz()) for one in starts[:SLOTS_SHOWN]]
    return OfferedDay(words.day(day, today=today), clocks, len(starts) - len(clocks))


def _alike(one: WeeklyHours) -> tuple[object, ...]:
    return one.opens, one.closes, one.zone, one.since, one.until


def _lines(availability: Availability, today: date) -> list[HoursLine]:
    """Hours of the past are left out."""
    groups: dict[tuple[object, ...], list[WeeklyHours]] = {}
    for one in selectors.weekly_hours(availability):
        if one.until is None or one.until >= today:
            groups.setdefault(_alike(one), []).append(one)
    return [_line(rows, availability.time_zone, today) for rows in groups.values()]


def _line(rows: list[WeeklyHours], zone: str, today: date) -> HoursLine:
    one = rows[0]
    limits = [f"from {words.day(one.since, today=today)}"] if one.since else []
    limits += [f"until {words.day(one.until, today=today)}"] if one.until else []
    limits += [zones.spoken(timezone.now(), one.zone)] if one.zone != zone else []
    days = words.weekdays(row.weekday for row in rows)
    return HoursLine(days, words.span(one.opens, one.closes), ", ".join(limits), tuple(r.pk for r in rows))


def _days(availability: Availability, today: date) -> list[DaysLine]:
    found: list[tuple[date, date, str]] = []
    for other in selectors.rules(availability).other_days:
        says = words.listed([words.span(*span) for span in other.hours]) or "closed"
        if found and found[-1][2] == says and found[-1][1] + timedelta(days=1) == other.day:
            found[-1] = (found[-1][0], other.day, says)
        elif other.day >= today:
            found.append((other.day, other.day, says))
    return [DaysLine(first, last, words.days(first, last, today=today), says) for first, last, says in found]


@dataclass(frozen=True)
class SourceLine:
    """Another calendar, and how it stands."""

    pk: int
    name: str
    kind: str
    read_at: datetime | None
    trouble: str
    closes: bool


def sources(person: User) -> list[SourceLine]:
    """One's other calendars."""
    return [
        SourceLine(
            one.pk,
            one.name,
            one.get_kind_display(),
            one.read_at,
            one.trouble,
            closes=bool(selectors.why_stale(one)),
        )
        for one in selectors.sources(selectors.of(person))
    ]
