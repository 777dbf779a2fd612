"""What kinds of interest the work calls on, in plain words. No Django."""

from dataclasses import dataclass

from askwell.explore.career.wording import listed
from askwell.explore.charts import Bar, Scale
from askwell.explore.shape import Figures

HOW_MUCH = Scale(1, 7, 1)
KINDS = {
    "realistic": ("R", "Hands-on work", "hands-on work with tools or nature"),
    "investigative": ("I", "Finding out", "finding out how things work"),
    "artistic": ("A", "Creating", "making something of one’s own"),
    "social": ("S", "Helping people", "helping or teaching people"),
    "enterprising": ("E", "Leading", "leading or persuading people"),
    "conventional": ("C", "Keeping order", "keeping things exact"),
}
"""The six kinds of Holland's theory: letter, name in plain words, and what one likes to do."""


@dataclass(frozen=True, slots=True)
class Likes:
    """The high points in a sentence, and all six kinds from the strongest down."""

    sentence: str
    bars: tuple[Bar, ...]


def likes(figures: Figures, totals: Figures) -> Likes | None:
    """What the work asks somebody to like; None when it was not rated."""
    rated = figures.get("interests")
    if rated is None:
        return None
    here = {kind: value for kind in KINDS if isinstance(value := rated.get(kind), int | float)}
    average = totals.get("interests", {})
    bars = tuple(
        _bar(kind, here[kind], average.get(kind)) for kind in sorted(here, key=lambda kind: -here[kind])
    )
    by_letter = {letter: words for letter, _, words in KINDS.values()}
    high = [by_letter[letter] for letter in rated.get("code", "") if letter in by_letter]
    return Likes(f"It calls most on {listed(high)}." if high else "", bars)


def _bar(kind: str, value: float, average: object) -> Bar:
    _, name, _ = KINDS[kind]
    tick = HOW_MUCH.at(average) if isinstance(average, int | float) else None
    return Bar(f"{name} ({kind})", f"{value:.1f}", 0, HOW_MUCH.at(value), tick)
