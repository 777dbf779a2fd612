"""A belief as a small drawing: a band on a line from poor fit to good fit, every x in percent."""

from dataclasses import dataclass

from askwell.decide import words
from askwell.decide.beliefs import Normal

SHORTEST = 4.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where the band starts, how wide it is and where the dot sits, in percent; no dot when unknown."""

    left: float
    width: float
    dot: float
    unknown: bool


def draw(held: Normal) -> Drawing:
    """The band spans one deviation either way, about two chances in three, kept within the line."""
    left, right = _on_line(held.mean - held.sd), _on_line(held.mean + held.sd)
    if right - left < SHORTEST:
        left = min(max(0.0, held.mean - SHORTEST / 2), 100 - SHORTEST)
        right = left + SHORTEST
    return Drawing(
        left=round(left, 1),
        width=round(right - left, 1),
        dot=round(_on_line(held.mean), 1),
        unknown=words.belief(held) == "Unknown",
    )


def _on_line(value: float) -> float:
    return min(100.0, max(0.0, value))
