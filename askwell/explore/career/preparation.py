"""What a career takes: the usual way in, the schooling of those who do it, what to study."""

from dataclasses import dataclass

from askwell.explore.career.wording import EXPERIENCE, SCHOOLING, TRAINING, WAYS_IN, listed
from askwell.explore.charts import Bar, Scale, bar
from askwell.explore.shape import Attainment, Entry, Figures

COMMON = 20.0
ROOM = 10.0


@dataclass(frozen=True, slots=True)
class Schooling:
    """Shares of workers by highest schooling, against all workers."""

    bars: tuple[Bar, ...]
    approximate: bool


def schooling(figures: Figures, totals: Figures) -> Schooling | None:
    """Highest schooling of people who do the work; None when it is not published."""
    here = figures.get("attainment")
    if here is None:
        return None
    everyone = totals.get("attainment", {})
    shares = shares_of(here)
    average = shares_of(everyone)
    top = max([*shares.values(), *average.values()])
    scale = Scale(0, min(100, top + ROOM), 10)
    bars = tuple(
        bar(
            SCHOOLING[level], f"{share:.1f}%", share, scale,
            tick=average.get(level), kind="lead" if share >= COMMON else "",
        )
        for level, share in shares.items()
    )  # fmt: skip
    return Schooling(bars, here.get("approximate", False))


def shares_of(attainment: Attainment) -> dict[str, float]:
    """Shares in percent by level, in rising order, as far as they are published."""
    known: dict[str, object] = dict(attainment)
    return {level: float(share) for level in SCHOOLING if isinstance(share := known.get(level), int | float)}


def way_in(entry: Entry | None) -> str:
    """The usual way in, in one sentence; empty when it is not published."""
    usual = WAYS_IN.get(entry.get("education", "")) if entry else None
    if entry is None or usual is None:
        return ""
    parts = [EXPERIENCE.get(entry.get("experience", "")), TRAINING.get(entry.get("training", ""))]
    more = [part for part in parts if part]
    return f"The usual way in: {usual.named}{', then ' if more else ''}{listed(more)}."
