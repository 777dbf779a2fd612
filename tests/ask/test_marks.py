"""Trouble spots drawn in the text."""

from hypothesis import given
from hypothesis import strategies as st

from askwell.ask.marks import Piece, Spot, pieces


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Spot]]:
    text = draw(st.text(max_size=300))
    places = draw(st.lists(st.tuples(st.integers(-3, 320), st.integers(-3, 320), st.booleans()), max_size=12))
    return text, [Spot(n, start, end, stops) for n, (start, end, stops) in enumerate(places, start=1)]


@given(marked())
def test_the_pieces_are_the_text_and_every_spot_has_its_number(case: tuple[str, list[Spot]]) -> None:
    text, spots = case

    found = pieces(text, spots)

    assert "".join(piece.text for piece in found) == text
    numbers = [n for piece in found for n in piece.numbers.split("·") if n]
    assert sorted(map(int, numbers)) == [spot.number for spot in spots]


def test_where_two_overlap_a_stop_outshines_a_tip() -> None:
    found = pieces("abcdef", [Spot(1, 0, 4, stops=False), Spot(2, 2, 6, stops=True)])

    assert found == [Piece("ab", "tip"), Piece("cd", "stop", "1"), Piece("ef", "stop", "2")]


def test_something_missing_is_a_number_without_words() -> None:
    assert pieces("ab", [Spot(1, 1, 1, stops=False)]) == [Piece("a"), Piece("", "tip", "1"), Piece("b")]


def test_a_very_long_spot_is_marked_at_its_first_word() -> None:
    text = "word " * 100

    assert pieces(text, [Spot(1, 0, 500, stops=True)])[0] == Piece("word", "stop", "1")
