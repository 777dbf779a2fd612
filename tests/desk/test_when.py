from datetime import datetime, timedelta

import pytest

from askwell.desk.when import greeting, on_day, when

NOW = datetime(2026, 10, 15, 9, 0)  # noqa: DTZ001 - local wall clock on both sides


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today at 9:00 AM"),
        (1, "tomorrow at 9:00 AM"),
        (-1, "yesterday at 9:00 AM"),
        (5, "on Tuesday at 9:00 AM"),
        (7, "on October 22"),
        (-3, "last Monday"),
        (-13, "on October 2"),
        (100, "on January 23, 2027"),
    ],
)
def test_a_moment_is_said_as_people_say_it(days: int, words: str) -> None:
    assert when(NOW + timedelta(days=days), NOW) == words


def test_the_year_is_named_only_when_it_is_another_one() -> None:
    assert on_day(NOW, NOW) == "October 15"
    assert on_day(NOW.replace(year=2025), NOW) == "October 15, 2025"


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (4, "Good evening"),
        (5, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (18, "Good evening"),
    ],
)
def test_the_greeting_follows_the_readers_clock(hour: int, words: str) -> None:
    assert greeting(NOW.replace(hour=hour)) == words
