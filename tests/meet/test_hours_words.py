"""Hours and weekdays as people say them."""

from datetime import date, time

import pytest

from askwell.meet.availability import words

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        ([0], "Mondays"),
        ([4, 0], "Mondays and Fridays"),
        ([0, 1], "Mondays and Tuesdays"),
        ([0, 1, 2, 3, 4], "Mondays to Fridays"),
        ([5, 6, 0], "Mondays, Saturdays and Sundays"),
        ([0, 2, 4], "Mondays, Wednesdays and Fridays"),
        (range(7), "Every day"),
        ([], ""),
    ],
)
def test_weekdays_are_named_together(numbers: list[int], says: str) -> None:
    assert words.weekdays(numbers) == says


@pytest.mark.parametrize(
    ("opens", "closes", "says"),
    [
        (time(9), time(12), "9:00 AM to 12:00 PM"),
        (time(19, 30), time(), "7:30 PM to midnight"),
        (time(22), time(1), "10:00 PM to 1:00 AM the next day"),
        (time(9), time(9), "9:00 AM to 9:00 AM the next day"),
        (time(), time(), "the whole day"),
        (time(), time(6), "12:00 AM to 6:00 AM"),
    ],
)
def test_hours_say_when_they_end_on_another_day(opens: time, closes: time, says: str) -> None:
    assert words.span(opens, closes) == says


def test_dates_name_the_year_when_it_is_another_one() -> None:
    assert words.day(date(2026, 11, 26), today=TODAY) == "Thursday, November 26"
    assert words.day(date(2027, 1, 4), today=TODAY) == "Monday, January 4, 2027"
    assert words.days(date(2026, 11, 26), date(2026, 11, 27), today=TODAY) == (
        "Thursday, November 26 to Friday, November 27"
    )
