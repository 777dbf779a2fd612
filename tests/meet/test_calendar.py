"""The file that calendars read."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from askwell.meet import calendar, times
from tests.meet.test_times import ZONES, wall

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120)


def parsed(raw: bytes) -> Any:
    """The one event in the file."""
    [event] = Calendar.from_ical(raw).walk("VEVENT")
    return event


@given(
    st.datetimes(wall("2020-01-01 00:00"), wall("2040-01-01 00:00")),
    st.sampled_from(ZONES),
    st.integers(10, 120),
)
def test_trap_4_a_local_time_comes_back_as_the_same_instant_in_every_zone(
    local: datetime, zone: str, minutes: int
) -> None:
    try:
        at = times.instant(local.replace(microsecond=0), zone).at
    except times.NoSuchTime:
        return

    event = parsed(calendar.file(calendar.Entry("u", 1, at, minutes, "Talk"), now=NOW))

    assert event["DTSTART"].dt == at
    assert event["DTSTART"].dt.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local.replace(microsecond=0)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=minutes)


@given(texts, texts, texts)
def test_any_words_come_back_as_they_were(title: str, where: str, says: str) -> None:
    raw = calendar.file(calendar.Entry("u", 1, NOW, 20, title, where=where, says=says), now=NOW)

    event = parsed(raw)

    assert (str(event["SUMMARY"]), str(event.get("LOCATION", ""))) == (title, where)
    assert str(event.get("DESCRIPTION", "")) == says
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))


def test_the_file_is_published_in_utc_and_says_when_it_is_off() -> None:
    entry = calendar.Entry("one@askwell", 3, NOW, 20, "Talk", link="https://meet.example/x", canceled=True)

    raw = calendar.file(entry, now=NOW).decode()

    for line in (
        "METHOD:PUBLISH", "UID:one@askwell", "SEQUENCE:3", "DTSTART:20261122T150000Z", "STATUS:CANCELLED",
        "URL:https://meet.example/x", "DTSTAMP:20261122T150000Z",
    ):  # fmt: skip
        assert f"{line}\r\n" in raw


ORGANIZER = calendar.Mailbox("Askwell", "askwell@ask.example.edu")
READER = calendar.Mailbox("Nadia", "nadia@home.example")


@given(
    st.datetimes(wall("2020-01-01 00:00"), wall("2036-01-01 00:00")),
    st.sampled_from(ZONES),
    st.integers(10, 120),
)
def test_trap_4_a_message_names_the_zone_and_means_the_same_instant(
    local: datetime, zone: str, minutes: int
) -> None:
    try:
        at = times.instant(local.replace(microsecond=0), zone).at
    except times.NoSuchTime:
        return
    entry = calendar.Entry("u", 1, at, minutes, "Talk", zone=zone)

    event = parsed(calendar.message(entry, organizer=ORGANIZER, attendee=READER, now=NOW))

    assert event["DTSTART"].dt == at
    assert event["DTEND"].dt == at + timedelta(minutes=minutes)


def test_a_message_brings_the_rules_of_its_zone() -> None:
    entry = calendar.Entry("u", 1, NOW, 20, "Talk", zone="America/New_York")

    raw = calendar.message(entry, organizer=ORGANIZER, attendee=READER, now=NOW).decode()

    assert "DTSTART;TZID=America/New_York:20261122T100000\r\n" in raw
    assert "BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n" in raw


def test_on_a_day_when_clocks_change_a_message_is_in_utc() -> None:
    twice = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    entry = calendar.Entry("u", 1, twice, 20, "Talk", zone="America/New_York")

    raw = calendar.message(entry, organizer=ORGANIZER, attendee=READER, now=NOW).decode()

    assert "DTSTART:20261101T063000Z\r\n" in raw


def test_a_message_asks_a_calendar_to_take_it_and_once_it_is_off_to_drop_it() -> None:
    stands = calendar.Entry("u", 1, NOW, 20, "Talk")
    off = calendar.Entry("u", 2, NOW, 20, "Talk", canceled=True)

    first, last = (
        calendar.message(entry, organizer=ORGANIZER, attendee=READER, now=NOW).decode()
        for entry in (stands, off)
    )

    assert "METHOD:REQUEST\r\n" in first
    assert "STATUS:CONFIRMED\r\n" in first
    assert "METHOD:CANCEL\r\n" in last
    assert "STATUS:CANCELLED\r\n" in last
    assert all("UID:u\r\n" in raw for raw in (first, last))


def test_trap_17_a_message_holds_no_address_but_its_readers_and_our_own() -> None:
    entry = calendar.Entry("u", 1, NOW, 20, "Talk with Priya", says="20 minutes with Priya.")

    raw = calendar.message(entry, organizer=ORGANIZER, attendee=READER, now=NOW).decode().replace("\r\n ", "")

    assert re.findall(r"[\w.]+@[\w.]+", raw) == [READER.address, ORGANIZER.address]
