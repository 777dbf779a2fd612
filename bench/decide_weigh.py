"""How far chance_best is from a Monte Carlo of a million draws, and how long it takes."""

import argparse
import random
import sys
import time
from collections.abc import Sequence

from askwell.decide.chances import Normal, chance_best


def draws(values: Sequence[Normal], count: int, rng: random.Random) -> list[float]:
    """How often each value is the largest in `count` draws."""
    gauss = rng.gauss
    pairs = [(value.mean, value.sd) for value in values]
    wins = [0] * len(values)
    for _ in range(count):
        drawn = [gauss(mean, sd) for mean, sd in pairs]
        wins[drawn.index(max(drawn))] += 1
    return [won / count for won in wins]


def case(paths: int, rng: random.Random) -> list[Normal]:
    """Paths as a decision meets them: means from 30 to 70, most of them unsure, some nearly certain."""
    return [
        Normal(rng.uniform(30, 70), rng.choice((0.01, 1, 5, 12, 25)) * rng.uniform(0.5, 1.5))
        for _ in range(paths)
    ]


def seconds(values: Sequence[Normal], times: int = 20) -> float:
    """The median time of one call."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        chance_best(values)
        taken.append(time.perf_counter() - began)
    return sorted(taken)[times // 2]


def row(paths: int, cases: int, count: int, rng: random.Random) -> str:
    """One line of the table: the largest and the mean error over the cases, and the time."""
    errors: list[float] = []
    times: list[float] = []
    for _ in range(cases):
        values = case(paths, rng)
        exact, drawn = chance_best(values), draws(values, count, rng)
        errors.extend(abs(a - b) for a, b in zip(exact, drawn, strict=True))
        times.append(seconds(values))
    mean = sum(errors) / len(errors)
    slowest = max(times) * 1_000
    return f"{paths:>5} {cases:>6} {count:>9,} {max(errors):>12.5f} {mean:>11.5f} {slowest:>9.2f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=1_000_000)
    parser.add_argument("--cases", type=int, default=2)
    parser.add_argument("--paths", type=int, nargs="+", default=[2, 3, 6, 12, 50])
    options = parser.parse_args()
    rng = random.Random(2009)
    out = sys.stdout
    out.write("paths  cases     draws  worst error  mean error  ms a call\n")
    for paths in options.paths:
        out.write(row(paths, options.cases, options.draws, rng) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
