"""How much each skill and each condition of work matters, as the O*NET database rates it."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from askwell.explore.shape import Skills, WorkContext
from askwell.explore.sources.folder import Folder
from askwell.explore.sources.onet import CODE, ELEMENT, VALUE, VERSION, Text, base
from askwell.explore.sources.reading import Row, SourceError, known, means, number, rating, some, tidy

SUPPRESS = "Recommend Suppress"
RATINGS = [CODE, "Element ID", ELEMENT, "Scale ID", VALUE, SUPPRESS]
KINDS = {"skill": "Skills", "knowledge": "Knowledge"}
IMPORTANCE = (1, 5)
SPLIT = ("Essential Skills", "Transferable Skills")
"""The two files that hold from release 30.3 what Skills held before."""
CALLED_NOW = {"Electronic Mail": "E-Mail"}
"""Conditions of work that the releases before 30 called otherwise."""
COMPUTED_SKILLS = "figures/skills.csv"
COMPUTED_CONTEXT = "figures/work_context_30_3.csv"
EXCEL_RELEASES = {"29.3": "29.3, May 2025"}
SCALE_TOP = {"CX": 5, "CT": 3}  # work context: means from 1 to 5, work schedules from 1 to 3


def rating_rows(text: Text, kind: str) -> Iterator[tuple[str, str, Row]]:
    """Source, file and row of each rating: from the text release where it has them, else from the Excel release."""
    given = text.given_in(KINDS[kind], SPLIT if kind == "skill" else (KINDS[kind],))
    if text.has(given[0]):
        for name in given:
            yield from (("onet", text.file(name), row) for row in text.table(name, RATINGS))
        return
    workbooks = text.folder.named(rf"{KINDS[kind]}( \d\d[._]\d)?\.xlsx")
    rated = [name for name in workbooks if KINDS[kind] in name.rpartition("/")[2]]
    if not rated:
        raise SourceError(f"The file {text.file(given[0])} is missing from {text.folder.root}.")
    name = max(rated, key=lambda each: VERSION.findall(each))
    if told := VERSION.search(name):
        text.folder.releases["onet-skills"] = EXCEL_RELEASES.get(
            f"{told[1]}.{told[2]}", f"{told[1]}.{told[2]}"
        )
    for row in text.folder.sheet("onet-skills", name, KINDS[kind], RATINGS):
        yield "onet-skills", name, row


def importances(text: Text, kind: str) -> Iterator[tuple[str, Row, float]]:
    """Source, row and value of each rating of importance that O*NET does not advise against showing."""
    given: dict[str, set[str]] = defaultdict(set)
    for source, name, row in rating_rows(text, kind):
        wanted = row["Scale ID"] == "IM" and row[SUPPRESS] != "Y"
        value = rating(row[VALUE], name, VALUE, IMPORTANCE) if wanted else None
        codes = given[name]
        if value is not None:
            codes.add(row[CODE])
            yield source, row, value
    for name, codes in given.items():
        some(codes, "IM", name, "Scale ID")


def skills(text: Text) -> dict[str, Skills]:
    """Importance of skills and knowledge, by SOC code."""
    rated: dict[str, Skills] = {}
    elements: dict[str, tuple[str, str]] = {}
    for kind in KINDS:
        for source, row, value in importances(text, kind):
            elements[row["Element ID"]] = (kind, row[ELEMENT])
            each = rated.setdefault(row[CODE], Skills(source=source, skill={}, knowledge={}))
            importance(each, kind)[row[ELEMENT]] = value
    if any(each["source"] != "onet" for each in rated.values()) and text.folder.has(COMPUTED_SKILLS):
        fill(rated, text.folder, elements)
    return by_occupation(rated)


def importance(skills: Skills, kind: str) -> dict[str, float]:
    """The ratings of one kind."""
    return skills["skill"] if kind == "skill" else skills["knowledge"]


def fill(rated: dict[str, Skills], folder: Folder, elements: dict[str, tuple[str, str]]) -> None:
    """Add the occupations that the Excel release has not rated."""
    name, before = COMPUTED_SKILLS, set(rated)
    columns = ["onet_code", "element_id", "importance", "suppress", "release"]
    for row in folder.table("onet-computed", name, columns):
        value = number(row["importance"], name, "importance")
        if row["onet_code"] in before or row["suppress"] == "1" or value is None:
            continue
        kind, element = known(elements, row["element_id"], name, "element_id")
        each = rated.setdefault(row["onet_code"], Skills(source="onet-computed", skill={}, knowledge={}))
        importance(each, kind)[element] = value


def speaking(rated: Collection[str]) -> dict[str, list[str]]:
    """Whose ratings stand for each SOC occupation: its own, or its specialties' where only they were rated."""
    groups: dict[str, list[str]] = defaultdict(list)
    for code in sorted(rated):
        groups[code[:7]].append(code)
    return {soc: [base(soc)] if base(soc) in rated else members for soc, members in groups.items()}


def by_occupation(rated: dict[str, Skills]) -> dict[str, Skills]:
    """The ratings of each SOC occupation."""
    return {
        soc: rated[base(soc)] if base(soc) in rated else mean([rated[code] for code in members])
        for soc, members in speaking(rated).items()
    }


def mean(members: list[Skills]) -> Skills:
    """The mean of some ratings, over those that give a figure."""
    skill, knowledge = (means([importance(each, kind) for each in members]) for kind in KINDS)
    return Skills(source=members[0]["source"], skill=skill, knowledge=knowledge, from_specialties=True)


def work_context(text: Text) -> dict[str, WorkContext]:
    """Conditions of work from 0 to 100, by SOC code: the official ones, else those computed by others."""
    official = text.has("Work Context") or not text.folder.has(COMPUTED_CONTEXT)
    rows = official_context(text) if official else computed_context(text.folder)
    source = "onet" if official else "onet-computed"
    found: dict[str, WorkContext] = {}
    for soc, element, value in rows:
        found.setdefault(soc, WorkContext(source=source, items={}))["items"][element] = value
    return some(found, "CX", text.file("Work Context"), "Scale ID")


def official_context(text: Text) -> Iterator[tuple[str, str, float]]:
    """Means of the official file, put on a scale from 0 to 100."""
    name = text.file("Work Context")
    for row in text.table("Work Context", RATINGS):
        top = SCALE_TOP.get(row["Scale ID"])
        if not top or row[SUPPRESS] == "Y" or not row[CODE].endswith(".00"):
            continue
        value = rating(row[VALUE], name, VALUE, (1, top))
        if value is not None:
            element = CALLED_NOW.get(row[ELEMENT], row[ELEMENT])
            yield row[CODE][:7], element, round((value - 1) / (top - 1) * 100)


def computed_context(folder: Folder) -> Iterator[tuple[str, str, float]]:
    """The twelve items at hand where the official file is not."""
    elements = "figures/work_context_elements.csv"
    rows = folder.table("onet-computed", elements, ["element_id", "element_name"])
    labels = {row["element_id"]: row["element_name"] for row in rows}
    name = COMPUTED_CONTEXT
    for row in folder.table("onet-computed", name, ["code", "element_id", "score_0_100"]):
        value = number(row["score_0_100"], name, "score_0_100")
        if len(row["code"]) == len("11-1011") and value is not None:
            yield row["code"], known(labels, row["element_id"], name, "element_id"), tidy(value)
