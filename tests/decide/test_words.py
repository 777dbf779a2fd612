"""Chances and beliefs in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.decide import words
from askwell.decide.beliefs import UNKNOWN, Finding, Normal, update


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.0, "almost never"),
        (0.11, "about 1 time in 10"),
        (0.38, "about 2 times in 5"),
        (0.51, "about 1 time in 2"),
        (0.66, "about 2 times in 3"),
        (0.93, "about 19 times in 20"),
        (1.0, "almost always"),
    ],
)
def test_a_chance_is_said_in_small_numbers(value: float, said: str) -> None:
    assert words.chance(value) == said


@pytest.mark.parametrize(
    ("chances", "said"),
    [
        ([], "Nothing to weigh yet"),
        ([1.0], "One path so far: add another to weigh it against"),
        ([0.36, 0.33, 0.31], "Too close to call"),
        ([0.11, 0.51, 0.38], "A lean, not a verdict"),
        ([0.8, 0.2], "A strong lean"),
        ([0.97, 0.03], "As clear as an estimate gets"),
    ],
)
def test_a_verdict_never_says_more_than_the_chances(chances: list[float], said: str) -> None:
    assert words.verdict(chances) == said


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (UNKNOWN, "Unknown"),
        (Normal(52, 12), "Could be either"),
        (Normal(58, 12), "Leaning yes"),
        (Normal(66, 11), "Likely"),
        (Normal(85, 10), "Very likely"),
        (Normal(42, 12), "Leaning no"),
        (Normal(30, 12), "Unlikely"),
        (Normal(10, 8), "Very unlikely"),
        (Normal(50, 0), "Could be either"),
        (Normal(49, 0), "Very unlikely"),
    ],
)
def test_a_belief_is_said_with_how_sure_it_is(held: Normal, said: str) -> None:
    assert words.belief(held) == said


def test_one_mild_finding_makes_a_lean_and_three_voices_make_it_likely() -> None:
    voices = [Finding("Chef", "Hours", host, 70) for host in ("Ana", "Bo", "Cy")]

    assert words.belief(update(UNKNOWN, voices[:1])) == "Leaning yes"
    assert words.belief(update(UNKNOWN, voices)) == "Likely"


@given(st.floats(0, 100), st.floats(0, 40))
def test_a_belief_and_its_mirror_are_said_alike(mean: float, sd: float) -> None:
    mirrored = {
        "Very likely": "Very unlikely", "Likely": "Unlikely", "Leaning yes": "Leaning no",
        "Could be either": "Could be either", "Unknown": "Unknown",
    }  # fmt: skip
    held, mirror = words.belief(Normal(mean, sd)), words.belief(Normal(100 - mean, sd))

    assert mirrored.get(held, held) == mirror or mirrored.get(mirror, mirror) == held


def test_evidence_is_counted_in_words() -> None:
    assert words.evidence(0, 0) == "nothing yet"
    assert words.evidence(1, 2) == "1 finding, 2 figures"
    assert words.evidence(0, 1) == "1 figure"
