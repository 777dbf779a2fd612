"""How far apart the states lie: every state's median on one line, with the country's. No Django."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from askwell.explore.career.wording import dollars
from askwell.explore.charts import Label, Scale, label
from askwell.explore.shape import Figures
from askwell.lib.titles import with_article

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Spread:
    """Where each state stands in percent, the ends by name and amount, the country between them.

    `rows` are the states by their medians, the highest first.
    """

    marks: tuple[float, ...]
    low: tuple[str, str]
    high: tuple[str, str]
    country: Label | None
    mark: float | None
    description: str
    rows: tuple[tuple[str, str], ...]


def spread(figures: Figures, states: Mapping[str, Mapping[str, Any]]) -> Spread | None:
    """The states on one line; None where too few have a published median."""
    held = figures["pay_by_state"]["states"] if "pay_by_state" in figures else {}
    medians = {code: pay["median"] for code, pay in held.items() if "median" in pay}
    if len(medians) < FEWEST or min(medians.values()) == max(medians.values()):
        return None
    ordered = sorted(medians, key=lambda code: medians[code])
    scale = Scale(medians[ordered[0]], medians[ordered[-1]], 1)
    rows = [(states.get(code, {}).get("name", code), dollars(medians[code])) for code in ordered]
    low, high = rows[0], rows[-1]
    country = figures.get("pay", {}).get("median")
    mark = None if country is None else scale.at(country)
    return Spread(
        marks=tuple(scale.at(medians[code]) for code in ordered),
        low=low,
        high=high,
        country=None if country is None or mark is None else label(f"Whole country {dollars(country)}", mark),
        mark=mark,
        description=f"Medians of {len(ordered)} states and territories, from {with_article(low[0])}, {low[1]}, to {with_article(high[0])}, {high[1]}.",
        rows=tuple(reversed(rows)),
    )
