"""When to write again, whom to turn to meanwhile, and when to let a request rest."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

TRY_ANOTHER_AFTER = 3
FOLLOW_UP_AFTER = 7
REST_AFTER = 7

StepKind = Literal["wait", "try_another", "follow_up", "rest"]
MONDAY, THURSDAY, SATURDAY, SUNDAY = 0, 3, 5, 6


@dataclass(frozen=True)
class Step:
    """What to do about a silence, from which day on, and why in one plain sentence."""

    kind: StepKind
    due_on: date
    why: str


def next_step(sent_on: date, followed_up_on: list[date], today: date, *, others_waiting: bool) -> Step:
    """What to do about a request that has had no answer yet.

    Dates are the seeker's own calendar days. `followed_up_on` holds the days of follow-ups to this person;
    `others_waiting` says that another contact could be written to. One follow-up at most: after it, or after a
    second silence, the request rests. While nothing is due, `due_on` is the day the next step comes.
    """
    if followed_up_on:
        return after_follow_up(max(followed_up_on), today)
    return after_request(sent_on, today, others_waiting=others_waiting)


def after_request(sent_on: date, today: date, *, others_waiting: bool) -> Step:
    """The step while the first message is unanswered."""
    follow_up = add_working_days(sent_on, FOLLOW_UP_AFTER)
    another = add_working_days(sent_on, TRY_ANOTHER_AFTER)
    if today >= follow_up:
        return Step(
            "follow_up",
            follow_up,
            "Seven working days have passed, so one short, kind follow-up is fine now.",
        )
    if today >= another and others_waiting:
        return Step(
            "try_another",
            another,
            "Three working days have passed: write to another person while you wait for this one.",
        )
    if today >= another:
        return Step("wait", follow_up, "Silence is normal; a follow-up is fine after seven working days.")
    due = another if others_waiting else follow_up
    return Step("wait", due, "People are busy, and a few days without an answer mean nothing yet.")


def after_follow_up(followed_up: date, today: date) -> Step:
    """The step once a follow-up has gone out: wait once more, then let it rest."""
    rest = add_working_days(followed_up, REST_AFTER)
    if today >= rest:
        return Step(
            "rest", rest, "You asked, and you asked once more; let this one rest, it says nothing about you."
        )
    return Step("wait", rest, "Your one follow-up is out; there is nothing more to do here.")


def add_working_days(day: date, n: int) -> date:
    """The date n working days after a day: Monday to Friday, US federal holidays skipped; n must not be negative."""
    if n < 0:
        raise ValueError("Working days are counted forward: n must be 0 or more.")
    for _ in range(n):
        day += timedelta(days=1)
        while not is_working_day(day):
            day += timedelta(days=1)
    return day


def is_working_day(day: date) -> bool:
    """Whether people in the US usually work on a day."""
    # New Year's Day of the next year may be kept on December 31.
    return day.weekday() < SATURDAY and day not in federal_holidays(day.year) | federal_holidays(
        min(day.year + 1, date.max.year)
    )


@lru_cache(maxsize=16)
def federal_holidays(year: int) -> frozenset[date]:
    """The days on which the US federal holidays of a year are kept (5 U.S.C. 6103).

    A fixed holiday on a Saturday is kept the Friday before, on a Sunday the Monday after.
    """
    fixed = [date(year, 1, 1), date(year, 6, 19), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25)]
    moving = [
        nth_weekday(year, 1, MONDAY, 3),
        nth_weekday(year, 2, MONDAY, 3),
        last_monday(year, 5),
        nth_weekday(year, 9, MONDAY, 1),
        nth_weekday(year, 10, MONDAY, 2),
        nth_weekday(year, 11, THURSDAY, 4),
    ]
    return frozenset([kept_on(day) for day in fixed] + moving)


def kept_on(day: date) -> date:
    """The weekday on which a fixed holiday is kept."""
    shift = {SATURDAY: -1, SUNDAY: 1}.get(day.weekday(), 0)
    return date.fromordinal(max(1, day.toordinal() + shift))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth given weekday (0 is Monday) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def last_monday(year: int, month: int) -> date:
    """The last Monday of a month of 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())
