"""Conversations as calendars read them: a file, a message to act upon, a feed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vText

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a calendar shall hold; `uid` stays for life, `sequence` rises with every change.

    `zone` is the IANA name in which the time was agreed; without one the calendar gets UTC.
    """

    uid: str
    sequence: int
    starts_at: datetime
    minutes: int
    title: str
    where: str = ""
    link: str = ""
    says: str = ""
    canceled: bool = False
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and an e-mail address."""

    name: str
    address: str


def file(entry: Entry, *, now: datetime) -> bytes:
    """The .ics file (RFC 5545), published, its times in UTC so that no reader has to guess a zone."""
    calendar = _calendar("PUBLISH")
    calendar.add_component(_event(entry, now=now))
    return bytes(calendar.to_ical())


def kept(entry: Entry, *, now: datetime) -> bytes:
    """What a calendar server keeps of it (RFC 4791, 4.1: without a method), in the zone in which it was agreed."""
    calendar = _calendar()
    event = _event(entry, now=now)
    _in_zone(calendar, event, entry)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def message(entry: Entry, *, organizer: Mailbox, attendee: Mailbox, now: datetime) -> bytes:
    """The part of a letter that a calendar acts upon (iTIP, RFC 5546): REQUEST, or CANCEL once it is off.

    It names its one reader and Askwell, and nobody else's address.
    """
    calendar = _calendar(method_of(entry))
    event = _event(entry, now=now)
    _in_zone(calendar, event, entry)
    event.add("organizer", _mailbox(organizer))
    reader = _mailbox(attendee)
    reader.params["ROLE"] = vText("REQ-PARTICIPANT")
    reader.params["PARTSTAT"] = vText("ACCEPTED")
    event.add("attendee", reader)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def method_of(entry: Entry) -> str:
    """What a calendar is asked to do with it."""
    return "CANCEL" if entry.canceled else "REQUEST"


def feed(entries: Iterable[Entry], *, name: str, now: datetime) -> bytes:
    """A calendar to subscribe to: everything that stands, and what was called off marked as such."""
    calendar = _calendar("PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, now=now))
    return bytes(calendar.to_ical())


def _calendar(method: str = "") -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Askwell//Askwell//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if method:
        calendar.add("method", method)
    return calendar


def _event(entry: Entry, *, now: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("dtend", (entry.starts_at + timedelta(minutes=entry.minutes)).astimezone(UTC))
    event.add("summary", entry.title)
    event.add("status", "CANCELLED" if entry.canceled else "CONFIRMED")
    for name, value in (("location", entry.where), ("url", entry.link), ("description", entry.says)):
        if value:
            event.add(name, value)
    return event


def _in_zone(calendar: Calendar, event: Event, entry: Entry) -> None:
    """The wall time it was agreed in, with the zone's rules beside it; UTC on a day when clocks change."""
    if not entry.zone:
        return
    start, end = (event.decoded(name).astimezone(ZoneInfo(entry.zone)) for name in ("dtstart", "dtend"))
    # Readers differ in the hours around a change: no guessing there.
    if (start - A_DAY).utcoffset() != (end + A_DAY).utcoffset():
        return
    for name, at in (("dtstart", start), ("dtend", end)):
        del event[name]
        event.add(name, at)
    calendar.add_component(_zone_around(start, entry.zone))


def _zone_around(start: datetime, name: str) -> Timezone:
    """The zone as it is on that day. One rule is all a single event needs, and no reader can misread it:
    several misread longer tables, and the tables that libraries make miss changes (Morocco's, for one).
    """
    rule = TimezoneDaylight() if start.dst() else TimezoneStandard()
    rule.add("dtstart", (start - A_DAY).replace(tzinfo=None))
    rule.add("tzoffsetfrom", start.utcoffset())
    rule.add("tzoffsetto", start.utcoffset())
    rule.add("tzname", start.tzname())
    zone = Timezone()
    zone.add("tzid", name)
    zone.add_component(rule)
    return zone


def _mailbox(who: Mailbox) -> vCalAddress:
    address = vCalAddress(f"mailto:{who.address}")
    address.params["CN"] = vText(who.name)
    return address
