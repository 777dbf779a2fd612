"""What the work is like: skills that stand out, a week in figures, technologies."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from askwell.explore.career.certain import sentences
from askwell.explore.career.wording import CONDITIONS, sentence_case
from askwell.explore.charts import Bar, Scale, bar
from askwell.explore.shape import Figures, StandsOut, Technologies, Technology

IMPORTANCE = Scale(1, 5, 1)
HOW_MUCH = Scale(0, 100, 20)
SKILLS_SHOWN, TECHNOLOGIES_SHOWN = 6, 8
FEW = 2
FAR, FEWEST = 1.0, 3
"""Standard deviations from the average job that count as far, and how many such skills make a list."""

EVERYWHERE = re.compile(
    r"Microsoft (?:Access|Excel|Office|Outlook|PowerPoint|SharePoint|Teams|Windows|Word)\b|Google (?:Docs|Drive|Sheets)$"
    r"|Microsoft Internet Explorer|Corel WordPerfect|IBM (?:Lotus )?Notes|(?:Calendar|E-?mail|Internet browser|Office suite|Operating system|Presentation|Spreadsheet"
    r"|Web browser|Word processing)\b.* software$",
    re.IGNORECASE,
)
"""What lies on the desks of nearly every career and tells nothing of this one."""


@dataclass(frozen=True, slots=True)
class Skills:
    """Skills and knowledge that matter more here than in the average job, `far` or only somewhat."""

    bars: tuple[Bar, ...]
    from_specialties: bool
    far: bool


@dataclass(frozen=True, slots=True)
class Week:
    """What the averages make certain, in sentences; and every condition of work from 0 to 100, the most first."""

    sentences: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Tools:
    """Technologies that job postings ask for, and others that are used."""

    in_demand: tuple[str, ...]
    others: tuple[str, ...]


def skills(figures: Figures) -> Skills | None:
    """What stands out, furthest from the average first; None when nothing was rated."""
    rated = figures.get("skills")
    if rated is None:
        return None
    above: dict[str, StandsOut] = {}
    for each in rated.get("stands_out", []):  # “Mathematics” is a skill and a field of knowledge
        above.setdefault(each["name"], each)
    far = [each for each in above.values() if each["score"] >= FAR]
    shown = (far if len(far) >= FEWEST else [*above.values()])[:SKILLS_SHOWN]
    bars = tuple(importance(each["name"], each["importance"], each["average"]) for each in shown)
    return Skills(bars, rated.get("from_specialties", False), len(far) >= FEWEST) if bars else None


def importance(name: str, value: float, average: float) -> Bar:
    """One skill from 1 to 5 against the average job."""
    at = IMPORTANCE.at
    return Bar(sentence_case(name), f"{value:.1f}", 0, at(value), at(average))


def week(figures: Figures, totals: Figures) -> Week | None:
    """Conditions of work against the average job; None when they were not rated."""
    if "work_context" not in figures:
        return None
    here = figures["work_context"]["items"]
    average = totals["work_context"]["items"] if "work_context" in totals else {}
    bars = tuple(
        bar(CONDITIONS.get(name, name), f"{here[name]:.0f}", here[name], HOW_MUCH, tick=average.get(name))
        for name in sorted(here, key=lambda name: -here[name])
    )
    return Week(sentences(here, average), bars)


def tools(technologies: Technologies | None, nearby: Sequence[Collection[str]] = ()) -> Tools | None:
    """Technologies, the telling ones first; None when none is known. `nearby` are those of related careers, by name."""
    if technologies is None:
        return None
    items = sorted(technologies["items"], key=lambda each: _standing(each, nearby))
    wanted = tuple(each["name"] for each in items if each["in_demand"])[:TECHNOLOGIES_SHOWN]
    room = TECHNOLOGIES_SHOWN - len(wanted)
    others = tuple(each["name"] for each in items if not each["in_demand"])[:room]
    return Tools(wanted, others)


def is_everywhere(name: str) -> bool:
    """Whether a technology is used in nearly every career."""
    return bool(EVERYWHERE.match(name))


def _standing(technology: Technology, nearby: Sequence[Collection[str]]) -> tuple[int, int]:
    """Sorting: what related careers use too, what few careers use, office software, what is talked of everywhere."""
    name, shared = technology["name"], sum(technology["name"] in names for names in nearby)
    if is_everywhere(name):
        return 2, -shared
    odd = technology["hot"] and not technology["in_demand"] and shared < FEW
    return (3 if odd else 0 if shared else 1), -shared
