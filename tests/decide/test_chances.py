"""The chance that a path is the best, held against slower and rougher ways to find it."""

import math
import random
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.decide.chances import Normal, chance_best

TOLERANCE = 0.005
normals = st.builds(Normal, st.floats(0, 100), st.floats(0, 60))


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 draws for a test, nothing secret


def chance_best_slowly(values: list[Normal], steps: int = 4_000) -> list[float]:
    """The mean, over even quantiles of each value, of the chance that all others are below it."""
    chances = []
    for i, value in enumerate(values):
        others = [other for j, other in enumerate(values) if j != i]
        total = 0.0
        for step in range(steps):
            z = NormalDist().inv_cdf((step + 0.5) / steps)
            x = value.mean + value.sd * z
            total += math.prod(below(x, other) for other in others)
        chances.append(total / steps)
    return chances


def below(x: float, value: Normal) -> float:
    return 0.5 * math.erfc((value.mean - x) / value.sd / math.sqrt(2))


def chance_best_by_draws(values: list[Normal], draws: int, seed: int) -> list[float]:
    rng = dice(seed)
    wins = [0] * len(values)
    for _ in range(draws):
        drawn = [rng.gauss(value.mean, value.sd) for value in values]
        wins[drawn.index(max(drawn))] += 1
    return [won / draws for won in wins]


def test_two_paths_agree_with_the_closed_form() -> None:
    first, second = Normal(60, 10), Normal(50, 5)

    chances = chance_best([first, second])

    assert chances[0] == pytest.approx(NormalDist().cdf(10 / math.hypot(10, 5)), abs=1e-6)


@pytest.mark.parametrize("paths", [2, 3, 6, 12])
def test_chances_agree_with_a_slow_right_version(paths: int) -> None:
    rng = dice(paths)
    values = [Normal(rng.uniform(20, 80), rng.uniform(0.5, 25)) for _ in range(paths)]

    chances = chance_best(values)

    assert chances == pytest.approx(chance_best_slowly(values), abs=0.001)


def test_fifty_paths_agree_with_draws() -> None:
    rng = dice(50)
    values = [Normal(rng.uniform(40, 60), rng.uniform(1, 25)) for _ in range(50)]

    chances = chance_best(values)

    drawn = chance_best_by_draws(values, draws=8_000, seed=1)
    assert chances == pytest.approx(drawn, abs=0.015)


def test_fifty_equal_paths_share_the_chance_evenly() -> None:
    values = [Normal(50, 8)] * 50

    chances = chance_best(values)

    assert chances == pytest.approx([0.02] * 50, abs=1e-4)


def test_no_path_has_no_chances_and_a_single_path_is_the_best() -> None:
    assert chance_best([]) == []
    assert chance_best([Normal(3, 0)]) == [1.0]
    assert chance_best([Normal(3, 9)]) == pytest.approx([1.0])


def test_equal_certain_paths_share_their_chance_evenly() -> None:
    values = [Normal(50, 0), Normal(50, 0), Normal(40, 0)]

    assert chance_best(values) == [0.5, 0.5, 0.0]


def test_a_certain_path_beats_an_unsure_one_as_often_as_it_is_above_it() -> None:
    values = [Normal(55, 0), Normal(50, 5), Normal(55, 0)]

    chances = chance_best(values)

    above = NormalDist(50, 5).cdf(55)
    assert chances == pytest.approx([above / 2, 1 - above, above / 2], abs=1e-6)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([Normal(50, 1e-9), Normal(50, 1e9)], [0.5, 0.5]),
        ([Normal(50, 1e-9), Normal(50, 30), Normal(50, 1e-9)], [0.25, 0.5, 0.25]),
        ([Normal(50, 1e-300), Normal(50, 1e-300)], [0.5, 0.5]),
        ([Normal(0, 1e150), Normal(100, 1e308)], [0.5, 0.5]),
        ([Normal(50 + 1e-9, 1e-12), Normal(50, 1e-12)], [1.0, 0.0]),
        ([Normal(0, 0.001), Normal(100, 0.001)], [0.0, 1.0]),
    ],
)
def test_needles_beside_plains_keep_their_chance(values: list[Normal], expected: list[float]) -> None:
    assert chance_best(values) == pytest.approx(expected, abs=TOLERANCE)


@given(st.lists(normals, min_size=1, max_size=8))
def test_chances_lie_between_0_and_1_and_add_up_to_1(values: list[Normal]) -> None:
    chances = chance_best(values)

    assert all(0 <= chance <= 1 for chance in chances)
    assert math.fsum(chances) == pytest.approx(1)


@given(st.lists(normals, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_paths_does_not_matter(values: list[Normal], rng: random.Random) -> None:
    order = list(range(len(values)))
    rng.shuffle(order)

    chances = chance_best(values)
    shuffled = chance_best([values[i] for i in order])

    assert shuffled == pytest.approx([chances[i] for i in order], abs=1e-6)


@given(st.lists(normals, min_size=2, max_size=6), st.floats(0.5, 30))
def test_a_path_that_gets_better_never_loses_chance(values: list[Normal], gain: float) -> None:
    better = [Normal(values[0].mean + gain, values[0].sd), *values[1:]]

    assert chance_best(better)[0] >= chance_best(values)[0] - 1e-6
