"""What is usual over all occupations, and what stands out from it in one."""

from collections.abc import Mapping
from statistics import fmean, pstdev
from typing import Any

from askwell.explore.shape import StandsOut
from askwell.explore.sources import ratings

NOTED, IMPORTANT, DISTANT = 8, 2.5, 0.5


def numbers(values: Mapping[str, Any]) -> dict[str, float]:
    """The entries that are figures."""
    return {
        name: value
        for name, value in values.items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }


def averages(rated: list[Any]) -> dict[str, dict[str, tuple[float, float]]]:
    """Mean and standard deviation of each skill and field of knowledge."""
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for kind in ratings.KINDS:
        names = dict.fromkeys(name for each in rated for name in each[kind])
        values = {name: [each[kind][name] for each in rated if name in each[kind]] for name in names}
        found[kind] = {name: (round(fmean(given), 2), pstdev(given)) for name, given in values.items()}
    return found


def stands_out(skills: Any, averages: dict[str, dict[str, tuple[float, float]]]) -> list[StandsOut]:
    """What matters here far more than in the average job, furthest first."""
    found = [
        StandsOut(
            name=name, kind=kind, importance=value, average=mean, score=round((value - mean) / spread, 2)
        )
        for kind in ratings.KINDS
        for name, value in skills[kind].items()
        for mean, spread in [averages[kind][name]]
        if spread and value >= IMPORTANT and value - mean >= DISTANT * spread
    ]
    return sorted(found, key=lambda each: (-each["score"], each["name"]))[:NOTED]
