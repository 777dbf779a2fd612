"""Occupations, their names, skills, interests and tools from the O*NET database."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from askwell.explore.shape import Interests, JobZone, Specialty, Technology, Title
from askwell.explore.sources.folder import Folder
from askwell.explore.sources.reading import Row, SourceError, count, known, rating, some, tidy

CODE = "O*NET-SOC Code"
ELEMENT, VALUE = "Element Name", "Data Value"
RIASEC = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
LIKING, HIGH_POINT, ZONES = (1, 7), (0, 6), (1, 5)
LETTERS = dict(zip("123456", "RIASEC", strict=True))
TECHNOLOGIES, MOST_IN_DEMAND, RELATED = 20, 60, 20
RELEASE = re.compile(r"O\*NET ([\d.]+) Database[,\s]+(\w+ \d{4}) Release")
VERSION = re.compile(r"(\d\d)[._](\d)")
NAMED = re.compile(r"(?:db|onet)_(\d\d)_(\d)", re.IGNORECASE)
RENAMED = {
    "Alternate Titles": "Job Titles",
    "Technology Skills": "Software Skills",
    "Interests": "Career Interest Types",
}
"""What release 30.3 and those since call some files of the releases before."""
RENAMED_SINCE = (30, 3)


class Text:
    """The newest text release in a folder, wherever it lies there."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        found = [name.removesuffix("Occupation Data.txt") for name in folder.named(r"Occupation Data\.txt")]
        if not found:
            raise SourceError(
                f"The file Occupation Data.txt is missing from {folder.root}: no O*NET text release is there."
            )
        self.version, self.place = max((self._version(place), place) for place in found)
        if self.version:
            folder.releases["onet"] = self._told(self.place) or ".".join(str(part) for part in self.version)

    def _told(self, place: str) -> str:
        """The release by the database's own Read Me; empty where there is none."""
        if not self.folder.has(f"{place}Read Me.txt"):
            return ""
        told = RELEASE.search("".join(self.folder.lines("onet", f"{place}Read Me.txt", "latin-1")))
        return f"{told[1]}, {told[2]}" if told else ""

    def _version(self, place: str) -> tuple[int, ...]:
        told = NAMED.findall(place)[-1:] or VERSION.findall(self._told(place))
        return tuple(int(part) for part in told[0]) if told else ()

    def has(self, name: str) -> bool:
        """Whether the release has a file, by the name it has or had."""
        return self.folder.has(self.file(name))

    def file(self, name: str) -> str:
        """Where a file stands, or should stand, under the name that this release gives it."""
        old, new = (f"{self.place}{each}.txt" for each in (name, RENAMED.get(name, name)))
        usual, other = (new, old) if self.version >= RENAMED_SINCE else (old, new)
        return other if self.folder.has(other) and not self.folder.has(usual) else usual

    def given_in(self, whole: str, parts: Sequence[str]) -> Sequence[str]:
        """The files that hold what one file held before release 30.3."""
        split = self.version >= RENAMED_SINCE or any(self.has(part) for part in parts)
        return parts if split and not self.has(whole) else (whole,)

    def table(self, name: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a file."""
        return self.folder.table("onet", self.file(name), columns)


def base(code: str) -> str:
    """The O*NET code that stands for a whole SOC occupation."""
    return f"{code[:7]}.00"


@dataclass(frozen=True, slots=True)
class Code:
    """A SOC occupation: its official title, and the code BLS publishes its figures under."""

    soc: str
    title: str
    figures_soc: str | None


def codes(titles: Mapping[str, str], line_items: Collection[str]) -> list[Code]:
    """Every SOC 2018 detailed occupation, in order; `line_items` are the codes that BLS publishes projections under."""
    every = {code[:7]: title for code, title in titles.items() if code == base(code)}
    whole = some(every, "11-1011.00", "Occupation Data.txt", CODE)
    return [Code(soc, title, published_under(soc, whole, line_items)) for soc, title in sorted(whole.items())]


def published_under(soc: str, known: Collection[str], line_items: Collection[str]) -> str | None:
    """Its own code, or the one code of BLS's own making in the same broad occupation or minor group; or None."""
    if soc in line_items:
        return soc
    for digits in (len("29-204"), len("29-20")):
        near = [code for code in line_items if code[:digits] == soc[:digits] and code not in known]
        if near:
            return near[0] if len(near) == 1 else None
    return None


def titles(text: Text) -> dict[str, str]:
    """The title of every O*NET occupation, by its eight-digit code."""
    rows = text.table("Occupation Data", [CODE, "Title"])
    return {row[CODE]: row["Title"] for row in rows if row["Title"]}


def names(text: Text) -> Iterator[Title]:
    """What people call these jobs: reported first, then alternate and short titles."""
    for row in text.table("Sample of Reported Titles", [CODE, "Reported Job Title"]):
        yield Title(row[CODE][:7], row["Reported Job Title"], "reported")
    title = "Job Title" if text.file("Alternate Titles").endswith("Job Titles.txt") else "Alternate Title"
    for row in text.table("Alternate Titles", [CODE, title, "Short Title"]):
        yield Title(row[CODE][:7], row[title], "alternate")
        if row["Short Title"] not in {"n/a", ""}:
            yield Title(row[CODE][:7], row["Short Title"], "short")


def job_zones(text: Text) -> dict[str, JobZone]:
    """Preparation needed, by eight-digit code."""
    name = text.file("Job Zones")
    rows = text.table("Job Zones", [CODE, "Job Zone"])
    rated = ((row[CODE], rating(row["Job Zone"], name, "Job Zone", ZONES)) for row in rows)
    zones = {code: JobZone(source="onet", zone=round(zone)) for code, zone in rated if zone is not None}
    return some(zones, "1 to 5", name, "Job Zone")


def interests(text: Text) -> dict[str, Interests]:
    """Interests and their high points, by eight-digit code."""
    found: dict[str, dict[str, Any]] = defaultdict(lambda: {"source": "onet"})
    high: dict[str, dict[str, str]] = defaultdict(dict)
    name = text.file("Interests")
    for row in text.table("Interests", [CODE, ELEMENT, "Scale ID", VALUE]):
        scale = {"OI": LIKING, "IH": HIGH_POINT}.get(row["Scale ID"])
        value = rating(row[VALUE], name, VALUE, scale) if scale else None
        if scale is LIKING and row[ELEMENT].lower() in RIASEC and value is not None:
            found[row[CODE]][row[ELEMENT].lower()] = tidy(value)
        elif scale is HIGH_POINT and value:
            high[row[CODE]][row[ELEMENT]] = known(LETTERS, row[VALUE][:1], name, VALUE)
    some(found, "OI", name, "Scale ID")
    points = {
        code: "".join(letter for _, letter in sorted(letters.items())) for code, letters in high.items()
    }
    return {code: Interests(**each, code=points.get(code, "")) for code, each in found.items()}  # type: ignore[typeddict-item]  # keys are RIASEC


def technology_rows(text: Text) -> Iterator[Row]:
    """Every technology of every O*NET occupation, under the column names of the releases before 30.3."""
    flags = ["Hot Technology", "In Demand"]
    if not text.file("Technology Skills").endswith("Software Skills.txt"):
        yield from text.table("Technology Skills", [CODE, "Example", "Commodity Title", *flags])
        return
    for row in text.table("Technology Skills", [CODE, "Workplace Example", ELEMENT, *flags]):
        yield row | {"Example": row["Workplace Example"], "Commodity Title": row[ELEMENT]}


def technologies(text: Text) -> dict[str, list[Technology]]:
    """Technologies by SOC code: in demand, then hot, then by name; twenty, or all that are in demand."""
    found: dict[str, dict[str, Technology]] = defaultdict(dict)
    for row in technology_rows(text):
        soc, name = row[CODE][:7], row["Example"]
        before = found[soc].get(name, Technology(name=name, hot=False, in_demand=False))
        hot = before["hot"] or row["Hot Technology"] == "Y"
        wanted = before["in_demand"] or row["In Demand"] == "Y"
        found[soc][name] = Technology(name=name, hot=hot, in_demand=wanted)
    return {soc: _foremost(list(items.values())) for soc, items in found.items()}


def _foremost(items: list[Technology]) -> list[Technology]:
    wanted = sum(each["in_demand"] for each in items)
    return sorted(items, key=standing)[: max(TECHNOLOGIES, min(wanted, MOST_IN_DEMAND))]


def standing(technology: Technology) -> tuple[bool, bool, str]:
    """Sorting: in demand first, then hot, then by name."""
    return not technology["in_demand"], not technology["hot"], technology["name"].lower()


def related(text: Text) -> dict[str, list[str]]:
    """Related occupations by SOC code, nearest first."""
    columns = [CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"]
    name = text.file("Related Occupations")
    rows = sorted(
        text.table("Related Occupations", columns), key=lambda row: count(row["Index"], name, "Index")
    )
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
