"""The checker on any text at all: it always answers, in bounded time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.ask import check

PIECES = [
    "[",
    "]",
    "{",
    "<",
    "(",
    "____",
    "i am looking for a ",
    "your career ",
    "20 minutes ",
    "call ",
    "\n",
    "é",
    "İ",
    "مرحبا ",
    "🙂",
    "\0",
]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)))
def test_any_text_gets_an_answer_with_spots_inside_it_in_order(text: str) -> None:
    report = check.check(text)

    places = [
        (problem.start, {"stop": 0, "warn": 1, "hint": 2}[problem.severity]) for problem in report.problems
    ]
    assert all(0 <= problem.start <= problem.end <= len(text) for problem in report.problems)
    assert places == sorted(places)
    assert all(problem.message and problem.mend for problem in report.problems)
    assert report.ok == (not report.stops)


@pytest.mark.parametrize(
    "piece",
    [*PIECES, "a", " ", "X", "?", "_ ", "coffee or ", "<a@", "www.[a]", "don't ", "[ ", "你", "AAAA "],
)
def test_reading_time_stays_bounded_on_hostile_text(piece: str) -> None:
    text = (piece * 50_000)[:50_000]

    began = time.process_time()
    check.check(text)

    # Many times what the slowest takes; a pattern that backtracks would take minutes.
    assert time.process_time() - began < 5
