"""Whether new figures can be true, held against those before them."""

from collections.abc import Sequence

from askwell.explore.pack.loading import TOTAL, Pack
from askwell.explore.shape import Occupation
from askwell.explore.sources.reading import SourceError

KEPT = 2 / 3
NEEDED = (
    "pay", "pay_by_state", "projections", "entry", "attainment", "job_zone", "skills", "work_context", "interests",
    "technologies", "related", "programs",
)  # fmt: skip
"""What a career's page would be poorer without, and what rows marked in another way than before would silently lack."""
FARTHEST = 1.5
"""By how many times a median, or the jobs of an occupation, may rise or fall from one release to the next."""
MANY = 0.1
"""The share of occupations that may move farther than that: codes are split and merged now and then."""


def hold_against(earlier: Pack, found: Sequence[Occupation]) -> None:
    """Refuse figures that lost a third of the occupations, or in which too much moved too far at once."""
    before = {each.soc: each for each in (earlier.total, *earlier.occupations())}
    now = {each.soc: each for each in found}
    for kind in NEEDED:
        had, has = (sum(kind in each.figures for each in held.values()) for held in (before, now))
        if has < had * KEPT:
            raise SourceError(
                f"The new releases give {kind.replace('_', ' ')} for {has} occupations, where {had} had them before."
            )
    moved = [soc for soc in before if soc in now and _jumps(before[soc], now[soc])]
    if TOTAL in moved or len(moved) > max(1, len(before) * MANY):
        raise SourceError(
            f"The new releases change pay or jobs of {len(moved)} occupations by more than half at once, which can't be."
        )


def _jumps(one: Occupation, other: Occupation) -> bool:
    pairs = ((one.median_pay, other.median_pay), (one.employment, other.employment))
    return any(a and b and not 1 / FARTHEST <= b / a <= FARTHEST for a, b in pairs)
