"""Until when thanks are due, in words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.keep.due import LATE, due_words, said_when

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
