from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.desk.example.moments import WEEKDAYS, told_from

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)  # a Sunday, 3 PM in New York


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("-1d 16:00", "2026-11-21T21:00:00Z"),
        ("0d 09:30", "2026-11-22T14:30:00Z"),
        ("2d>tue 17:30", "2026-11-24T22:30:00Z"),
        ("3d>tue 17:30", "2026-12-01T22:30:00Z"),
        ("-2d<sun 18:00", "2026-11-15T23:00:00Z"),
        ("-40d 12:00", "2026-10-13T16:00:00Z"),
    ],
)
def test_a_moment_is_told_from_today_by_the_readers_clock(told: str, meant: str) -> None:
    assert told_from(NOW, told, NEW_YORK) == meant


def test_everything_else_stays_as_it_is() -> None:
    told = {"a": ["-1d", 3, None, "tomorrow"], "b": {"c": "2026-01-01T00:00:00Z"}}

    assert told_from(NOW, told, NEW_YORK) == told


@given(st.integers(-300, 300), st.sampled_from("<>"), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_found_within_the_week_on_the_right_side(days: int, way: str, weekday: str) -> None:
    plain = datetime.fromisoformat(told_from(NOW, f"{days}d 12:00", ZoneInfo("UTC")))
    found = datetime.fromisoformat(told_from(NOW, f"{days}d{way}{weekday} 12:00", ZoneInfo("UTC")))

    assert WEEKDAYS[found.weekday()] == weekday
    assert 0 <= (found - plain).days * (1 if way == ">" else -1) <= 6
