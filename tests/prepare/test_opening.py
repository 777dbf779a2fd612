"""The opening to say aloud: complete, short enough, and never asking for a job."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.prepare.opening import Card, OpeningFacts, openings

FULL = OpeningFacts(
    host="Ines Duarte",
    seeker="Ngozi",
    who="a second-year student at Millbrook",
    referrer="Bo Lindgren",
    reason="you went from drawing maps to defending them in court.",
    topic="land surveying",
    minutes=25,
    first_question="What filled your hours last Tuesday?",
)


def spoken(card: Card) -> str:
    return " ".join(card.lines)


def test_the_whole_opening_says_who_why_what_not_how_long_and_the_first_question() -> None:
    assert openings(FULL)[0].lines == (
        "Hello, Ines Duarte. Thank you for making time.",
        "I’m Ngozi, a second-year student at Millbrook.",
        "I asked you because you went from drawing maps to defending them in court.",
        "I’m not looking for a job from you, just your point of view. I’ll keep us to 25 minutes.",
        "May I start with this? What filled your hours last Tuesday?",
    )


@pytest.mark.parametrize("facts", [FULL, OpeningFacts(), OpeningFacts(host="Ines", referrer="Bo")])
def test_every_opening_takes_15_to_30_seconds(facts: OpeningFacts) -> None:
    assert all(15 <= card.seconds <= 30 for card in openings(facts))


@pytest.mark.parametrize("facts", [FULL, OpeningFacts()])
def test_every_opening_says_it_is_not_about_a_job_and_names_the_time(facts: OpeningFacts) -> None:
    for card in openings(facts):
        assert "job" in spoken(card)
        assert f"{facts.minutes} minutes" in spoken(card)
        assert spoken(card).endswith("?")


def test_who_suggested_them_is_the_reason_when_there_is_no_other() -> None:
    facts = OpeningFacts(referrer="Bo Lindgren")

    assert "Bo Lindgren suggested that I talk to you." in openings(facts)[0].lines


def test_a_part_too_long_for_one_breath_is_left_for_later() -> None:
    facts = OpeningFacts(reason="of many things " * 12, first_question="Why " + "so " * 40 + "much?")

    said = spoken(openings(facts)[0])

    assert "many things" not in said
    assert "so so" not in said
    assert openings(facts)[0].seconds <= 30


words = st.lists(st.sampled_from(["maps", "you", "a", "field."]), max_size=60).map(" ".join)


@given(st.builds(OpeningFacts, who=words, reason=words, first_question=words, minutes=st.integers(15, 30)))
def test_whatever_is_filled_in_the_opening_stays_short_and_has_no_gap(facts: OpeningFacts) -> None:
    for card in openings(facts):
        assert card.seconds <= 40
        assert not any("  " in line or "[" in line for line in card.lines)
