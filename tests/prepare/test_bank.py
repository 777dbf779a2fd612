"""The question bank: open, single, never a request for a job, each under one theme."""

import re

import pytest

from askwell.decide.from_figures import Kind
from askwell.lib.themes import THEMES
from askwell.prepare import bank
from askwell.prepare.bank import BankQuestion

ALL = bank.questions()
NEEDS = {"role_differs", "leads", "early", "retired", "school"}
"""What may have to be true of the host."""
SLOTS = {"role", "organization", "path", "field", "other"}
"""What a fitted wording may name."""
WORDINGS = [(one.id, text) for one in ALL for text in (one.text, one.fitted) if text]
OPEN = re.compile(r"\b(what|how|which|when|where|who|whom|whose|why)\b", re.IGNORECASE)
CLOSED = re.compile(
    r"^(do|does|did|is|are|was|were|can|could|would|will|should|have|has|had|may)\b",
    re.IGNORECASE,
)
JOB = re.compile(
    r"\b(hire me|hiring|openings?|vacanc|resume|résumé|apply|application|refer me|recommend me|internship)",
    re.IGNORECASE,
)
TWO = re.compile(r"\b(and|or) (what|how|which|when|where|who|why|do|does|is|are)\b|;", re.IGNORECASE)


def test_the_bank_is_large_and_every_id_and_wording_is_its_own() -> None:
    texts = [one.text.casefold() for one in ALL]

    assert len(ALL) >= 90
    assert len({one.id for one in ALL}) == len(ALL)
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("bank_id", "text"), WORDINGS)
def test_every_wording_is_one_open_question(bank_id: str, text: str) -> None:
    assert text.count("?") == 1, bank_id
    assert text.endswith("?")
    assert OPEN.search(text)
    assert not CLOSED.match(text)
    assert not TWO.search(text)
    assert len(text.split()) <= 25


@pytest.mark.parametrize(("bank_id", "text"), WORDINGS)
def test_no_question_asks_for_a_job(bank_id: str, text: str) -> None:
    assert not JOB.search(text), bank_id


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_every_question_is_fully_described(one: BankQuestion) -> None:
    assert one.theme in THEMES
    assert 1 <= one.value <= 5
    assert set(one.informs) <= set(Kind)
    assert one.needs in {""} | NEEDS
    assert one.slots <= SLOTS
    assert "{" not in one.text
    assert bool(one.fitted) == bool(one.slots)


def test_every_kind_has_a_reason_and_enough_questions() -> None:
    counts = {kind: sum(one.kind == kind for one in ALL) for kind in bank.KINDS}

    assert len(bank.KINDS) == 22
    assert min(counts.values()) >= 4
    assert set(bank.KIND_REASONS) == set(bank.KINDS)


def test_every_kind_of_criterion_is_informed_by_several_questions() -> None:
    for kind in Kind:
        assert sum(kind in one.informs for one in ALL) >= 3, kind


def test_a_wording_is_fitted_only_when_everything_in_it_is_known() -> None:
    one = bank.question("company-leaving")

    assert one is not None
    assert one.wording({"organization": "Bright Mill"}) == (
        "Why do people leave Bright Mill, when they leave?"
    )
    assert one.wording({"organization": ""}) == "Why do people leave, when they leave?"
    assert one.wording({}) == one.text


def test_braces_in_what_is_known_stay_as_they_are() -> None:
    one = bank.question("company-leaving")

    assert one is not None
    assert "{path}" in one.wording({"organization": "Studio {path}"})


def test_the_last_question_is_in_the_bank_and_a_strange_id_is_not() -> None:
    last = bank.question(bank.WHO_ELSE)

    assert last is not None
    assert last.text == "Who else should I talk to?"
    assert bank.question("no-such-question") is None
