"""Files of strangers are worked out in a process of their own."""

from datetime import UTC, datetime

import pytest

from askwell.meet.availability import apart
from askwell.meet.availability.reading import Times, Unreadable
from tests.meet.calendars import calendar, event

NINE, TEN = ":20261124T140000Z", ":20261124T150000Z"


def read(*files: bytes) -> list[Times]:
    """The busy stretches of November."""
    return apart.busy(
        files, zone="UTC", first=datetime(2026, 11, 1, tzinfo=UTC), last=datetime(2026, 12, 1, tzinfo=UTC)
    )


def test_what_was_worked_out_comes_back() -> None:
    found = read(calendar(event(NINE, TEN)), calendar(event(TEN, "", "DURATION:PT1H")))

    assert found == [(datetime(2026, 11, 24, 14, tzinfo=UTC), datetime(2026, 11, 24, 16, tzinfo=UTC))]


def test_why_a_file_is_unreadable_comes_back_too() -> None:
    with pytest.raises(Unreadable, match="no calendar"):
        read(b"<html>")


def test_a_rule_that_never_comes_to_an_end_is_ended_and_the_next_file_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    never = [event(NINE, TEN, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", uid=str(n)) for n in range(1500)]
    read(calendar())
    monkeypatch.setattr(apart, "MOST_SECONDS", 2.0)

    with pytest.raises(Unreadable, match="too long to work out"):
        read(calendar(*never))
    monkeypatch.undo()

    assert len(read(calendar(event(NINE, TEN)))) == 1


def test_files_that_are_too_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_BYTES", 100)

    with pytest.raises(Unreadable, match="larger than"):
        read(calendar(event(NINE, TEN)))
