"""What the work is like: skills that stand out, a week in figures, technologies."""

import re
from collections.abc import Collection, Mapping, Sequence
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

FAR_ABOVE = "What matters here far more than in the average job."
SOMEWHAT = "Little stands far out here; this matters somewhat more than in the average job."
NOTHING = "Nothing stands out here: whatever is important matters about as much in the average job, or more. This matters most."

EVERYWHERE = re.compile(
    r"Microsoft (?:Access|Excel|Office|Outlook|PowerPoint|SharePoint|Teams|Windows|Word)\b|Google (?:Docs|Drive|Sheets)$"
    r"|Microsoft Internet Explorer|Corel WordPerfect|IBM (?:Lotus )?Notes|(?:Calendar|E-?mail|Internet browser|Office suite|Operating system|Presentation|Spreadsheet"
    r"|Web browser|Word processing)\b.* software$",
    re.IGNORECASE,
)
"""What lies on the desks of nearly every career and tells nothing of this one."""


@dataclass(frozen=True, slots=True)
class Skills:
    """Skills and knowledge that matter more here than in the average job, or most where none does; `says` which."""

    says: str
    bars: tuple[Bar, ...]
    from_specialties: bool


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


def skills(figures: Figures, totals: Figures) -> Skills | None:
    """What stands out, furthest from the average first, else what matters most; None when nothing was rated."""
    rated = figures.get("skills")
    if rated is None:
        return None
    above: dict[str, StandsOut] = {}
    for each in rated.get("stands_out", []):  # “Mathematics” is a skill and a field of knowledge
        above.setdefault(each["name"], each)
    far = [each for each in above.values() if each["score"] >= FAR]
    shown = (far if len(far) >= FEWEST else [*above.values()])[:SKILLS_SHOWN]
    bars = tuple(importance(each["name"], each["importance"], each["average"]) for each in shown)
    says = FAR_ABOVE if len(far) >= FEWEST else SOMEWHAT if bars else NOTHING
    return Skills(says, bars or _most_important(rated["skill"], totals), rated.get("from_specialties", False))


def _most_important(rated: Mapping[str, float], totals: Figures) -> tuple[Bar, ...]:
    """The skills that matter most here, against the average job where that is known."""
    average = totals["skills"]["skill"] if "skills" in totals else {}
    ordered = sorted(rated, key=lambda name: -rated[name])[:FEWEST]
    return tuple(importance(name, rated[name], average.get(name)) for name in ordered)


def importance(name: str, value: float, average: float | None) -> Bar:
    """One skill from 1 to 5 against the average job."""
    at = IMPORTANCE.at
    return Bar(sentence_case(name), f"{value:.1f}", 0, at(value), None if average is None else at(average))


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
