"""Chances and beliefs in words a person can use."""

import math
from collections.abc import Sequence

from askwell.decide.beliefs import Normal

_CHANCES = (
    (0.05, "1 time in 20"),
    (0.1, "1 time in 10"),
    (0.2, "1 time in 5"),
    (0.25, "1 time in 4"),
    (0.3, "3 times in 10"),
    (1 / 3, "1 time in 3"),
    (0.4, "2 times in 5"),
    (0.5, "1 time in 2"),
    (0.6, "3 times in 5"),
    (2 / 3, "2 times in 3"),
    (0.7, "7 times in 10"),
    (0.75, "3 times in 4"),
    (0.8, "4 times in 5"),
    (0.9, "9 times in 10"),
    (0.95, "19 times in 20"),
)
_BELIEFS = (
    (0.01, "Very unlikely"),
    (0.1, "Unlikely"),
    (0.35, "Leaning no"),
    (0.65, "Could be either"),
    (0.9, "Leaning yes"),
    (0.99, "Likely"),
    (math.inf, "Very likely"),
)
_HARDLY_KNOWN_SD = 22.0
"""A belief this wide says nothing yet, unless its best guess is far from the middle."""


def chance(value: float) -> str:
    """A chance between 0 and 1 as "about 2 times in 5"; the ends as "almost never", "almost always"."""
    if value < 0.03:
        return "almost never"
    if value > 0.97:
        return "almost always"
    return "about " + min(_CHANCES, key=lambda known: abs(known[0] - value))[1]


def verdict(chances: Sequence[float]) -> str:
    """What the chances of being best amount to: "Too close to call", "A lean, not a verdict", ..."""
    if not chances:
        return "Nothing to weigh yet"
    if len(chances) == 1:
        return "One path so far: add another to weigh it against"
    first, second = sorted(chances, reverse=True)[:2]
    if first - second < 0.1:
        return "Too close to call"
    if first < 0.7:
        return "A lean, not a verdict"
    return "A strong lean" if first < 0.9 else "As clear as an estimate gets"


def belief(held: Normal) -> str:
    """What we hold on one criterion, by the chance that it is better than the middle of the scale."""
    if held.sd >= _HARDLY_KNOWN_SD and abs(held.mean - 50) < held.sd / 2:
        return "Unknown"
    good = _chance_above_middle(held)
    return next(words for limit, words in _BELIEFS if good < limit)


def _chance_above_middle(held: Normal) -> float:
    if held.sd == 0:
        return 0.5 + math.copysign(0.5, held.mean - 50) if held.mean != 50 else 0.5
    return math.erfc((50 - held.mean) / held.sd / math.sqrt(2)) / 2


def evidence(findings: int, figures: int) -> str:
    """How much a belief rests on: "1 finding, 1 figure", or "nothing yet"."""
    parts = [_count(findings, "finding"), _count(figures, "figure")]
    return ", ".join(part for part in parts if part) or "nothing yet"


def _count(number: int, noun: str) -> str:
    if number == 0:
        return ""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
