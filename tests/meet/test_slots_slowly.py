"""Slots are those that looking at every minute of the clock would find, whatever the rules, the zone and the date."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.meet.hours import Hours
from askwell.meet.slots import LENGTHS, Busy, OtherDay, Rules, is_slot, slots
from tests.meet import slowly

# Dates on which, or just after which, something happens to the clocks or the calendar there.
EVENTFUL = (
    ("America/New_York", date(2026, 3, 8)), ("America/New_York", date(2026, 11, 1)),
    ("Australia/Sydney", date(2026, 4, 5)), ("Australia/Sydney", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2026, 4, 5)), ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Pacific/Chatham", date(2026, 4, 5)), ("Pacific/Chatham", date(2026, 9, 27)),
    ("America/St_Johns", date(2026, 3, 8)), ("Europe/Dublin", date(2026, 10, 25)),
    # Midnight itself is skipped, or comes twice.
    ("America/Santiago", date(2026, 9, 6)), ("America/Santiago", date(2026, 4, 5)),
    ("America/Havana", date(2026, 3, 8)), ("Atlantic/Azores", date(2026, 10, 25)),
    # A day that never was.
    ("Pacific/Apia", date(2011, 12, 30)), ("Pacific/Kwajalein", date(1993, 8, 21)),
    ("Asia/Kathmandu", date(2028, 2, 29)), ("Asia/Kolkata", date(2026, 12, 31)), ("UTC", date(2027, 2, 28)),
)  # fmt: skip
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)

quarters = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
clocks = st.one_of(st.just(time()), quarters, st.builds(time, st.integers(0, 23), st.integers(0, 59)))
eventful = st.sampled_from(EVENTFUL)
caps = st.sampled_from([None] * 8 + [2, 1, 0])


@st.composite
def hours(draw: st.DrawFn, zone: str, day: date) -> Hours:
    """Hours of some zone, on weekdays around a date, some of them with an end or a beginning near it."""
    near = day + DAY * draw(st.integers(-1, 1))
    limit = draw(st.sampled_from(["", "", "since", "until"]))
    zone = draw(st.sampled_from([zone, zone, zone, "Asia/Kathmandu"]))
    other = {limit: day + DAY * draw(st.integers(-1, 1))} if limit else {}
    opens = draw(clocks)
    hours_later = opens.replace(hour=(opens.hour + draw(st.integers(2, 14))) % 24)
    return Hours(near.weekday(), opens, draw(clocks | st.just(hours_later)), zone, **other)


@st.composite
def busy_times(draw: st.DrawFn, begin: datetime) -> Busy:
    """Something within three days."""
    at = begin + MINUTE * draw(st.integers(0, 3 * 24 * 60))
    return Busy(at, at + MINUTE * draw(st.integers(1, 150)), draw(st.booleans()))


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """Rules, busy times and what is asked."""
    zone, day = draw(eventful)
    begin = datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)
    begin += timedelta(hours=draw(st.integers(-14, 4)))
    others = st.builds(
        OtherDay,
        st.sampled_from([day - DAY, day, day + DAY]),
        st.lists(st.tuples(clocks, clocks), max_size=2).map(tuple),
    )
    rules = Rules(
        zone=zone,
        hours=tuple(draw(st.lists(hours(zone, day), min_size=2, max_size=6))),
        other_days=tuple(draw(st.lists(others, max_size=1, unique_by=lambda one: one.day))),
        lengths=LENGTHS,
        step=draw(st.sampled_from([5, 10, 15, 20, 30, 45, 60])),
        before=draw(st.sampled_from([0, 5, 30])),
        after=draw(st.sampled_from([0, 10, 45])),
        notice=draw(st.sampled_from([0, 0, 1, 60, 24 * 60])),
        horizon=draw(st.sampled_from([60, 60, 60, 60, 2, 1, 0])),
        most_per_day=draw(caps),
        most_per_week=draw(caps),
        most_per_month=draw(caps),
        back_on=draw(st.sampled_from([None, None, None, day, day + DAY])),
    )
    return {
        "rules": rules,
        "busy": draw(st.lists(busy_times(begin - DAY), max_size=6)),
        "now": begin
        - draw(st.sampled_from([24 * 60, 24 * 60, 60, 0, -90])) * MINUTE
        - timedelta(seconds=draw(st.integers(0, 59))),
        "first": begin,
        "last": begin + timedelta(hours=draw(st.sampled_from([36, 36, 24, 12, 3]))),
        "minutes": draw(st.sampled_from(LENGTHS)),
    }


@settings(max_examples=150, deadline=None)
@given(questions())
def test_slots_are_what_looking_at_every_minute_finds(question: dict[str, Any]) -> None:
    question = dict(question)
    rules, busy = question.pop("rules"), question.pop("busy")

    assert slots(rules, busy, **question) == slowly.slots(rules, busy, **question)


@settings(max_examples=80, deadline=None)
@given(questions(), st.data())
def test_what_is_shown_is_accepted_and_nothing_else_is(question: dict[str, Any], data: st.DataObject) -> None:
    question = dict(question)
    rules, busy = question.pop("rules"), question.pop("busy")
    shown = slots(rules, busy, **question)
    some = data.draw(st.sampled_from(shown or [question["first"]]))
    other = some + MINUTE * data.draw(st.integers(-60, 60))

    def checked(at: datetime) -> bool:
        return is_slot(rules, busy, now=question["now"], at=at, minutes=question["minutes"])

    assert checked(some) == (some in shown)
    assert not checked(some + timedelta(seconds=1))
    if question["first"] <= other < question["last"]:
        assert checked(other) == (other in shown)


@settings(max_examples=80, deadline=None)
@given(questions(), st.integers(0, 36 * 60))
def test_asking_in_two_parts_finds_the_same(question: dict[str, Any], cut: int) -> None:
    question = dict(question)
    rules, busy = question.pop("rules"), question.pop("busy")
    middle = min(question["first"] + cut * MINUTE, question["last"])

    parts = slots(rules, busy, **question | {"last": middle}) + slots(
        rules, busy, **question | {"first": middle}
    )

    assert parts == slots(rules, busy, **question)
