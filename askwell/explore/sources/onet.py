"""Occupations, their names, skills, interests and tools from the O*NET database."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from askwell.explore.shape import Interests, JobZone, Skills, Specialty, Technology, Title, WorkContext
from askwell.explore.sources.catalog import ONET_EXCEL, ONET_TEXT
from askwell.explore.sources.reading import Folder, Row, count, known, number, tidy

CODE = "O*NET-SOC Code"
ELEMENT, VALUE, SUPPRESS = "Element Name", "Data Value", "Recommend Suppress"
RATINGS = [CODE, "Element ID", ELEMENT, "Scale ID", VALUE, SUPPRESS]
KINDS = {"skill": "Skills", "knowledge": "Knowledge"}
RIASEC = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
LETTERS = dict(zip("123456", "RIASEC", strict=True))
TECHNOLOGIES, RELATED = 20, 20
RELEASE = re.compile(r"O\*NET ([\d.]+) Database\s+(\w+ \d{4}) Release")
SCALE_TOP = {"CX": 5, "CT": 3}  # work context: means from 1 to 5, work schedules from 1 to 3


def text(name: str) -> str:
    """Where a file of the text release stands."""
    return f"{ONET_TEXT}/{name}.txt"


def base(code: str) -> str:
    """The O*NET code that stands for a whole SOC occupation."""
    return f"{code[:7]}.00"


@dataclass(frozen=True, slots=True)
class Code:
    """A SOC occupation: its official title, and the code BLS publishes its figures under."""

    soc: str
    title: str
    figures_soc: str | None


def codes(folder: Folder) -> list[Code]:
    """Every SOC 2018 detailed occupation, in order."""
    under = {
        row["soc_code"]: row["ep_soc_code"]
        for row in folder.table("codes", "figures/onet_occupations.csv", ["soc_code", "ep_soc_code"])
    }
    columns = ["2018 SOC Code", "2018 SOC Title"]
    rows = folder.table("codes", "crosswalks/2019_to_SOC_Crosswalk.csv", columns)
    titles = {row["2018 SOC Code"]: row["2018 SOC Title"] for row in rows}
    return [Code(soc, title, under.get(soc) or None) for soc, title in sorted(titles.items())]


def note_release(folder: Folder) -> None:
    """Take the release from the database's own Read Me, where there is one."""
    if folder.has(text("Read Me")):
        told = RELEASE.search(folder.path("onet", text("Read Me")).read_text(encoding="utf-8"))
        if told:
            folder.releases["onet"] = f"{told[1]}, {told[2]}"


def titles(folder: Folder) -> dict[str, str]:
    """The title of every O*NET occupation, by its eight-digit code."""
    return {row[CODE]: row["Title"] for row in folder.table("onet", text("Occupation Data"), [CODE, "Title"])}


def names(folder: Folder) -> Iterator[Title]:
    """What people call these jobs: reported first, then alternate and short titles."""
    for row in folder.table("onet", text("Sample of Reported Titles"), [CODE, "Reported Job Title"]):
        yield Title(row[CODE][:7], row["Reported Job Title"], "reported")
    for row in folder.table("onet", text("Alternate Titles"), [CODE, "Alternate Title", "Short Title"]):
        yield Title(row[CODE][:7], row["Alternate Title"], "alternate")
        if row["Short Title"] != "n/a":
            yield Title(row[CODE][:7], row["Short Title"], "short")


def job_zones(folder: Folder) -> dict[str, JobZone]:
    """Preparation needed, by eight-digit code."""
    name = text("Job Zones")
    rows = folder.table("onet", name, [CODE, "Job Zone"])
    return {row[CODE]: JobZone(source="onet", zone=count(row["Job Zone"], name, "Job Zone")) for row in rows}


def interests(folder: Folder) -> dict[str, Interests]:
    """Interests and their high points, by eight-digit code."""
    found: dict[str, dict[str, Any]] = defaultdict(lambda: {"source": "onet"})
    high: dict[str, dict[str, str]] = defaultdict(dict)
    name = text("Interests")
    for row in folder.table("onet", name, [CODE, ELEMENT, "Scale ID", VALUE]):
        value = number(row[VALUE], name, VALUE)
        if row["Scale ID"] == "OI" and row[ELEMENT].lower() in RIASEC and value is not None:
            found[row[CODE]][row[ELEMENT].lower()] = tidy(value)
        elif row["Scale ID"] == "IH" and value:
            high[row[CODE]][row[ELEMENT]] = known(LETTERS, row[VALUE][:1], name, VALUE)
    points = {
        code: "".join(letter for _, letter in sorted(letters.items())) for code, letters in high.items()
    }
    return {code: Interests(**each, code=points.get(code, "")) for code, each in found.items()}  # type: ignore[typeddict-item]  # keys are RIASEC


def rating_rows(folder: Folder, kind: str) -> tuple[str, str, Iterator[dict[str, Any]]]:
    """Ratings from the text release where it has them, else from the Excel release."""
    name = text(KINDS[kind])
    if folder.has(name):
        return "onet", name, folder.table("onet", name, RATINGS)
    name = f"{ONET_EXCEL}/{KINDS[kind]}.xlsx"
    return "onet-skills", name, folder.sheet("onet-skills", name, KINDS[kind], RATINGS)


def skills(folder: Folder) -> dict[str, Skills]:
    """Importance of skills and knowledge, by SOC code."""
    rated: dict[str, Skills] = {}
    elements: dict[str, tuple[str, str]] = {}
    for kind in KINDS:
        source, name, rows = rating_rows(folder, kind)
        for row in rows:
            value = number(row[VALUE], name, VALUE)
            elements[row["Element ID"]] = (kind, row[ELEMENT])
            if row["Scale ID"] == "IM" and row[SUPPRESS] != "Y" and value is not None:
                each = rated.setdefault(row[CODE], Skills(source=source, skill={}, knowledge={}))
                importance(each, kind)[row[ELEMENT]] = value
    if any(each["source"] != "onet" for each in rated.values()):
        fill(rated, folder, elements)
    return by_occupation(rated)


def importance(skills: Skills, kind: str) -> dict[str, float]:
    """The ratings of one kind."""
    return skills["skill"] if kind == "skill" else skills["knowledge"]


def fill(rated: dict[str, Skills], folder: Folder, elements: dict[str, tuple[str, str]]) -> None:
    """Add the occupations that the Excel release has not rated."""
    name, before = "figures/skills.csv", set(rated)
    columns = ["onet_code", "element_id", "importance", "suppress", "release"]
    for row in folder.table("onet-computed", name, columns):
        value = number(row["importance"], name, "importance")
        if row["onet_code"] in before or row["suppress"] == "1" or value is None:
            continue
        kind, element = known(elements, row["element_id"], name, "element_id")
        each = rated.setdefault(row["onet_code"], Skills(source="onet-computed", skill={}, knowledge={}))
        importance(each, kind)[element] = value


def by_occupation(rated: dict[str, Skills]) -> dict[str, Skills]:
    """The occupation's own ratings, or the mean of its specialties' where only they were rated."""
    groups: dict[str, list[str]] = defaultdict(list)
    for code in sorted(rated):
        groups[code[:7]].append(code)
    return {
        soc: rated[base(soc)] if base(soc) in rated else mean([rated[code] for code in members])
        for soc, members in groups.items()
    }


def mean(members: list[Skills]) -> Skills:
    """The mean of some ratings, over those that give a figure."""

    def of(kind: str) -> dict[str, float]:
        names = dict.fromkeys(name for each in members for name in importance(each, kind))
        values = {
            name: [importance(each, kind)[name] for each in members if name in importance(each, kind)]
            for name in names
        }
        return {name: round(fmean(given), 2) for name, given in values.items()}

    return Skills(
        source=members[0]["source"], skill=of("skill"), knowledge=of("knowledge"), from_specialties=True
    )


def work_context(folder: Folder) -> dict[str, WorkContext]:
    """Conditions of work from 0 to 100, by SOC code."""
    name = text("Work Context")
    rows = official_context(folder, name) if folder.has(name) else computed_context(folder)
    source = "onet" if folder.has(name) else "onet-computed"
    found: dict[str, WorkContext] = {}
    for soc, element, value in rows:
        found.setdefault(soc, WorkContext(source=source, items={}))["items"][element] = value
    return found


def official_context(folder: Folder, name: str) -> Iterator[tuple[str, str, float]]:
    """Means of the official file, put on a scale from 0 to 100."""
    for row in folder.table("onet", name, RATINGS):
        top, value = SCALE_TOP.get(row["Scale ID"]), number(row[VALUE], name, VALUE)
        if top and value is not None and row[SUPPRESS] != "Y" and row[CODE].endswith(".00"):
            yield row[CODE][:7], row[ELEMENT], round((value - 1) / (top - 1) * 100)


def computed_context(folder: Folder) -> Iterator[tuple[str, str, float]]:
    """The twelve items at hand where the official file is not."""
    elements = "figures/work_context_elements.csv"
    rows = folder.table("onet-computed", elements, ["element_id", "element_name"])
    labels = {row["element_id"]: row["element_name"] for row in rows}
    name = "figures/work_context_30_3.csv"
    for row in folder.table("onet-computed", name, ["code", "element_id", "score_0_100"]):
        value = number(row["score_0_100"], name, "score_0_100")
        if len(row["code"]) == len("11-1011") and value is not None:
            yield row["code"], known(labels, row["element_id"], name, "element_id"), tidy(value)


def technology_rows(folder: Folder) -> Iterator[Row]:
    """Every technology of every O*NET occupation."""
    columns = [CODE, "Example", "Commodity Title", "Hot Technology", "In Demand"]
    yield from folder.table("onet", text("Technology Skills"), columns)


def technologies(folder: Folder) -> dict[str, list[Technology]]:
    """At most twenty technologies by SOC code: in demand, then hot, then by name."""
    found: dict[str, dict[str, Technology]] = defaultdict(dict)
    for row in technology_rows(folder):
        soc, name = row[CODE][:7], row["Example"]
        before = found[soc].get(name, Technology(name=name, hot=False, in_demand=False))
        hot = before["hot"] or row["Hot Technology"] == "Y"
        wanted = before["in_demand"] or row["In Demand"] == "Y"
        found[soc][name] = Technology(name=name, hot=hot, in_demand=wanted)
    return {soc: sorted(items.values(), key=standing)[:TECHNOLOGIES] for soc, items in found.items()}


def standing(technology: Technology) -> tuple[bool, bool, str]:
    """Sorting: in demand first, then hot, then by name."""
    return not technology["in_demand"], not technology["hot"], technology["name"].lower()


def related(folder: Folder) -> dict[str, list[str]]:
    """Related occupations by SOC code, nearest first."""
    columns = [CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"]
    name = text("Related Occupations")
    rows = sorted(folder.table("onet", name, columns), key=lambda row: count(row["Index"], name, "Index"))
    found: dict[str, dict[str, None]] = defaultdict(dict)
    own = {row[CODE] for row in rows}
    for row in rows:
        soc, other = row[CODE][:7], row["Related O*NET-SOC Code"][:7]
        speaks = row[CODE] == base(soc) or base(soc) not in own
        if soc != other and speaks:
            found[soc].setdefault(other)
    return {soc: list(others)[:RELATED] for soc, others in found.items()}


def specialties(titles: dict[str, str], zones: dict[str, JobZone]) -> dict[str, list[Specialty]]:
    """The finer O*NET occupations, by SOC code."""
    found: dict[str, list[Specialty]] = defaultdict(list)
    for code, title in sorted(titles.items()):
        if not code.endswith(".00"):
            zone = {"job_zone": zones[code]["zone"]} if code in zones else {}
            found[code[:7]].append(Specialty(code=code, title=title, **zone))  # type: ignore[typeddict-item]  # one key
    return dict(found)
