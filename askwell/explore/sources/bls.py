"""Projections and schooling from the Bureau of Labor Statistics."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from askwell.explore.shape import Attainment, Entry, Projections
from askwell.explore.sources.folder import Folder
from askwell.explore.sources.reading import SourceError, number, rating, some, tidy

OCCUPATION, EDUCATION = "occupation.xlsx", "education.xlsx"
TITLE, CODE = "{base} National Employment Matrix title", "{base} National Employment Matrix code"
KIND = "Occupation type"
ENTRY = {
    "education": "Typical education needed for entry",
    "experience": "Work experience in a related occupation",
    "training": "Typical on-the-job training needed to attain competency in the occupation",
}
THOUSANDS = {
    "employment": "Employment, {base}",
    "employment_projected": "Employment, {target}",
    "change": "Employment change, numeric, {span}",
    "openings": "Occupational openings, {span} annual average",
}
PERCENT = {
    "change_percent": "Employment change, percent, {span}",
    "self_employed_percent": "Percent self employed, {base}",
}
RATES = {
    "exit_rate": "Labor force exit rate, {span} annual average",
    "transfer_rate": "Occupational transfer rate, {span} annual average",
}
SCHOOLING = {
    "less_than_high_school": "Less than high school diploma",
    "high_school": "High school diploma or equivalent",
    "some_college": "Some college, no degree",
    "associate": "Associate's degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
    "doctoral": "Doctoral or professional degree",
}
SHARE = (0, 100)
FOOTNOTE = re.compile(r"\[\d+\]")
BASE = re.compile(r"(\d{4}) National Employment Matrix title")
TARGET = re.compile(r"Employment, (\d{4})")


def heading(cell: str) -> str:
    """A column's heading without footnote marks, and with plain dashes between years."""
    return FOOTNOTE.sub("", cell).replace("–", "-").strip()


@dataclass(frozen=True, slots=True)
class Decade:
    """The ten years that projections span; headings name them."""

    base: int
    target: int

    @property
    def span(self) -> str:
        """As BLS writes it: “2024-34”."""
        return f"{self.base}-{self.target % 100:02}"

    def named(self, heading: str) -> str:
        """A heading with the years in their places."""
        return heading.format(base=self.base, target=self.target, span=self.span)


def decade(folder: Folder, name: str) -> Decade:
    """The years a workbook of projections is about, by the headings of its table of occupations."""
    cells = [heading(cell) for cell in folder.top("projections", name, "Table 1.2")]
    base = next((found[1] for found in map(BASE.fullmatch, cells) if found), None)
    years = sorted(int(found[1]) for found in map(TARGET.fullmatch, cells) if found)
    if base is None or not years or years[-1] <= int(base):
        missing = "Employment, (year)" if base else "(year) National Employment Matrix title"
        raise SourceError(f"The file {name} (sheet Table 1.2) has no column “{missing}”.")
    return Decade(int(base), years[-1])


def newest(folder: Folder) -> tuple[str, Decade]:
    """The workbook of projections that starts from the latest year."""
    found = [(decade(folder, name), name) for name in folder.named(r"occupation( ?\(\d+\))?\.xlsx")]
    if not found:
        raise SourceError(f"The file {OCCUPATION} is missing from {folder.root}.")
    span, name = max(found, key=lambda each: (each[0].base, each[1]))
    folder.releases["projections"] = span.span
    return name, span


def plain(title: str) -> str:
    """A title without indent and footnote marks."""
    return title.split("[", maxsplit=1)[0].strip()


class Matrix:
    """The national employment matrix: titles and projections by code."""

    def __init__(self, folder: Folder) -> None:
        self.titles: dict[str, str] = {}
        self.line_items: set[str] = set()
        self.projections: dict[str, Projections] = {}
        self.entry: dict[str, Entry] = {}
        self.name, self.decade = newest(folder)
        wanted = [TITLE, CODE, KIND, *THOUSANDS.values(), *PERCENT.values(), *ENTRY.values()]
        for row in self._rows(folder, "Table 1.2", wanted):
            if row.get(KIND) in {"Line item", "Summary"}:
                self._add(row)
        some(self.line_items, "Line item", self.name, KIND)
        code = self.decade.named(CODE)
        for row in self._rows(folder, "Table 1.10", [CODE, *RATES.values()]):
            if row.get(code) in self.projections:
                self.projections[row[code]].update(self._figures(row, RATES, 1))  # type: ignore[typeddict-item]  # keys are RATES'

    def _rows(self, folder: Folder, sheet: str, columns: list[str]) -> Iterator[dict[str, Any]]:
        named = [self.decade.named(column) for column in columns]
        return folder.sheet("projections", self.name, sheet, named, rename=heading)

    def _add(self, row: dict[str, Any]) -> None:
        code = str(row[self.decade.named(CODE)])
        self.titles[code] = plain(str(row[self.decade.named(TITLE)]))
        counts = {name: round(value) for name, value in self._figures(row, THOUSANDS, 1000).items()}
        years = {"from_year": self.decade.base, "to_year": self.decade.target}
        found: dict[str, Any] = {"source": "projections"} | years | counts | self._figures(row, PERCENT, 1)
        self.projections[code] = cast(Projections, found)
        words = {name: str(row[column]).strip() for name, column in ENTRY.items()}
        given = {name: word for name, word in words.items() if word not in {"—", ""}}
        if given:
            self.entry[code] = Entry(source="projections", **given)  # type: ignore[typeddict-item]  # keys are ENTRY's
        if row[KIND] == "Line item":
            self.line_items.add(code)

    def _figures(self, row: dict[str, Any], columns: dict[str, str], unit: int) -> dict[str, float]:
        """The figures of a row that are given, in whole units."""
        named = {name: self.decade.named(column) for name, column in columns.items()}
        found = {name: number(row[column], self.name, column) for name, column in named.items()}
        return {name: tidy(value * unit) for name, value in found.items() if value is not None}


def attainment(folder: Folder, decade: Decade) -> dict[str, Attainment]:
    """Shares of workers by schooling, by code; "00-0000" is all workers."""
    found: dict[str, Attainment] = {}
    title, code = decade.named(TITLE), decade.named(CODE)
    files = folder.named(r"education( ?\(\d+\))?\.xlsx")
    if not files:
        raise SourceError(f"The file {EDUCATION} is missing from {folder.root}.")
    name = next(
        (each for each in files if title in map(heading, folder.top("projections", each, "Table 5.3"))),
        files[0],
    )
    for row in folder.sheet(
        "projections", name, "Table 5.3", [title, code, *SCHOOLING.values()], rename=heading
    ):
        shares = {level: rating(row.get(column), name, column, SHARE) for level, column in SCHOOLING.items()}
        given: dict[str, Any] = {level: tidy(share) for level, share in shares.items() if share is not None}
        if row.get(code) and given:
            mark: dict[str, Any] = {"approximate": True} if "[" in str(row[title]) else {}
            found[str(row[code])] = cast(Attainment, {"source": "projections", **mark, **given})
    return some(found, "00-0000", name, code)
