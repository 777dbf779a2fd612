"""Gentle hints on a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.prepare import bank
from askwell.prepare.hints import hints

KNOWN = {
    "role": "line cook", "organization": "the Blue Heron", "path": "cooks", "other": "bakers", "field": "restaurants",
}  # fmt: skip


def rules(text: str) -> list[str]:
    """The rules that a question trips over."""
    return [hint.rule for hint in hints(text)]


@pytest.mark.parametrize("question", bank.questions(), ids=lambda one: one.id)
def test_no_question_of_the_bank_needs_a_hint(question: bank.BankQuestion) -> None:
    assert rules(question.text) == rules(question.wording(KNOWN)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Do you enjoy teaching?",
        "Is it hard?",
        "So, would you choose it again?",
        "Can you tell me if the hours are long?",
        "You like it here, right?",
        "Have people left because of the pay?",
        "Isn’t it lonely at night?",
        "Well, are the winters bad on a roof?",
    ],
)
def test_a_question_that_a_yes_would_answer_is_closed(text: str) -> None:
    assert rules(text) == ["closed"]


@pytest.mark.parametrize(
    "text",
    [
        "How do you decide which roof to repair first?",
        "Could you tell me about a week that went badly?",
        "Can you walk me through a Saturday in the kitchen?",
        "Would you mind describing your first harvest?",
        "Tell me about the people you work beside.",
        "When you started, what surprised you?",
        "What would you do, if you were me?",
        "How did you come to glass, and why?",
        "How do people hear of openings before they are posted?",
        "Twelve patients a night is the figure. What is that like?",
    ],
)
def test_an_open_question_needs_no_hint(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "What does a good day look like, and what does a bad one look like?",
        "How did you start? Why did you stay?",
        "Who trains you and how long does it take?",
        "In your first year, what went wrong, and who helped?",
    ],
)
def test_two_questions_in_one_are_told_apart(text: str) -> None:
    assert rules(text) == ["two-in-one"]


@pytest.mark.parametrize(
    "text",
    [
        "Are there any openings on your crew?",
        "Could you refer me to your boss for a job?",
        "Would you hire me?",
    ],
)
def test_asking_for_a_job_is_said_first(text: str) -> None:
    assert rules(text)[0] == "job"


@pytest.mark.parametrize("text", ["How much do welders earn?", "What is the average salary in this field?"])
def test_what_public_figures_answer_need_not_be_asked(text: str) -> None:
    assert rules(text) == ["figures"]


def test_nothing_written_is_nothing_to_say() -> None:
    assert hints("  \n ") == []


@given(st.text(max_size=400))
def test_any_text_is_read_without_harm_and_each_hint_given_once(text: str) -> None:
    found = rules(text)

    assert len(found) == len(set(found))
