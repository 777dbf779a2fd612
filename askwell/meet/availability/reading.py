"""When other calendars say that somebody is busy: files in, stretches of time out. No Django, and no titles kept."""

import threading
import warnings
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from math import prod
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar, Event
from icalendar.timezone import tzp

AROUND = timedelta(days=2)
MOST_A_DAY = 2_000
"""Occurrences a day that all the rules of a file may ask for together; a file that wants more is no calendar."""
_one_file_at_a_time = threading.Lock()
Times = tuple[datetime, datetime]


class Unreadable(Exception):
    """A file is no calendar that can be relied on; the message says why in plain words."""


def busy(
    files: Iterable[bytes], *, zone: str, first: datetime, last: datetime, own: Collection[str] = ()
) -> list[Times]:
    """The stretches in UTC, merged and in order, in which the events of the files take time between two moments.

    Days and times without a zone of their own are those of `zone`. Events whose UID is in `own` are left out, and so
    are canceled and transparent ones. Unreadable rather than wrong (RFC 5545).
    """
    found: list[Times] = []
    for file in files:
        found += _times(file, ZoneInfo(zone), first, last, own)
    return _merged(
        (max(begin, first), min(end, last)) for begin, end in found if begin < last and end > first
    )


def _times(
    file: bytes, place: ZoneInfo, first: datetime, last: datetime, own: Collection[str]
) -> list[Times]:
    # The library remembers zones by their names alone: one file's “Customized Time Zone” must not serve another's.
    with _one_file_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tzp.use_default()
        events = [
            event
            for event in _events(file, first - AROUND, last + AROUND)
            if _blocks(event) and str(event.get("UID")) not in own
        ]
    return [_utc(event, place) for event in events]


def _events(file: bytes, first: datetime, last: datetime) -> list[Event]:
    try:
        calendars = Calendar.from_ical(file, multiple=True)
        if not calendars or any(one.name != "VCALENDAR" for one in calendars):
            raise Unreadable("What stands there is no calendar.")
        _check_rules(calendars)
        found: list[Event] = []
        for one in calendars:
            found += recurring_ical_events.of(one).between(first, last)
        _check_zones(calendars, found)
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
        IndexError,
        RecursionError,
    ) as fault:
        raise Unreadable("What stands there is no calendar, or a broken one.") from fault
    return found


def _check_rules(calendars: Iterable[Calendar]) -> None:
    rules = [
        rule for calendar in calendars for event in calendar.events for rule in _listed(event.get("RRULE"))
    ]
    if sum(_a_day(rule) for rule in rules) > MOST_A_DAY:
        raise Unreadable("It holds events that repeat more often than any calendar needs.")


def _check_zones(calendars: Iterable[Calendar], occurrences: Iterable[Event]) -> None:
    """A time that names a zone, and yet has none, is not taken for the host's own time."""
    strange = {
        str(event.get("UID")): str(event["DTSTART"].params["TZID"])
        for calendar in calendars
        for event in calendar.events
        if "TZID" in event["DTSTART"].params and getattr(event.DTSTART, "tzinfo", UTC) is None
    }
    for one in occurrences:
        if (zone := strange.get(str(one.get("UID")))) is not None:
            raise Unreadable(f"It names a time zone that nobody knows: {zone[:60]}.")


def _listed(value: object) -> list[dict[str, list[object]]]:
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, dict)]


def _a_day(rule: dict[str, list[object]]) -> int:
    often = {"SECONDLY": 86_400, "MINUTELY": 1_440, "HOURLY": 24}
    times = [len(rule.get(part, [])) or 1 for part in ("BYHOUR", "BYMINUTE", "BYSECOND")]
    return often.get(str(rule.get("FREQ", [""])[0]).upper(), 1) * prod(times)


def _blocks(event: Event) -> bool:
    transparent = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
    return not transparent and str(event.get("STATUS", "")).upper() != "CANCELLED"


def _utc(event: Event, place: ZoneInfo) -> Times:
    """A date is not a moment: it lasts from one midnight to another, where the person lives."""
    begin, end = event.start, event.end
    if isinstance(begin, datetime) and isinstance(end, datetime):
        return _moment(begin, place), _moment(end, place)
    first, last = _date(begin), _date(end)
    return _midnight(first, place), _midnight(max(last, first + timedelta(days=1)), place)


def _date(on: date) -> date:
    return on.date() if isinstance(on, datetime) else on


def _midnight(day: date, place: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=place).astimezone(UTC)


def _moment(at: datetime, place: ZoneInfo) -> datetime:
    return (at if at.tzinfo else at.replace(tzinfo=place)).astimezone(UTC)


def _merged(times: Iterable[Times]) -> list[Times]:
    found: list[Times] = []
    for begin, end in sorted(one for one in times if one[0] < one[1]):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return found
