"""Beliefs, how findings move them, and what is worth asking next."""

import math
import random
from statistics import NormalDist, fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.decide import beliefs
from askwell.decide.beliefs import UNKNOWN, Finding, Normal, Weighing, update, weigh

scale = st.floats(0, 100)


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 draws for a test, nothing secret


def said(host: str, *values: float, path: str = "Nurse") -> list[Finding]:
    return [Finding(path, "Pay", host, value) for value in values]


def weighing(
    held: dict[tuple[str, str], Normal],
    weights: dict[str, float] | None = None,
    findings: tuple[Finding, ...] = (),
) -> Weighing:
    paths = tuple(dict.fromkeys(path for path, _ in held))
    return Weighing(paths, weights or {"Pay": 1, "Hours": 1}, held, findings)


def test_a_belief_without_findings_stays_as_it_is() -> None:
    assert update(Normal(40, 15), []) == Normal(40, 15)


def test_findings_move_a_belief_by_the_conjugate_normal_rule() -> None:
    prior, variance = Normal(40, 15), 12**2 + 10**2 / 2

    held = update(prior, said("Elena", 60, 80))

    precision = 1 / 15**2 + 1 / variance
    assert held.mean == pytest.approx((40 / 15**2 + 70 / variance) / precision)
    assert held.sd == pytest.approx(precision**-0.5)


def test_one_person_is_one_witness() -> None:
    one_voice = update(UNKNOWN, said("Elena", *[80] * 100))
    two_voices = update(UNKNOWN, said("Elena", 80) + said("Marcus", 80))

    assert two_voices.sd < one_voice.sd
    assert one_voice.sd > 10


def test_hosts_are_told_apart_exactly() -> None:
    exact = update(UNKNOWN, said("elena", 80) + said("Elena", 80))
    same = update(UNKNOWN, said("Elena", 80, 80))

    assert exact.sd < same.sd


def test_a_certain_belief_is_not_moved() -> None:
    assert update(Normal(40, 0), said("Elena", 90)) == Normal(40, 0)
    assert update(Normal(40, 0), said("Elena", 90), 0, 0) == Normal(40, 0)


def test_certain_answers_replace_a_belief_whatever_their_order() -> None:
    findings = said("Elena", 90) + said("Marcus", 60)

    forward = update(Normal(40, 15), findings, 0, 0)
    backward = update(Normal(40, 15), findings[::-1], 0, 0)

    assert forward == backward == Normal(75, 0)


def test_with_no_spread_between_hosts_all_answers_count_alike() -> None:
    held = update(Normal(40, 1e9), said("Elena", 90, 90, 90) + said("Jo", 50), 0, 10)

    assert held.mean == pytest.approx(80)


@given(st.lists(st.tuples(st.sampled_from("ABC"), scale), max_size=9), st.randoms())
def test_the_order_of_findings_does_not_matter(told: list[tuple[str, float]], rng: random.Random) -> None:
    findings = [f for host, value in told for f in said(host, value)]
    shuffled = rng.sample(findings, len(findings))

    assert update(UNKNOWN, shuffled).mean == pytest.approx(update(UNKNOWN, findings).mean)


@given(scale, st.floats(0, 60), st.lists(scale, min_size=1, max_size=9))
def test_a_finding_never_makes_a_belief_less_sure_or_leaves_the_scale(
    mean: float, sd: float, values: list[float]
) -> None:
    held = update(Normal(mean, sd), said("Elena", *values))

    assert held.sd <= sd
    assert -1e-9 <= held.mean <= 100 + 1e-9


def test_weights_are_scaled_to_add_up_to_1() -> None:
    assert beliefs.normalize({"Pay": 3, "Hours": 1}) == {"Pay": 0.75, "Hours": 0.25}
    assert beliefs.normalize({"Pay": 1e308, "Hours": 1e308})["Pay"] == 0.5


@pytest.mark.parametrize(
    "weights",
    [{}, {"Pay": 0}, {"Pay": -1, "Hours": 3}, {"Pay": math.nan}, {"Pay": math.inf}],
)
def test_weights_that_cannot_be_scaled_are_refused(weights: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="weight must be"):
        beliefs.normalize(weights)


def test_a_path_is_worth_the_weighted_sum_of_its_beliefs() -> None:
    held = {("Nurse", "Pay"): Normal(60, 10), ("Nurse", "Hours"): Normal(20, 5)}

    standing = weigh(weighing(held, {"Pay": 3, "Hours": 1})).standings[0]

    assert standing.mean == pytest.approx(50)
    assert standing.sd == pytest.approx(math.hypot(7.5, 1.25))


def test_standings_put_the_best_chance_first() -> None:
    held = {("Nurse", "Pay"): Normal(40, 5), ("Electrician", "Pay"): Normal(60, 5)}

    standings = weigh(weighing(held, {"Pay": 1})).standings

    assert [standing.path for standing in standings] == ["Electrician", "Nurse"]


def test_a_pair_without_a_belief_counts_as_unknown() -> None:
    weighed = weigh(weighing({("Nurse", "Pay"): Normal(60, 10)}))

    assert weighed.beliefs["Nurse", "Hours"] == UNKNOWN


def test_findings_count_only_for_their_own_path_and_criterion() -> None:
    held = {("Nurse", "Pay"): Normal(50, 10), ("Electrician", "Pay"): Normal(50, 10)}

    weighed = weigh(weighing(held, findings=tuple(said("Elena", 90))))

    assert weighed.beliefs["Electrician", "Pay"] == Normal(50, 10)
    assert weighed.beliefs["Nurse", "Hours"] == UNKNOWN
    assert weighed.beliefs["Nurse", "Pay"].mean > 60


def knowledge_gradient_by_draws(weight: float, sd: float, lead: float) -> float:
    """The mean gain of the best path's mean over many answers drawn from what is held."""
    rng = dice(7)
    gains = []
    for _ in range(20_000):
        answer = rng.gauss(50, sd) + rng.gauss(0, math.hypot(12, 10))
        held = update(Normal(50, sd), said("New", answer))
        moved = lead + weight * (held.mean - 50)
        gains.append(max(moved, 0) - max(lead, 0))
    return fmean(gains)


@pytest.mark.parametrize("lead", [0.0, 3.0, -3.0])
def test_an_answer_is_worth_what_it_is_expected_to_add(lead: float) -> None:
    worth = beliefs.knowledge_gradient(0.5, 20, math.hypot(12, 10), lead)

    assert worth == pytest.approx(knowledge_gradient_by_draws(0.5, 20, lead), abs=0.15)


def test_the_worth_is_the_formula_of_the_paper() -> None:
    sigma = 0.4 * 18**2 / math.sqrt(18**2 + 244)
    z = -5 / sigma
    expected = sigma * (z * NormalDist().cdf(z) + NormalDist().pdf(z))

    worth = beliefs.knowledge_gradient(0.4, 18, math.sqrt(244), 5)

    assert worth == pytest.approx(expected)


def test_with_a_single_path_no_answer_changes_the_choice() -> None:
    worths = weigh(weighing({("Nurse", "Pay"): Normal(60, 10)})).next

    assert [worth.value for worth in worths] == [0.0, 0.0]


def test_what_is_certain_or_weighs_nothing_is_not_worth_asking() -> None:
    held = {(path, "Pay"): Normal(50, 0) for path in ("Nurse", "Electrician")}

    worths = weigh(weighing(held, {"Pay": 1, "Hours": 0})).next

    assert all(worth.value == 0 for worth in worths)


def test_what_is_most_worth_asking_comes_first_and_ties_keep_their_order() -> None:
    held = {
        ("Nurse", "Pay"): Normal(50, 10),
        ("Nurse", "Hours"): Normal(50, 20),
        ("Electrician", "Pay"): Normal(50, 10),
        ("Electrician", "Hours"): Normal(50, 20),
    }

    worths = weigh(weighing(held)).next

    assert [(worth.path, worth.criterion) for worth in worths] == [
        ("Nurse", "Hours"),
        ("Electrician", "Hours"),
        ("Nurse", "Pay"),
        ("Electrician", "Pay"),
    ]


@given(st.floats(0, 1), st.floats(0, 1e300), st.floats(0, 1e300), st.floats(-1e3, 1e3))
def test_an_answer_is_never_worth_less_than_nothing(
    weight: float, sd: float, noise: float, lead: float
) -> None:
    worth = beliefs.knowledge_gradient(weight, sd, noise, lead)

    assert 0 <= worth < math.inf


def test_findings_stand_on_the_scale_by_how_they_move_the_seeker() -> None:
    assert [beliefs.finding_value(moves) for moves in range(-2, 3)] == [
        10, 30, 50, 70, 90,
    ]  # fmt: skip
    with pytest.raises(ValueError, match="from -2 to 2"):
        beliefs.finding_value(3)
