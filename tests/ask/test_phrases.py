"""Surgery on a letter's text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.ask import phrases

LETTER = "Hello Dr. Okafor,\n\nI read your paper. Are you hiring? I would like to talk.\n\nThank you,\nNadia"
WORDS = st.text(alphabet="ab .?!\n", max_size=80)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("hiring", "I read your paper. I would like to talk."),
        ("paper", "Are you hiring? I would like to talk."),
        ("to talk", "I read your paper. Are you hiring?"),
    ],
)
def test_a_whole_sentence_goes_and_the_rest_closes_up(words: str, left: str) -> None:
    at = LETTER.index(words)

    text = phrases.take_out(LETTER, *phrases.sentence_around(LETTER, at, at + len(words)))

    assert text == f"Hello Dr. Okafor,\n\n{left}\n\nThank you,\nNadia"


def test_a_title_does_not_end_a_sentence() -> None:
    text = "I know Dr. Okafor from school. We talked."

    start, end = phrases.sentence_around(text, text.index("school"), text.index("school") + 6)

    assert text[start:end] == "I know Dr. Okafor from school."


def test_a_paragraph_of_one_sentence_leaves_no_hole() -> None:
    text = "Hello,\n\nAre you hiring?\n\nThank you"

    assert phrases.take_out(text, 8, 23) == "Hello,\n\nThank you"


@given(WORDS, st.data())
def test_sentences_hold_the_spot_and_stay_within_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    head, tail = phrases.sentence_around(text, start, end)

    assert 0 <= head <= len(text)
    assert tail <= len(text)
    assert not text[start:end].strip() or (head <= end and tail >= start)


@given(WORDS, st.data())
def test_what_is_put_in_is_there_and_nothing_else_is_lost(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))

    longer = phrases.put_in(text, at, "NEW.")

    assert "NEW." in longer
    assert longer.replace("NEW.", "").replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Would you have 15 minutes?", 15),
        ("a thirty-minute call", 30),
        ("twenty-five minutes of your time", 25),
        ("a quick call", 20),
        ("99 minutes", 60),
        ("05 minutes", 10),
    ],
)
def test_the_length_asked_for_is_read_from_the_letter(text: str, minutes: int) -> None:
    assert phrases.minutes_asked(text) == minutes


@pytest.mark.parametrize(
    ("role", "spoken"),
    [
        ("Infection control nurse", "an infection control nurse"),
        ("Charge nurse", "a charge nurse"),
        ("CPA", "a CPA"),
        ("UX designer", "a UX designer"),
        ("Head of surgery", "head of surgery"),
        ("University lecturer", "a university lecturer"),
        ("a nurse", "a nurse"),
        ("RN, night shift", "an RN"),
        ("Works with maps", "with maps"),
        ("works in IT", "in IT"),
        ("Nursing", "in nursing"),
        ("HR", "in HR"),
        ("retired", ""),
        ("Retired nurse", "a retired nurse"),
        ("teaches chemistry", ""),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_role_stands_in_a_sentence(role: str, spoken: str) -> None:
    assert phrases.as_spoken(role) == spoken


@pytest.mark.parametrize("text", ["May I have \u017fixty minutes?", "May I have f\u0131fteen minutes?"])
def test_a_length_in_letters_that_only_look_alike_is_no_length(text: str) -> None:
    assert phrases.minutes_asked(text, otherwise=25) == 25
