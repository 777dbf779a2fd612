"""What the figures say of careers that wishes ask for, and which careers a wish leaves out."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from askwell.explore.shape import Occupation

WITHOUT_DEGREE = frozenset(
    {
        "No formal educational credential",
        "High school diploma or equivalent",
        "Postsecondary nondegree award",
        "Some college, no degree",
    }
)
BELOW_BACHELOR = WITHOUT_DEGREE | {"Associate's degree"}
BELOW_MASTER = BELOW_BACHELOR | {"Bachelor's degree"}
HOURS = 2_080  # paid in a year, as BLS counts them
FAST = 5  # percent in ten years
ON_FEET = ("Spend Time Standing", "Spend Time Walking or Running")
HAZARDS = ("Exposed to Hazardous Conditions", "Exposed to Hazardous Equipment")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the figures say of one career that wishes ask for; `None` where they say nothing."""

    education: str | None
    training: str | None
    experience: str | None
    pay: int | None
    growth: float | None
    rated: Mapping[str, float]
    """O*NET's ratings: conditions from 0 to 100, importance from 1 to 5, interests from 1 to 7; those that are known."""

    @classmethod
    def of(cls, career: Occupation) -> "Facts":
        """Those of an occupation."""
        entry = career.figures.get("entry", {})
        return cls(
            education=career.entry_education,
            training=entry.get("training"),
            experience=entry.get("experience"),
            pay=career.median_pay,
            growth=career.change_percent,
            rated={name: value for name, value in ratings(career.figures) if value is not None},
        )


def ratings(figures: Mapping[str, Any]) -> Iterable[tuple[str, float | None]]:
    """The ratings that limits ask for, by our own short names."""
    context = figures.get("work_context", {"items": {}})["items"]
    skills = figures.get("skills", {"skill": {}, "knowledge": {}})
    yield "on feet", max((context[each] for each in ON_FEET if each in context), default=None)
    yield "hazards", max((context[each] for each in HAZARDS if each in context), default=None)
    yield "outdoors", context.get("Outdoors, Exposed to All Weather Conditions")
    yield "germs", context.get("Exposed to Disease or Infections")
    yield "irregular", context.get("Work Schedules")
    yield "week", context.get("Duration of Typical Work Week")
    yield "math", skills["skill"].get("Mathematics")
    yield "computers", skills["knowledge"].get("Computers and Electronics")
    yield "serving", skills["knowledge"].get("Customer and Personal Service")
    yield "helping", figures.get("interests", {}).get("social")


@dataclass(frozen=True, slots=True)
class Limit:
    """A wish that leaves careers out: what is said of it, which careers stay, and what to show of one that does."""

    said: str
    keeps: Callable[[Facts], bool]
    why: Callable[[Facts], str]


def rated(
    said: str, why: str, *, least: Mapping[str, float] | None = None, below: Mapping[str, float] | None = None
) -> Limit:
    """Careers with ratings between bounds; those that were not rated stay, but nothing is shown of them."""
    floors, ceilings = least or {}, below or {}

    def keeps(facts: Facts) -> bool:
        high = all(facts.rated.get(name, floor) >= floor for name, floor in floors.items())
        return high and all(
            facts.rated[name] < ceiling for name, ceiling in ceilings.items() if name in facts.rated
        )

    def shown(facts: Facts) -> str:
        return why if facts.rated.keys() >= floors.keys() | ceilings.keys() else ""

    return Limit(f"Only careers in which {said}, as far as O*NET knows.", keeps, shown)


def schooling(allowed: Iterable[str], degree: str) -> Limit:
    """Careers usually entered with little schooling."""
    levels = frozenset(allowed)
    said = f"Only careers that people usually enter without {degree}, as BLS sees it."
    return Limit(said, lambda facts: facts.education in levels, lambda facts: facts.education or "")


def associate() -> Limit:
    """Careers usually entered with two years of college."""
    said = "Only careers that people usually enter with an associate’s degree, as BLS sees it."
    return Limit(said, lambda facts: facts.education == "Associate's degree", lambda _: "associate’s degree")


def paid(least: int) -> Limit:
    """Careers that pay so much."""
    said = f"Only careers with a median pay of at least ${least:,} a year."
    return Limit(said, lambda facts: (facts.pay or 0) >= least, lambda facts: f"${facts.pay or 0:,} a year")


def amount(found: re.Match[str]) -> Limit | None:
    """Careers that pay what was named, by the hour or by the year."""
    named = found.groupdict()
    said = named["much"] or named["bare"]
    hourly = named.get("hour") or named.get("bare_hour")
    much = int(re.sub(r"\D", "", said)) * (1000 if said.lower().endswith("k") else HOURS if hourly else 1)
    return paid(much) if 10_000 <= much < 1_000_000 else None


def growing() -> Limit:
    """Careers with more jobs to come."""
    said = f"Only careers in which BLS expects at least {FAST} % more jobs within ten years."
    return Limit(
        said,
        lambda facts: (facts.growth or 0) >= FAST,
        lambda facts: f"{facts.growth or 0:+g} % in ten years",
    )


def without_experience() -> Limit:
    """Careers entered without having worked in a related one."""
    said = "Only careers that people usually enter without work experience, as BLS sees it."
    return Limit(said, lambda facts: facts.experience == "None", lambda _: "no experience needed")


def apprenticed() -> Limit:
    """Careers learned by an apprenticeship."""
    said = "Only careers that people usually learn in an apprenticeship, as BLS sees it."
    return Limit(said, lambda facts: facts.training == "Apprenticeship", lambda _: "apprenticeship")
