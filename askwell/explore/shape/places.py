"""Where else a figure may be read: states, metropolitan areas, industries; and pay in each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from askwell.explore.shape.figures import StatePay

Cells = Sequence[int | str | None]
"""Jobs, lowest-paid tenth, median, highest-paid tenth; a wage too high to be published is ">=239200"."""

POINTS = ("p10", "median", "p90")


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory; `price_parity` is the price level, 100 in the whole country."""

    code: str
    name: str
    price_parity: float | None


@dataclass(frozen=True, slots=True)
class Metro:
    """A metropolitan area, or what is left of a state outside of them, by BLS's code."""

    code: str
    name: str
    price_parity: float | None


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry by BLS's code; `level` is 2 for a sector, then 3 to 5, each finer than the one before."""

    code: str
    name: str
    level: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Pay and jobs of one occupation by metropolitan area and by industry, as `Cells` by code.

    `soc` is the code under which BLS publishes them.
    """

    soc: str
    metros: dict[str, Cells] = field(default_factory=dict)
    industries: dict[str, Cells] = field(default_factory=dict)


def pay_in(cells: Cells) -> StatePay:
    """Pay in one place from its cells; what is not published is absent."""
    jobs, *points = cells
    pay = StatePay()
    if isinstance(jobs, int):
        pay["employment"] = jobs
    for point, value in zip(POINTS, points, strict=True):
        if isinstance(value, str):
            pay.setdefault("at_least", {})[point] = float(value.removeprefix(">="))
        elif value is not None:
            pay[point] = value  # type: ignore[literal-required]  # point is one of POINTS
    return pay
