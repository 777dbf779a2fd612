"""How the median moved over the years, in dollars of one year: a line with gaps where a year is not known. No Django."""

from dataclasses import dataclass
from itertools import pairwise

from askwell.explore.career.wording import MISSING, dollars
from askwell.explore.charts import Label, Scale, label, scale_over
from askwell.explore.shape import PayHistory, PayYear

FEWEST = 3
TOP, TALL = 22, 84
"""Pixels above the highest value a scale holds, and from there down to zero."""
ABOVE, BELOW, STEEP = 9, 20, 3
"""Pixels from a dot to its words on either side, and how far off the line must come for it to lie in their way."""
UNKNOWN = "Too high to be published"
AWAITED = "Not known yet"


@dataclass(frozen=True, slots=True)
class Dot:
    """One year's median: percent from the left, pixels from the top."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Course:
    """The line as strokes between years that follow each other, words at its ends, and the same as rows.

    `rows` are year, median in dollars of the year `dollars_of`, median in that year's own dollars. `awaited` is the
    newest year, where nobody knows yet what its prices were; 0 otherwise.
    """

    dollars_of: int
    awaited: int
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
    known = [year for year in years if "real" in year]
    if history is None or len(known) < FEWEST:
        return None
    span = Scale(years[0]["year"], years[-1]["year"], 1)
    height = scale_over([year["real"] for year in known], from_zero=True)
    dots = {year["year"]: _dot(year, span, height) for year in known}
    first, second, before, last = known[0], known[1], known[-2], known[-1]
    held = {year["year"]: year for year in years}
    awaited = years[-1]["year"] if "median" in years[-1] and "real" not in years[-1] else 0
    return Course(
        dollars_of=history["dollars_of"],
        awaited=awaited,
        dots=tuple(dots.values()),
        strokes=tuple((dots[one], dots[next_]) for one, next_ in pairwise(dots) if next_ - one == 1),
        labels=tuple(
            _end(year, dots[year["year"]], dots[beside["year"]])
            for year, beside in ((first, second), (last, before))
        ),
        years=(
            Label(str(years[0]["year"]), 0, "start"),
            Label(str(years[-1]["year"]), 100, "end"),
        ),
        description=(
            f"From {dollars(first['real'])} in {first['year']} "
            f"to {dollars(last['real'])} in {last['year']}, in dollars of {history['dollars_of']}."
        ),
        rows=tuple(_row(year, held.get(year)) for year in range(years[0]["year"], years[-1]["year"] + 1)),
        gaps=last["year"] - first["year"] >= len(known) or len(known) + bool(awaited) < len(years),
    )


def _end(year: PayYear, dot: Dot, beside: Dot) -> tuple[Label, float]:
    """An end's amount, above its dot, or below it where the line comes from above."""
    return label(dollars(year["real"]), dot.x), dot.y + BELOW if dot.y - beside.y >= STEEP else dot.y - ABOVE


def _dot(year: PayYear, span: Scale, height: Scale) -> Dot:
    return Dot(span.at(year["year"]), round(TOP + TALL * (1 - height.at(year["real"]) / 100), 1))


def _row(year: int, held: PayYear | None) -> tuple[int, str, str]:
    if held is None:
        return year, MISSING, MISSING
    if "median" not in held:
        return year, UNKNOWN, UNKNOWN
    if "real" not in held:
        return year, AWAITED, dollars(held["median"])
    return year, dollars(held["real"]), dollars(held["median"])
