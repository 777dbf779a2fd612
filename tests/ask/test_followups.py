"""When to write again, and when to let a request rest."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.ask.followups import add_working_days, federal_holidays, is_working_day, next_step

MONDAY = date(2026, 3, 2)  # no holiday near
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (MONDAY, 0, MONDAY),
        (MONDAY, 3, date(2026, 3, 5)),
        (MONDAY, 7, date(2026, 3, 11)),
        (date(2026, 3, 6), 1, date(2026, 3, 9)),
        (date(2026, 3, 7), 1, date(2026, 3, 9)),
        (date(2026, 11, 24), 3, date(2026, 11, 30)),  # Thanksgiving
        (date(2026, 7, 2), 1, date(2026, 7, 6)),  # July 4 on a Saturday is kept on Friday
        (date(2021, 12, 30), 1, date(2022, 1, 3)),  # New Year's Day 2022 is kept on December 31
        (date(2027, 7, 2), 1, date(2027, 7, 6)),  # July 4 on a Sunday is kept on Monday
    ],
)
def test_working_days_skip_weekends_and_federal_holidays(day: date, n: int, expected: date) -> None:
    assert add_working_days(day, n) == expected


def test_federal_holidays_of_2026_are_the_published_ones() -> None:
    published = [
        "01-01",
        "01-19",
        "02-16",
        "05-25",
        "06-19",
        "07-03",
        "09-07",
        "10-12",
        "11-11",
        "11-26",
        "12-25",
    ]

    assert sorted(federal_holidays(2026)) == [date.fromisoformat(f"2026-{day}") for day in published]


def test_working_days_are_not_counted_backward() -> None:
    with pytest.raises(ValueError, match="forward"):
        add_working_days(MONDAY, -1)


@given(DAYS, st.integers(1, 30))
def test_the_day_reached_is_a_working_day_and_so_many_are_passed(day: date, n: int) -> None:
    reached = add_working_days(day, n)

    passed = [day + timedelta(days=step) for step in range(1, (reached - day).days + 1)]
    assert is_working_day(reached)
    assert sum(is_working_day(one) for one in passed) == n


@pytest.mark.parametrize(
    ("today", "others", "kind", "due"),
    [
        (date(2026, 3, 4), True, "wait", date(2026, 3, 5)),
        (date(2026, 3, 4), False, "wait", date(2026, 3, 11)),
        (date(2026, 3, 5), True, "try_another", date(2026, 3, 5)),
        (date(2026, 3, 5), False, "wait", date(2026, 3, 11)),
        (date(2026, 3, 10), True, "try_another", date(2026, 3, 5)),
        (date(2026, 3, 11), True, "follow_up", date(2026, 3, 11)),
        (date(2026, 5, 1), False, "follow_up", date(2026, 3, 11)),
    ],
)
def test_silence_leads_to_another_contact_after_three_days_and_a_follow_up_after_seven(
    today: date, others: bool, kind: str, due: date
) -> None:
    step = next_step(MONDAY, [], today, others_waiting=others)

    assert (step.kind, step.due_on) == (kind, due)
    assert step.why.endswith(".")


@pytest.mark.parametrize(
    ("today", "kind"), [(date(2026, 3, 12), "wait"), (date(2026, 3, 19), "wait"), (date(2026, 3, 20), "rest")]
)
def test_after_one_follow_up_the_request_rests(today: date, kind: str) -> None:
    step = next_step(MONDAY, [date(2026, 3, 11)], today, others_waiting=True)

    assert step.kind == kind
    assert step.due_on == date(2026, 3, 20)


@given(DAYS, st.lists(st.integers(1, 60), min_size=1, max_size=3), st.integers(0, 200), st.booleans())
def test_a_second_follow_up_is_never_suggested(
    sent: date, after: list[int], later: int, others: bool
) -> None:
    followed = [sent + timedelta(days=days) for days in after]

    step = next_step(sent, followed, sent + timedelta(days=later), others_waiting=others)

    assert step.kind in {"wait", "rest"}


DAYS = st.dates(date(2025, 1, 1), date(2030, 12, 31))


@given(DAYS, st.integers(0, 40), st.none() | st.integers(0, 30), st.booleans())
def test_trap_6_the_next_date_is_a_day_to_come_and_a_step_that_is_due_has_come(
    sent: date, waited: int, followed_up_after: int | None, others: bool
) -> None:
    today = sent + timedelta(days=waited)
    followed_up = (
        [sent + timedelta(days=min(followed_up_after, waited))] if followed_up_after is not None else []
    )

    step = next_step(sent, followed_up, today, others_waiting=others)

    assert step.due_on > today if step.kind == "wait" else step.due_on <= today
    assert is_working_day(step.due_on)
