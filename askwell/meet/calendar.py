"""One conversation as a file that calendars read."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event


@dataclass(frozen=True, slots=True)
class Entry:
    """What a calendar shall hold; `uid` stays for life, `sequence` rises with every change."""

    uid: str
    sequence: int
    starts_at: datetime
    minutes: int
    title: str
    where: str = ""
    link: str = ""
    says: str = ""
    canceled: bool = False


def file(entry: Entry, *, now: datetime) -> bytes:
    """The .ics file (RFC 5545), published, its times in UTC so that no reader has to guess a zone."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("dtend", (entry.starts_at + timedelta(minutes=entry.minutes)).astimezone(UTC))
    event.add("summary", entry.title)
    event.add("status", "CANCELLED" if entry.canceled else "CONFIRMED")
    for name, value in (
        ("location", entry.where),
        ("url", entry.link),
        ("description", entry.says),
    ):
        if value:
            event.add(name, value)
    calendar = Calendar()
    calendar.add("prodid", "-//Askwell//Askwell//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
