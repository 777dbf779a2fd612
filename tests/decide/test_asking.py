from askwell.decide.asking import called, question_for
from askwell.decide.from_figures import Kind
from askwell.lib.themes import THEMES


def test_every_kind_has_a_question_from_the_bank() -> None:
    asks = [question_for(kind=kind, name="Anything", path="nurses") for kind in Kind if kind is not Kind.OWN]

    assert all(ask.bank_id and ask.theme in THEMES for ask in asks)


def test_a_day_one_would_like_is_asked_about_as_a_day() -> None:
    ask = question_for(kind="own", name="A day I would like", path="nurses")

    assert ask.bank_id.startswith("day-")


def test_a_criterion_of_ones_own_is_named_in_its_question() -> None:
    ask = question_for(kind="own", name="Living near the sea", path="nurses")

    assert "Living near the sea" in ask.text
    assert "nurses" in ask.text


def test_a_question_is_not_suggested_twice_and_they_never_run_out() -> None:
    asked: set[str] = set()

    for _ in range(80):
        ask = question_for(kind="pay", name="Pay", path="nurses", asked=asked)
        assert ask.bank_id not in asked
        if not ask.bank_id:
            break
        asked.add(ask.bank_id)

    assert "Pay" in ask.text


def test_titles_are_lowered_within_a_sentence_unless_they_are_initials() -> None:
    assert called("Registered nurses") == "registered nurses"
    assert called("EMTs") == "EMTs"
    assert called("Statisticians", "in Ohio") == "statisticians (in Ohio)"
