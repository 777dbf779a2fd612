"""A letter's text cut into pieces, each marked or not, so that trouble spots can be drawn in place. No Django."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Tone = Literal["", "stop", "tip"]
LONGEST_MARK = 240


@dataclass(frozen=True, slots=True)
class Spot:
    """One numbered place: where it starts and ends, and whether it stops the letter."""

    number: int
    start: int
    end: int
    stops: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one look; `numbers` are those of the spots that end here."""

    text: str
    tone: Tone = ""
    numbers: str = ""


def pieces(text: str, spots: Sequence[Spot]) -> list[Piece]:
    """The text in order, nothing lost or added; where spots overlap, a stop outshines a tip."""
    fitted = [_fitted(text, spot) for spot in spots]
    cuts = sorted({0, len(text), *(s.start for s in fitted), *(s.end for s in fitted)})
    found = _points(0, fitted)
    for start, end in pairwise(cuts):
        covering = [spot for spot in fitted if spot.start <= start and end <= spot.end]
        ending = [spot.number for spot in covering if spot.end == end]
        found.append(Piece(text[start:end], _tone(covering), _numbers(ending)))
        found += _points(end, fitted)
    return found


def _fitted(text: str, spot: Spot) -> Spot:
    """Within the text; a spot too long to underline is marked at its first word."""
    start = min(max(spot.start, 0), len(text))
    end = min(max(spot.end, start), len(text))
    if end - start > LONGEST_MARK:
        word = re.compile(r"\s*\S{1,40}").match(text, start, end)
        end = word.end() if word else end
    return Spot(spot.number, start, end, spot.stops)


def _points(at: int, spots: Sequence[Spot]) -> list[Piece]:
    """The spots without length: something is missing here."""
    here = [spot for spot in spots if spot.start == spot.end == at]
    return [Piece("", _tone(here), _numbers([spot.number for spot in here]))] if here else []


def _tone(spots: Sequence[Spot]) -> Tone:
    if not spots:
        return ""
    return "stop" if any(spot.stops for spot in spots) else "tip"


def _numbers(numbers: Sequence[int]) -> str:
    return "·".join(str(number) for number in sorted(numbers))
