"""A week in sentences that the averages make certain. No Django.

Each condition was answered in steps, and the figure is the mean of the answers on a scale from 0 to 100. A mean near
one end leaves room for only so many answers at the other (Markov's inequality): where it is above 75, more than half
must have answered above the middle. A sentence is said only where the mean forces it, rounding included.
"""

from collections.abc import Mapping
from dataclasses import dataclass

ROUNDING = 0.5
SHOWN, LITTLE = 5, 2
CLEARLY = 10
"""By how many points of a hundred the average job must have more of what there is little of here."""
SHARES = (
    (0.9, "At least nine in ten"),
    (0.8, "At least four in five"),
    (0.75, "At least three in four"),
    (0.5, "Most"),
)
"""From the largest down; “most” is more than half, so a share must be above its bound."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What follows “most”; `untrue_at` is the answer nearest to it for which it does not hold.

    Claims hold for all answers above that one, or for all below it.
    """

    item: str
    words: str
    untrue_at: float
    above: bool = True

    def share(self, mean: float) -> float:
        """The least share of people, 0 to 1, of whom this must be true."""
        if self.above:
            return 1 - (100 - (mean - ROUNDING)) / (100 - self.untrue_at)
        return 1 - (mean + ROUNDING) / self.untrue_at


def _often(item: str, does: str, do: str) -> tuple[Claim, ...]:
    """Answered in never, yearly, monthly, weekly, daily: 0, 25, 50, 75, 100."""
    return (
        Claim(item, f"{does} every day", 75),
        Claim(item, f"{does} every week or more often", 50),
        Claim(item, f"never {do}", 25, above=False),
        Claim(item, f"{do} less than once a week, or never", 75, above=False),
    )


def _long(item: str, do: str) -> tuple[Claim, ...]:
    """Answered in never, less than half the time, half, more than half, nearly always: 0, 25, 50, 75, 100."""
    return (
        Claim(item, f"{do} nearly all the time", 75),
        Claim(item, f"{do} more than half of the time", 50),
        Claim(item, f"never {do}", 25, above=False),
        Claim(item, f"{do} less than half of the time, or never", 50, above=False),
    )


CLAIMS = (
    *_long("Spend Time Standing", "stand"),
    *_long("Spend Time Walking or Running", "walk or run"),
    *_long("Spend Time Bending or Twisting Your Body", "bend or twist"),
    *_often("Outdoors, Exposed to All Weather Conditions", "work outdoors in any weather", "work outside in the weather"),
    *_often("Outdoors, Under Cover", "work outdoors under a roof", "work outdoors under a roof"),
    *_often("E-Mail", "write e-mail", "write e-mail"),
    *_often("Exposed to Hazardous Conditions", "are near hazards such as chemicals", "come near hazards such as chemicals"),
    *_often("Exposed to Hazardous Equipment", "are near dangerous equipment", "come near dangerous equipment"),
    *_often("Exposed to Disease or Infections", "are near disease or infection", "come near disease or infection"),
    Claim("Physical Proximity", "work so close to others that they nearly touch", 75),
    Claim("Physical Proximity", "work within arm’s length of others", 50),
    Claim("Physical Proximity", "are not close to others while they work", 50, above=False),
    Claim("Duration of Typical Work Week", "work more than 40 hours in a typical week", 50),
    Claim("Duration of Typical Work Week", "work less than 40 hours in a typical week", 50, above=False),
    Claim("Work Schedules", "have hours that change, or work only in some seasons", 0),
    Claim("Work Schedules", "have set hours", 50, above=False),
)  # fmt: skip
"""For each condition the stronger claim first."""


def sentences(here: Mapping[str, float], average: Mapping[str, float]) -> tuple[str, ...]:
    """What must be true of most: what there is much of first, and the furthest from the average job first.

    That there is little of something is said only where the average job has clearly more of it.
    """
    by_distance = sorted(here, key=lambda name: -abs(here[name] - average.get(name, 50)))
    said = [found for name in by_distance if (found := _said(name, here[name]))]
    much = [each for each in said if each[0].above]
    less = {name for name in here if average.get(name, 50) - here[name] >= CLEARLY}
    little = [each for each in said if not each[0].above and each[0].item in less][:LITTLE]
    return tuple(f"{share} {claim.words}." for claim, share in [*much, *little][:SHOWN])


def _said(name: str, mean: float) -> tuple[Claim, str] | None:
    """The strongest claim on one condition that its mean makes certain, and of how many."""
    for claim in CLAIMS:
        if claim.item == name and (share := claim.share(mean)) > SHARES[-1][0]:
            return claim, next(words for least, words in SHARES if share >= least)
    return None
