"""What a career takes: the usual way in, the schooling of those who do it, what to study."""

from collections.abc import Mapping
from dataclasses import dataclass

from askwell.explore.career.wording import (
    EXPERIENCE,
    HANDBOOK,
    LICENSES,
    MISSING,
    OF_SPECIALTIES,
    SCHOOLING,
    TRAINING,
    WAYS_IN,
    WEIGHTS,
    ZONES,
)
from askwell.explore.charts import Bar, Scale, bar
from askwell.explore.shape import Attainment, Entry, Figures

COMMON = 20.0
ROOM = 10.0
SOME, MUCH = 2, 4
LITTLE = ("No formal educational credential", "High school diploma or equivalent")
COLLEGE = ("Bachelor's degree", "Master's degree", "Doctoral or professional degree")
LONG = ("Long-term on-the-job training", "Apprenticeship", "Internship/residency")
"""Of zones, schooling and training: what is little and what is much."""


@dataclass(frozen=True, slots=True)
class Schooling:
    """Shares of workers by highest schooling, against all workers."""

    bars: tuple[Bar, ...]
    approximate: bool


def schooling(figures: Figures, totals: Figures) -> Schooling | None:
    """Highest schooling of people who do the work; None when it is not published."""
    here = figures.get("attainment")
    if here is None:
        return None
    everyone = totals.get("attainment", {})
    shares = shares_of(here)
    average = shares_of(everyone)
    top = max([*shares.values(), *average.values()])
    scale = Scale(0, min(100, top + ROOM), 10)
    bars = tuple(
        bar(
            SCHOOLING[level], f"{share:.1f}%", share, scale,
            tick=average.get(level), kind="lead" if share >= COMMON else "",
        )
        for level, share in shares.items()
    )  # fmt: skip
    return Schooling(bars, here.get("approximate", False))


def shares_of(attainment: Attainment) -> dict[str, float]:
    """Shares in percent by level, in rising order, as far as they are published."""
    known: dict[str, object] = dict(attainment)
    return {level: float(share) for level in SCHOOLING if isinstance(share := known.get(level), int | float)}


def way_in(figures: Figures, totals: Figures | None = None) -> tuple[tuple[str, str], ...]:
    """What is usual to get in, as name and words; what is not published is said to be missing."""
    entry = figures.get("entry", {})
    usual = WAYS_IN.get(entry.get("education", ""))
    zone = figures["job_zone"]["zone"] if "job_zone" in figures else None
    rows = (
        ("Schooling", (usual.asked or usual.named) if usual else ""),
        ("Experience", _or_none(EXPERIENCE, entry.get("experience", ""), "usually not asked for")),
        ("Training", _or_none(TRAINING, entry.get("training", ""), "usually none on the job")),
        (
            "Preparation",
            f"{ZONES[zone][0]}, by O*NET’s count: {ZONES[zone][1]} (job zone {zone}; 5 takes the most){_unlike(entry, zone)}"
            if zone
            else "",
        ),
        ("Licenses", _licenses(figures, totals or {})),
    )
    return tuple(
        (name, f"{words[0].upper()}{words[1:]}." if words else f"{MISSING}.") for name, words in rows
    )


def _licenses(figures: Figures, totals: Figures) -> str:
    """How much a certification matters, and who knows which license is needed; that none is needed is never said."""
    told = HANDBOOK if figures.get("handbook", {}).get("licenses") else LICENSES
    rated = figures.get("credential", {})
    here = rated.get("certification")
    if here is None:
        return f"{told}. How much a certification matters has not been rated"
    average = totals.get("credential", {}).get("certification")
    held = "" if average is None else f"; the average job {average:.1f}"
    whose = OF_SPECIALTIES if "from_specialties" in rated else ""
    weight = next(words for least, words in WEIGHTS if here >= least)
    return f"{told}. A certification {weight} for doing this work ({here:.1f} of 5 by O*NET’s count{whose}{held})"


def _unlike(entry: Entry, zone: int) -> str:
    """That the two counts of what it takes do not agree; they come from different offices."""
    schooling, training = entry.get("education", ""), entry.get("training", "")
    more = zone >= MUCH and schooling in LITTLE
    less = (zone == 1 and training in LONG) or (zone <= SOME and schooling in COLLEGE)
    return ". That is not what the lines above say: ask how it is where you live" if more or less else ""


def _or_none(words: Mapping[str, str], published: str, none: str) -> str:
    return none if published == "None" else words.get(published, "")
