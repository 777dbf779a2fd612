"""The chance that each of several independent normals is the largest."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_ROOT_2 = math.sqrt(2)
_BREAKS = (-6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6)
# Gauss-Legendre, five points on [-1, 1]: exact for polynomials up to degree nine.
_GAUSS = (
    (-0.9061798459386640, 0.2369268850561891),
    (-0.5384693101056831, 0.4786286704993665),
    (0.0, 0.5688888888888889),
    (0.5384693101056831, 0.4786286704993665),
    (0.9061798459386640, 0.2369268850561891),
)


@dataclass(frozen=True, slots=True)
class Normal:
    """A best guess and how far off it could be: mean and standard deviation on the 0 to 100 scale."""

    mean: float
    sd: float


def chance_best(values: Sequence[Normal]) -> list[float]:
    """The chance that each of these independent normals is the largest; the chances add up to 1.

    The integral of each density times the others' distribution functions, by Gauss-Legendre between
    breakpoints at whole deviations of every one of them, so that a needle beside a plain is not
    missed. Equal certain values share their chance evenly.
    """
    if not values:
        return []
    top = max(value.mean for value in values)
    scale = max(max(top - value.mean, value.sd) for value in values) or 1.0
    # From the top mean, so that small differences near it keep all their digits.
    shifted = [_settled((value.mean - top) / scale, value.sd / scale) for value in values]
    certain = max((value.mean for value in shifted if value.sd == 0), default=-math.inf)
    unsure = iter(_integrate([value for value in shifted if value.sd], certain))
    sure = _certain_chance(shifted, certain)
    chances = [next(unsure) if value.sd else sure * (value.mean == certain) for value in shifted]
    total = math.fsum(chances)
    return [chance / total for chance in chances]


def _settled(mean: float, sd: float) -> Normal:
    """A value that is certain where its deviation would be lost in rounding."""
    return Normal(mean, 0.0 if sd < max(1e-11 * abs(mean), 1e-200) else sd)


def _certain_chance(values: Sequence[Normal], certain: float) -> float:
    """The chance that falls to each of the certain values tied at the top."""
    tied = sum(value.sd == 0 and value.mean == certain for value in values)
    unbeaten = math.prod(_below(certain, value) for value in values if value.sd)
    return unbeaten / tied if tied else 0.0


def _integrate(values: Sequence[Normal], floor: float) -> list[float]:
    """For each normal, the chance that it is above `floor` and above all the others."""
    if not values:
        return []
    low = max(floor, max(value.mean + _BREAKS[0] * value.sd for value in values))
    breaks = sorted({value.mean + k * value.sd for value in values for k in _BREAKS})
    edges = [low, *breaks[bisect_left(breaks, low) :]]
    totals = [0.0] * len(values)
    for left, right in pairwise(edges):
        half = (right - left) / 2
        for node, share in _GAUSS if half else ():
            _add(totals, values, left + half * (1 + node), share * half)
    return totals


def _add(totals: list[float], values: Sequence[Normal], x: float, width: float) -> None:
    """Add to each total: its density at x, times the chance that all the others are below x."""
    under = [_below(x, value) for value in values]
    after = [1.0] * len(values)
    for i in range(len(values) - 2, -1, -1):
        after[i] = after[i + 1] * under[i + 1]
    before = 1.0
    for i, value in enumerate(values):
        z = (x - value.mean) / value.sd
        totals[i] += before * after[i] * density(z) * (width / value.sd)
        before *= under[i]


def density(z: float) -> float:
    """The standard normal density."""
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi) if abs(z) < 38 else 0.0


def _below(x: float, value: Normal) -> float:
    return below((x - value.mean) / value.sd)


def below(z: float) -> float:
    """The standard normal distribution function."""
    return math.erfc(-z / _ROOT_2) / 2
