"""When other calendars say that somebody is busy."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.meet.availability.reading import Unreadable, busy
from tests.meet.calendars import CUSTOM, calendar, event

FIRST = datetime(2026, 10, 20, tzinfo=UTC)
LAST = datetime(2026, 12, 1, tzinfo=UTC)
NINE, TEN = ";TZID=America/New_York:20261124T090000", ";TZID=America/New_York:20261124T100000"


def read(*files: bytes, zone: str = "America/New_York", own: tuple[str, ...] = ()) -> list[str]:
    """The stretches of the files between the two dates, in UTC."""
    found = busy(files, zone=zone, first=FIRST, last=LAST, own=own)
    return [f"{begin:%m-%d %H:%M}..{end:%m-%d %H:%M}" for begin, end in found]


def test_an_event_takes_its_time() -> None:
    assert read(calendar(event(NINE, TEN))) == ["11-24 14:00..11-24 15:00"]
    assert read(calendar(event(NINE, "", "DURATION:PT20M"))) == ["11-24 14:00..11-24 14:20"]
    assert read(calendar(event(":20261124T140000Z", ":20261124T150000Z"))) == ["11-24 14:00..11-24 15:00"]


def test_an_event_without_length_takes_no_time() -> None:
    assert read(calendar(event(NINE))) == []


@pytest.mark.parametrize(
    ("zone", "blocked"),
    [
        ("America/New_York", "11-26 05:00..11-27 05:00"),
        ("Pacific/Auckland", "11-25 11:00..11-26 11:00"),
        ("Asia/Kathmandu", "11-25 18:15..11-26 18:15"),
    ],
)
def test_trap_3_an_all_day_event_blocks_the_day_where_the_host_lives(zone: str, blocked: str) -> None:
    assert read(calendar(event(";VALUE=DATE:20261126", ";VALUE=DATE:20261127")), zone=zone) == [blocked]
    assert read(calendar(event(";VALUE=DATE:20261126")), zone=zone) == [blocked]
    assert read(calendar(event(";VALUE=DATE:20261126", ";VALUE=DATE:20261126")), zone=zone) == [blocked]


def test_trap_3_an_all_day_event_on_a_clock_change_blocks_the_longer_day() -> None:
    assert read(calendar(event(";VALUE=DATE:20261101", ";VALUE=DATE:20261102"))) == [
        "11-01 04:00..11-02 05:00"
    ]


def test_trap_1_a_weekly_event_keeps_its_wall_time_past_a_clock_change() -> None:
    weekly = event(";TZID=America/New_York:20261027T090000", "", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2")

    assert read(calendar(weekly)) == ["10-27 13:00..10-27 14:00", "11-03 14:00..11-03 15:00"]


def test_recurring_events_have_exceptions() -> None:
    series = event(
        ";TZID=America/New_York:20261102T090000", "", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=5",
        "EXDATE;TZID=America/New_York:20261103T090000", "RDATE;TZID=America/New_York:20261110T090000",
    )  # fmt: skip
    moved = event(
        ";TZID=America/New_York:20261104T150000", ";TZID=America/New_York:20261104T160000",
        "RECURRENCE-ID;TZID=America/New_York:20261104T090000",
    )  # fmt: skip
    canceled = event(
        ";TZID=America/New_York:20261105T090000", ";TZID=America/New_York:20261105T100000",
        "RECURRENCE-ID;TZID=America/New_York:20261105T090000", "STATUS:CANCELLED",
    )  # fmt: skip

    assert read(calendar(series, moved, canceled)) == [
        "11-02 14:00..11-02 15:00", "11-04 20:00..11-04 21:00", "11-06 14:00..11-06 15:00",
        "11-10 14:00..11-10 15:00",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "status:cancelled"])
def test_what_takes_no_time_does_not_block(line: str) -> None:
    assert read(calendar(event(NINE, TEN, line))) == []


@pytest.mark.parametrize("line", ["TRANSP:OPAQUE", "STATUS:TENTATIVE", "CLASS:PRIVATE"])
def test_everything_else_does(line: str) -> None:
    assert len(read(calendar(event(NINE, TEN, line)))) == 1


def test_floating_times_are_the_hosts() -> None:
    floating = calendar(event(":20261124T090000", ":20261124T100000"))

    assert read(floating) == ["11-24 14:00..11-24 15:00"]
    assert read(floating, zone="Asia/Kathmandu") == ["11-24 03:15..11-24 04:15"]


def test_the_names_that_windows_gives_zones_are_understood() -> None:
    zoned = event(
        ";TZID=W. Europe Standard Time:20261124T090000", ";TZID=Eastern Standard Time:20261124T090000"
    )

    assert read(calendar(zoned)) == ["11-24 08:00..11-24 14:00"]


def test_a_zone_that_the_file_describes_is_understood() -> None:
    zoned = event(
        ";TZID=Customized Time Zone:20261028T090000", "", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2"
    )
    eastern = CUSTOM.format(summer="-0400", winter="-0500")

    assert read(calendar(zoned, zones=eastern)) == ["10-28 13:00..10-28 14:00", "11-04 14:00..11-04 15:00"]


def test_one_files_zone_does_not_serve_another_files_events() -> None:
    zoned = event(";TZID=Customized Time Zone:20261124T090000", "", "DURATION:PT1H")
    eastern = calendar(zoned, zones=CUSTOM.format(summer="-0400", winter="-0500"))
    pacific = calendar(zoned, zones=CUSTOM.format(summer="-0700", winter="-0800"))

    assert read(eastern) == ["11-24 14:00..11-24 15:00"]
    assert read(pacific) == ["11-24 17:00..11-24 18:00"]
    with pytest.raises(Unreadable, match="Customized Time Zone"):
        read(calendar(zoned))


def test_a_zone_that_nobody_knows_is_not_guessed() -> None:
    with pytest.raises(Unreadable, match="a time zone that nobody knows: Middle Earth"):
        read(calendar(event(";TZID=Middle Earth:20261124T090000", ";TZID=Middle Earth:20261124T100000")))


def test_times_that_touch_or_overlap_are_one_and_files_go_together() -> None:
    early = calendar(
        event(NINE, TEN), event(";TZID=America/New_York:20261124T093000", "", "DURATION:PT1H", uid="2")
    )
    late = calendar(event(";TZID=America/New_York:20261124T103000", "", "DURATION:PT30M"))

    assert read(early, late) == ["11-24 14:00..11-24 16:00"]


def test_what_lies_outside_is_left_out_and_what_reaches_in_is_cut() -> None:
    assert read(calendar(event(":20261019T000000Z", ":20261020T010000Z"))) == ["10-20 00:00..10-20 01:00"]
    assert read(calendar(event(":20251124T090000Z", ":20251124T100000Z"))) == []


def test_our_own_conversations_are_left_out() -> None:
    file = calendar(event(NINE, TEN, uid="abc@askwell"))

    assert read(file, own=("abc@askwell",)) == []
    assert len(read(file)) == 1


def test_a_calendar_without_events_is_one() -> None:
    assert read(calendar()) == []


@pytest.mark.parametrize(
    "file",
    [b"", b"<html>Sign in</html>", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", calendar(event(NINE, TEN))[:-16],
     calendar("UID:1\nDTSTART:yesterday"), calendar("UID:1\nSUMMARY:no start"), b"\xff\xfe\x00",
     calendar(event(NINE, TEN, "RRULE:FREQ=SOMETIMES"))],
)  # fmt: skip
def test_what_is_no_calendar_is_no_empty_calendar(file: bytes) -> None:
    with pytest.raises(Unreadable):
        read(file)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))) + ";BYSECOND=0,30",
     "FREQ=YEARLY;BYSECOND=" + ",".join(map(str, range(60))) + ";BYMINUTE=" + ",".join(map(str, range(60)))],
)  # fmt: skip
def test_a_rule_that_floods_the_calendar_is_refused(rule: str) -> None:
    with pytest.raises(Unreadable, match="repeat more often"):
        read(calendar(event(NINE, TEN, f"RRULE:{rule}")))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: calendar(text)))
def test_any_bytes_are_read_or_refused(file: bytes) -> None:
    try:
        found = busy([file], zone="America/New_York", first=FIRST, last=LAST)
    except Unreadable:
        return

    assert all(FIRST <= begin < end <= LAST + timedelta() for begin, end in found)
