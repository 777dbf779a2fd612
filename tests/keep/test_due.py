"""Until when thanks are due, in words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.keep.due import LATE, WITHIN, due_words, said_when

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (4, "Due by today, 4 PM Central"),
        (11.25, "Due by today, 11:15 PM Central"),
        (12, "Due by tomorrow, 12 AM Central"),
        (24, "Due by tomorrow, 12 PM Central"),
        (48, "Due by Friday, 12 PM Central"),
        (0, LATE),
        (-30, LATE),
    ],
)
def test_the_day_is_named_as_people_say_it(hours: float, words: str) -> None:
    assert due_words(NOON + timedelta(hours=hours), NOON).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "on Monday"),
        (6, "on Thursday"),
        (7, "on February 25"),
        (-1, "on March 5"),
    ],
)
def test_when_people_talked_is_said_as_a_letter_says_it(days: int, words: str) -> None:
    assert said_when(NOON - timedelta(days=days), NOON) == words


IN_CHICAGO = st.datetimes(timezones=st.just(ZoneInfo("America/Chicago")))


@given(IN_CHICAGO, IN_CHICAGO)
def test_late_thanks_are_never_blamed(due: datetime, now: datetime) -> None:
    words = due_words(due, now)

    assert (words == LATE) == (now >= due)


@given(
    st.integers(0, 5 * 366 * 24 * 60).map(lambda minutes: NOON + timedelta(minutes=minutes)),
    st.sampled_from(["America/Chicago", "Europe/Berlin", "Pacific/Auckland", "Asia/Kathmandu", "UTC"]),
    st.timedeltas(timedelta(), timedelta(hours=30)),
)
def test_trap_6_thanks_are_due_within_a_day_on_the_readers_own_day_and_never_in_the_past(
    talked: datetime, zone: str, later: timedelta
) -> None:
    ended = talked.astimezone(UTC)
    due = (ended + WITHIN).astimezone(ZoneInfo(zone))
    now = (ended + later).astimezone(ZoneInfo(zone))

    words = due_words(due, now)

    if later >= WITHIN:
        assert words == LATE
    else:
        named = {0: "today", 1: "tomorrow"}.get((due.date() - now.date()).days, f"{due:%A}")
        assert words.startswith(f"Due by {named}, {due.hour % 12 or 12}")
        assert due.date() >= now.date()


def test_trap_6_a_talk_on_the_eve_of_a_clock_change_is_thanked_for_by_the_right_hour() -> None:
    ended = datetime(2026, 10, 31, 22, 0, tzinfo=ZoneInfo("America/Chicago"))
    due = (ended.astimezone(UTC) + WITHIN).astimezone(ZoneInfo("America/Chicago"))

    assert due_words(due, ended).replace("\u00a0", " ") == "Due by tomorrow, 9 PM Central"
