"""What we hold about each path, how sure, and which answer would matter most."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from askwell.decide.chances import Normal, below, chance_best, density

__all__ = [
    "MOVES", "UNKNOWN", "Finding", "Normal", "Standing", "Weighed", "Weighing", "Worth",
    "chance_best", "finding_value", "knowledge_gradient", "normalize", "update", "weigh",
]  # fmt: skip

BETWEEN_SD = 12.0
"""How far two hosts differ about the same thing, on the 0 to 100 scale."""
WITHIN_SD = 10.0
"""How far two answers of one host differ about the same thing."""
MOVES = {-2: 10.0, -1: 30.0, 0: 50.0, 1: 70.0, 2: 90.0}
"""Where a finding stands on the scale, by how it moves the seeker (strongly against ... strongly for)."""

UNKNOWN = Normal(50.0, 25.0)
"""What is held where nothing is known: the middle, and nearly the whole scale within two deviations."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one host said about one path on one criterion, as a value from 0 (poor fit) to 100 (good fit)."""

    path: str
    criterion: str
    host: str
    value: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """Everything a decision rests on: weights, starting beliefs by (path, criterion), and findings."""

    paths: tuple[str, ...]
    weights: Mapping[str, float]
    beliefs: Mapping[tuple[str, str], Normal]
    findings: tuple[Finding, ...] = ()
    between_sd: float = BETWEEN_SD
    within_sd: float = WITHIN_SD


@dataclass(frozen=True, slots=True)
class Standing:
    """How one path does over all criteria, and the chance (0 to 1) that it is the best of them."""

    path: str
    mean: float
    sd: float
    chance_best: float


@dataclass(frozen=True, slots=True)
class Worth:
    """What one new host's answer on a path and criterion is expected to add to the best path's mean."""

    path: str
    criterion: str
    value: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """The answer: standings (best chance first), what to ask next (most worth first), beliefs now."""

    standings: tuple[Standing, ...]
    next: tuple[Worth, ...]
    beliefs: Mapping[tuple[str, str], Normal] = field(repr=False)


def finding_value(moves: int) -> float:
    """Where a finding stands on the 0 to 100 scale; `moves` is -2 to 2, anything else a ValueError."""
    if moves not in MOVES:
        raise ValueError("How a finding moves you is a whole number from -2 to 2.")
    return MOVES[moves]


def normalize(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights scaled to add up to 1; a negative weight, or none above zero, is a ValueError."""
    if any(not 0 <= weight < math.inf for weight in weights.values()):
        raise ValueError("A weight must be a number above or equal 0.")
    largest = max(weights.values(), default=0.0)
    if largest == 0:
        raise ValueError("At least one weight must be above 0.")
    scaled = {name: weight / largest for name, weight in weights.items()}
    total = math.fsum(scaled.values())
    return {name: weight / total for name, weight in scaled.items()}


def update(
    prior: Normal,
    findings: Iterable[Finding],
    between_sd: float = BETWEEN_SD,
    within_sd: float = WITHIN_SD,
) -> Normal:
    """The belief after these findings on its path and criterion, by the conjugate normal rule.

    One person is one witness: the n findings of one host count as a single observation, their
    mean, with variance between_sd**2 + within_sd**2 / n. Host names compare exactly.
    """
    by_host: dict[str, list[float]] = {}
    for finding in findings:
        by_host.setdefault(finding.host, []).append(finding.value)
    if not by_host:
        return prior
    seen = _pool(
        [
            Normal(
                math.fsum(v) / len(v),
                math.hypot(between_sd, within_sd / math.sqrt(len(v))),
            )
            for v in by_host.values()
        ]
    )
    spread = math.hypot(prior.sd, seen.sd)
    if spread == 0:
        return prior
    gain = (prior.sd / spread) ** 2
    return Normal(prior.mean + gain * (seen.mean - prior.mean), prior.sd * (seen.sd / spread))


def _pool(seen: Sequence[Normal]) -> Normal:
    """Independent observations of one thing as a single one, each weighed by its precision."""
    sharpest = min(one.sd for one in seen)
    shares = [(sharpest / one.sd) ** 2 if one.sd else 1.0 for one in seen]
    total = math.fsum(shares)
    mean = math.fsum(share * one.mean for share, one in zip(shares, seen, strict=True)) / total
    return Normal(mean, sharpest / math.sqrt(total))


def weigh(weighing: Weighing) -> Weighed:
    """Weigh the paths: standings, what to ask next, and every belief as it stands now.

    A path's value is the weighted sum of its beliefs. Where no belief is given, UNKNOWN stands.
    Ties keep the order of `paths` and of `weights`. Bad weights are a ValueError.
    """
    weights = normalize(weighing.weights)
    beliefs = _beliefs_now(weighing)
    values = [_value(path, weights, beliefs) for path in weighing.paths]
    standings = [
        Standing(path, value.mean, value.sd, chance)
        for path, value, chance in zip(weighing.paths, values, chance_best(values), strict=True)
    ]
    means = {path: value.mean for path, value in zip(weighing.paths, values, strict=True)}
    noise = math.hypot(weighing.between_sd, weighing.within_sd)
    worths = [
        Worth(
            path,
            criterion,
            knowledge_gradient(weight, beliefs[path, criterion].sd, noise, _lead(path, means)),
        )
        for path in weighing.paths
        for criterion, weight in weights.items()
    ]
    return Weighed(
        tuple(sorted(standings, key=lambda standing: (-standing.chance_best, -standing.mean))),
        tuple(sorted(worths, key=lambda worth: -worth.value)),
        beliefs,
    )


def _beliefs_now(weighing: Weighing) -> dict[tuple[str, str], Normal]:
    """Every (path, criterion) with its starting belief updated by the findings on it."""
    on: dict[tuple[str, str], list[Finding]] = {}
    for finding in weighing.findings:
        on.setdefault((finding.path, finding.criterion), []).append(finding)
    pairs = [(path, criterion) for path in weighing.paths for criterion in weighing.weights]
    return {
        pair: update(
            weighing.beliefs.get(pair, UNKNOWN),
            on.get(pair, ()),
            weighing.between_sd,
            weighing.within_sd,
        )
        for pair in pairs
    }


def _value(path: str, weights: Mapping[str, float], beliefs: Mapping[tuple[str, str], Normal]) -> Normal:
    """The weighted sum of a path's beliefs."""
    mean = math.fsum(weight * beliefs[path, criterion].mean for criterion, weight in weights.items())
    return Normal(
        mean,
        math.hypot(*(weight * beliefs[path, c].sd for c, weight in weights.items())),
    )


def _lead(path: str, means: Mapping[str, float]) -> float:
    """How far a path's mean is above the best of the others: infinite when there are no others."""
    return means[path] - max((mean for other, mean in means.items() if other != path), default=-math.inf)


def knowledge_gradient(weight: float, sd: float, noise: float, lead: float) -> float:
    """What one answer is expected to add to the mean of the best path (never below 0).

    `weight` of the criterion, `sd` of the belief, `noise` (sd) of one answer from one new host,
    `lead` of the path's mean over the best of the others. Source: Frazier, Powell and Dayanik (2009),
    "The Knowledge-Gradient Policy for Correlated Normal Beliefs", INFORMS Journal on Computing 21(4),
    for independent beliefs.
    """
    spread = math.hypot(sd, noise)
    sigma = weight * sd * (sd / spread) if spread else 0.0
    # Past forty deviations the worth is zero to the last bit, and the quotient could overflow.
    if sigma == 0 or abs(lead) > 40 * sigma:
        return 0.0
    z = -abs(lead) / sigma
    return max(0.0, sigma * (z * below(z) + density(z)))
