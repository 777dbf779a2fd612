"""Starting beliefs from public figures: where a path stands before anyone was asked.

Each curve turns a figure into a best guess between 10 and 90 with a wide band, because a figure is
about everybody who does the work and never about this seeker. A missing figure leaves it unknown.
The curves are this program's own judgment, stated here, and findings soon outweigh them.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from askwell.decide.beliefs import UNKNOWN
from askwell.decide.chances import Normal
from askwell.explore.career.wording import signed
from askwell.explore.footing import Footing
from askwell.prepare.figures import NEARNESS, OUTDOORS, STANDING, YEARS_OF_SCHOOL

PAY_SD, OUTLOOK_SD, OPENINGS_SD, SCHOOLING_SD, CONTEXT_SD = 15.0, 18.0, 18.0, 12.0, 18.0


class Kind(StrEnum):
    """What a criterion is about, which says which public figure speaks to it, if any."""

    PAY = "pay"
    OUTLOOK = "outlook"
    OPENINGS = "openings"
    SCHOOLING = "schooling"
    STEADY_HOURS = "steady_hours"
    WITH_PEOPLE = "with_people"
    OUTDOORS = "outdoors"
    ON_FEET = "on_feet"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Preset:
    """A criterion to start from: its name in plain words, its kind, and a weight from 0 to 5."""

    name: str
    kind: Kind
    weight: int = 3
    wants_more: bool = True


DEFAULT_CRITERIA = (
    Preset("A day I would like", Kind.OWN, 5),
    Preset("Pay I can live on", Kind.PAY, 4),
    Preset("Steady hours", Kind.STEADY_HOURS),
    Preset("Room to grow", Kind.OUTLOOK),
    Preset("Being with people", Kind.WITH_PEOPLE),
    Preset("Years before I earn", Kind.SCHOOLING, wants_more=False),
)
"""Six criteria to begin with; the seeker renames, reweighs and removes them."""


@dataclass(frozen=True, slots=True)
class Start:
    """A starting belief, one sentence on why, whether a figure stands behind it, and was adjusted to local prices."""

    belief: Normal
    why: str
    known: bool
    adjusted: bool = False


def start(kind: str, figures: Footing, *, wants_more: bool = True) -> Start:
    """The starting belief about a path on one kind of criterion.

    `wants_more` False turns the three kinds around that people differ on: with people, outdoors,
    on one's feet. An unknown kind counts as the seeker's own.
    """
    if kind in _CONTEXT:
        return _context(kind, figures, wants_more)
    begun = _CURVES.get(kind, _own)(figures)
    if begun.known and figures.counted_as:
        return replace(begun, why=f"{begun.why} It is counted there as part of “{figures.counted_as}”.")
    return begun


def _pay(figures: Footing) -> Start:
    """10 at the lowest median pay of all occupations, 50 in the middle, 90 at the highest."""
    percentile = figures.pay_percentile
    if percentile is None:
        return _unknown("No yearly pay is published, so this is open.")
    there = f" {figures.where}" if figures.where else ""
    bought = ", in what it buys there," if figures.in_local_prices else ""
    middle = f"Its middle pay{there}{bought}"
    if percentile < 1 or percentile > 99:
        where = "lowest" if percentile < 1 else "highest"
        why = f"{middle} is among the very {where} of all occupations."
    else:
        why = f"{middle} is higher than in {percentile:.0f} of 100 occupations."
    return Start(Normal(10 + 0.8 * percentile, PAY_SD), why, True, figures.in_local_prices)


def _outlook(figures: Footing) -> Start:
    """50 where jobs change as they do overall, 69 at ten points above, at most 75."""
    change, overall = figures.change_percent, figures.change_percent_all
    if change is None or overall is None:
        return _unknown("No projection of its jobs is published, so this is open.")
    belief = Normal(50 + 25 * math.tanh((change - overall) / 10), OUTLOOK_SD)
    why = (
        f"Jobs are projected to change by {signed(change)} in ten years, "
        f"against {signed(overall)} for all occupations."
    )
    return Start(belief, why, True)


def _openings(figures: Footing) -> Start:
    """30 at 500 openings a year, 50 at 5,000 (near the median), 70 at 50,000."""
    if figures.openings is None:
        return _unknown("Its openings a year are not published, so this is open.")
    value = 50 + 20 * math.log10(max(figures.openings, 1) / 5_000)
    many = f"About {figures.openings:,}" if figures.openings else "Fewer than 50"
    why = f"{many} openings a year are projected in the whole country."
    return Start(Normal(_clip(value), OPENINGS_SD), why, True)


def _schooling(figures: Footing) -> Start:
    """85 with no school after high school, 57 with four years, 29 with eight."""
    years = YEARS_OF_SCHOOL.get(figures.entry_education)
    if years is None:
        return _unknown("The usual schooling is not published, so this is open.")
    usual = figures.entry_education[:1].lower() + figures.entry_education[1:]
    long = f"about {years} year{'' if years == 1 else 's'} of" if years else "no"
    why = f"Usual way in: {usual}, {long} school after high school."
    return Start(Normal(_clip(85 - 7 * years), SCHOOLING_SD), why, True)


_CONTEXT = {
    Kind.WITH_PEOPLE: (
        NEARNESS,
        "It scores {score:.0f} of 100 for working close to other people. Whether that is company, a person can tell.",
        "How near one works to other people is not published here, so this is open.",
    ),
    Kind.OUTDOORS: (
        OUTDOORS,
        "It scores {score:.0f} of 100 for work outdoors in any weather.",
        "How much of the work is outdoors is not published here, so this is open.",
    ),
    Kind.ON_FEET: (
        STANDING,
        "It scores {score:.0f} of 100 for time spent standing.",
        "How much of the work is done standing is not published here, so this is open.",
    ),
}


def _context(kind: str, figures: Footing, wants_more: bool) -> Start:
    """10 to 90 along the score, or against it for those who want less."""
    name, known, missing = _CONTEXT[Kind(kind)]
    score = figures.context.get(name)
    if score is None:
        return _unknown(missing)
    value = 10 + 0.8 * (score if wants_more else 100 - score)
    return Start(Normal(value, CONTEXT_SD), known.format(score=score), True)


def _steady_hours(_: Footing) -> Start:
    return _unknown("Figures say little about how steady the hours are. A person can tell you.")


def _own(_: Footing) -> Start:
    return _unknown("No public figure speaks to this. People can.")


def _unknown(why: str) -> Start:
    return Start(UNKNOWN, why, False)


def _clip(value: float) -> float:
    return min(90.0, max(10.0, value))


_CURVES: dict[str, Callable[[Footing], Start]] = {
    Kind.PAY: _pay,
    Kind.OUTLOOK: _outlook,
    Kind.OPENINGS: _openings,
    Kind.SCHOOLING: _schooling,
    Kind.STEADY_HOURS: _steady_hours,
}
