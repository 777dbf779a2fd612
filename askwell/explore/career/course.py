"""How the median moved over the years, in dollars of 2025: a line with gaps where a year is not known. No Django."""

from dataclasses import dataclass
from itertools import pairwise

from askwell.explore.career.wording import MISSING, dollars
from askwell.explore.charts import Label, Scale, label, scale_over
from askwell.explore.shape import PayHistory, PayYear

FEWEST = 3
TOP, TALL = 22, 84
"""Pixels above the highest value a scale holds, and from there down to zero."""
UNKNOWN = "Too high to be published"


@dataclass(frozen=True, slots=True)
class Dot:
    """One year's median: percent from the left, pixels from the top."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Course:
    """The line as strokes between years that follow each other, words at its ends, and the same as rows.

    `rows` are year, median in dollars of 2025, median in that year's own dollars.
    """

    dots: tuple[Dot, ...]
    strokes: tuple[tuple[Dot, Dot], ...]
    labels: tuple[tuple[Label, float], ...]
    years: tuple[Label, ...]
    description: str
    rows: tuple[tuple[int, str, str], ...]
    gaps: bool

    @property
    def ground(self) -> int:
        """Where zero dollars are, in pixels from the top."""
        return TOP + TALL


def course(history: PayHistory | None) -> Course | None:
    """The course of the median; None where fewer than three years of it are known."""
    years = history["years"] if history else []
    known = [year for year in years if "median_2025_dollars" in year]
    if len(known) < FEWEST:
        return None
    span = Scale(years[0]["year"], years[-1]["year"], 1)
    height = scale_over([year["median_2025_dollars"] for year in known], from_zero=True)
    dots = {year["year"]: _dot(year, span, height) for year in known}
    first, last = known[0], known[-1]
    held = {year["year"]: year for year in years}
    return Course(
        dots=tuple(dots.values()),
        strokes=tuple((dots[one], dots[next_]) for one, next_ in pairwise(dots) if next_ - one == 1),
        labels=tuple(
            (label(dollars(year["median_2025_dollars"]), dots[year["year"]].x), dots[year["year"]].y - 9)
            for year in (first, last)
        ),
        years=(
            Label(str(years[0]["year"]), 0, "start"),
            Label(str(years[-1]["year"]), 100, "end"),
        ),
        description=(
            f"From {dollars(first['median_2025_dollars'])} in {first['year']} "
            f"to {dollars(last['median_2025_dollars'])} in {last['year']}, in dollars of 2025."
        ),
        rows=tuple(_row(year, held.get(year)) for year in range(years[0]["year"], years[-1]["year"] + 1)),
        gaps=last["year"] - first["year"] >= len(known) or len(known) < len(years),
    )


def _dot(year: PayYear, span: Scale, height: Scale) -> Dot:
    return Dot(
        span.at(year["year"]), round(TOP + TALL * (1 - height.at(year["median_2025_dollars"]) / 100), 1)
    )


def _row(year: int, held: PayYear | None) -> tuple[int, str, str]:
    if held is None:
        return year, MISSING, MISSING
    if "median_2025_dollars" not in held:
        return year, UNKNOWN, UNKNOWN
    return year, dollars(held["median_2025_dollars"]), dollars(held["median"])
