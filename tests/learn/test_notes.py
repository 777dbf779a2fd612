"""Merging two versions of a note."""

from hypothesis import given
from hypothesis import strategies as st

from askwell.learn.notes import merge

words = st.text(st.characters(codec="utf-8"), max_size=6) | st.sampled_from(
    ["pay", "hours", "she", "likes it."]
)
lines = st.lists(words, max_size=6).map(" ".join)
texts = st.lists(lines, max_size=6).map("\n".join)


def stand_in_order(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


@given(texts, texts)
def test_every_word_of_both_survives_in_its_order(kept: str, coming: str) -> None:
    merged = merge(kept, coming).split()

    assert stand_in_order(kept.split(), merged)
    assert stand_in_order(coming.split(), merged)


@given(texts)
def test_equal_texts_stay_as_they_are(text: str) -> None:
    assert merge(text, text) == text


@given(texts, texts)
def test_merging_again_changes_nothing(kept: str, coming: str) -> None:
    once = merge(kept, coming)

    assert merge(once, coming) == once
    assert merge(once, kept) == once


@given(texts)
def test_an_empty_text_adds_and_takes_nothing(text: str) -> None:
    assert merge(text, "") == text
    assert merge("", text).split() == text.split()


def test_a_text_that_goes_on_replaces_its_beginning() -> None:
    assert merge("Pay is fine.", "Pay is fine. Nights are long.") == "Pay is fine. Nights are long."


def test_lines_that_differ_are_both_kept_whole() -> None:
    merged = merge("Starts at six.\nPay is fine.", "Starts at six.\nThe pay surprised her.")

    assert merged == "Starts at six.\nPay is fine.\nThe pay surprised her."


def test_words_scattered_over_a_sentence_do_not_count_as_said() -> None:
    merged = merge("She said the pay is not good", "the pay is good")

    assert merged == "She said the pay is not good\nthe pay is good"
