"""The survey of pay in the forms it is published in: flat files, workbooks, or a database made of the flat files."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from askwell.explore.sources.folder import Folder
from askwell.explore.sources.reading import SourceError, require

PERCENTILES = ("p10", "p25", "median", "p75", "p90")
HOURLY = dict(zip(PERCENTILES, ("06", "07", "08", "09", "10"), strict=True)) | {"mean": "03"}
YEARLY = dict(zip(PERCENTILES, ("11", "12", "13", "14", "15"), strict=True)) | {"mean": "04"}
JOBS = "01"
KINDS = (JOBS, *HOURLY.values(), *YEARLY.values())
BOUND = "5"  # footnote: equal to or greater than the bound
EVERY_INDUSTRY = "000000"
AREA = 7  # digits of an area code
FLAT, DATABASE, WORKBOOK = (
    r"oe\.data\.0\.Current(\.txt)?",
    r"oews.*\.sqlite\.gz",
    r"(all_data|national|state|MSA|BOS|nat\w+)_M_?(\d{4}).*\.xlsx",
)
YEAR = re.compile(r"(?:_M_?|May )(\d{4})")
TOP = re.compile(r"\$([\d,.]+) per hour or \$([\d,]+) per year")
BOUNDS = ((2023, (239_200, 115)), (0, (208_000, 100)))
"""Pay a year and an hour that is too high to be published, by the first year it holds for."""
SHEET = {"01": "TOT_EMP", "03": "H_MEAN", "04": "A_MEAN"} | {
    kind: f"{each}_{point}"
    for each, kinds in (("H", HOURLY), ("A", YEARLY))
    for kind, point in zip(kinds.values(), ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"), strict=False)
}
WHERE = ("AREA", "AREA_TITLE", "AREA_TYPE", "NAICS", "NAICS_TITLE", "I_GROUP", "OCC_CODE")
AREA_TYPES = {"1": "N", "2": "S", "3": "S", "4": "M", "6": "M"}
LEVELS = {"sector": 2, "3-digit": 3, "4-digit": 4, "5-digit": 5, "6-digit": 5}


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is published for one occupation in one place or industry: values and footnotes by kind of figure."""

    kind: str
    area: str
    industry: str
    occupation: str
    values: Mapping[str, str | None]
    marks: Mapping[str, str | None]


@dataclass(slots=True)
class Survey:
    """One year of the survey. Areas and industries are whole only after `read` has gone to its end.

    `areas`: code to type ("N", "S" or "M") and name; `industries`: code to name and level.
    """

    name: str
    year: int
    areas: dict[str, tuple[str, str]]
    industries: dict[str, tuple[str, int]]
    read: Callable[[], Iterator[Estimate]]
    bounds: tuple[int, int]

    @property
    def release(self) -> str:
        """As BLS calls it."""
        return f"May {self.year}"


def survey(folder: Folder) -> Survey:
    """The newest year that the folder holds, in whichever form."""
    found = [(year, -rank, names) for rank, year, names in _candidates(folder)]
    if not found:
        raise SourceError(
            f"The file oe.data.0.Current is missing from {folder.root}, and no other form of the survey of pay is there."
        )
    _, rank, names = max(found)
    made = (_flat, _database, _workbooks)[-rank](folder, names)
    folder.releases["pay"] = made.release
    return made


def _candidates(folder: Folder) -> Iterator[tuple[int, int, list[str]]]:
    """Form, year and files of each year of the survey that is there."""
    for name in folder.named(FLAT):
        yield 0, _year_of_flat(folder, name), [name]
    for name in folder.named(DATABASE):
        told = re.search(r"(20\d\d)", name.rpartition("/")[2])
        yield 1, int(told[1]) if told else 0, [name]
    years: dict[int, list[str]] = {}
    for name in folder.named(WORKBOOK):
        years.setdefault(int(YEAR.findall(name.rpartition("/")[2])[0]), []).append(name)
    for year, names in years.items():
        whole = [name for name in names if name.rpartition("/")[2].lower().startswith("all_data")]
        yield 2, year, whole[:1] or names


def bounds_of(year: int) -> tuple[int, int]:
    """The pay a year and an hour that was too high to be published."""
    return next(bounds for since, bounds in BOUNDS if year >= since)


# The flat files


def _beside(folder: Folder, name: str, other: str) -> str:
    """The flat file of that name in the same folder."""
    place, _, leaf = name.rpartition("oe.data.0.Current")
    return f"{place}{other}{leaf}"


def _columns(line: str, wanted: tuple[str, ...], name: str) -> list[int]:
    header = [cell.strip() for cell in line.split("\t")]
    require(header, wanted, name)
    return [header.index(column) for column in wanted]


def _year_of_flat(folder: Folder, name: str) -> int:
    with closing(folder.lines("pay", name)) as lines:
        [at] = _columns(next(lines, ""), ("year",), name)
        first = next(lines, "").split("\t")
    if len(first) <= at or not first[at].strip().isdecimal():
        raise SourceError(f"The file {name} has no rows below its header.")
    return int(first[at])


def _flat(folder: Folder, names: list[str]) -> Survey:
    [name] = names
    year = _year_of_flat(folder, name)
    area, industry = _beside(folder, name, "oe.area"), _beside(folder, name, "oe.industry")
    rows = folder.table("pay", area, ["area_code", "areatype_code", "area_name"])
    areas = {row["area_code"]: (row["areatype_code"], row["area_name"]) for row in rows}
    rows = folder.table("pay", industry, ["industry_code", "industry_name", "display_level"])
    industries = {
        row["industry_code"]: (row["industry_name"], _level(row["display_level"], industry)) for row in rows
    }
    return Survey(name, year, areas, industries, lambda: _flat_estimates(folder, name), bounds_of(year))


def _level(cell: object, name: str) -> int:
    text = str(cell).strip()
    if not text.isdecimal():
        raise SourceError(f"The file {name} has “{text}” where a number belongs, in column “display_level”.")
    return int(text)


def _flat_estimates(folder: Folder, name: str) -> Iterator[Estimate]:
    lines, seen = folder.lines("pay", name), set[str]()
    series, value, mark = _columns(next(lines, ""), ("series_id", "value", "footnote_codes"), name)
    cells = (_whole(line, value, name) for line in lines if line.strip())
    wanted = (row for row in cells if _is_wanted(row[series]))
    for key, rows in groupby(wanted, lambda row: row[series][:23]):
        if key in seen:
            raise SourceError(f"The file {name} is not in the order of its series: {key} comes twice.")
        seen.add(key)
        held = {row[series][23:25]: row for row in rows}
        values = {kind: held[kind][value].strip() if kind in held else None for kind in KINDS}
        marks = {
            kind: held[kind][mark].strip() if kind in held and len(held[kind]) > mark else None
            for kind in KINDS
        }
        yield _keyed(key, values, marks)
    if not seen:
        raise SourceError(f"The file {name} has no series of the survey of pay.")


def _whole(line: str, last: int, name: str) -> list[str]:
    row = line.rstrip("\r\n").split("\t")
    if len(row) <= last:
        raise SourceError(f"The file {name} is cut short at {row[0].strip()}.")
    return row


def _is_wanted(series: str) -> bool:
    return series[3:4] == "N" or series[11:17] == EVERY_INDUSTRY


def _keyed(key: str, values: Mapping[str, str | None], marks: Mapping[str, str | None]) -> Estimate:
    return Estimate(key[3], key[4:11], key[11:17], f"{key[17:19]}-{key[19:23]}", values, marks)


# A database made of the flat files


def _database(folder: Folder, names: list[str]) -> Survey:
    [name] = names
    with folder.database("pay", name) as database:
        try:
            told = dict(database.execute("SELECT name, value FROM meta").fetchall())
            areas = database.execute("SELECT area_code, areatype_code, area_name FROM area").fetchall()
            kinds = database.execute(
                "SELECT industry_code, industry_name, display_level FROM industry"
            ).fetchall()
        except sqlite3.OperationalError as trouble:
            raise SourceError(f"The file {name} has {trouble}.") from None
    year = YEAR.search(str(told.get("release", "")))
    if year is None:
        raise SourceError(f"The file {name} does not say which May it is of.")
    return Survey(
        name,
        int(year[1]),
        {code: (kind, title) for code, kind, title in areas},
        {code: (title, _level(level, name)) for code, title, level in kinds},
        lambda: _database_estimates(folder, name),
        bounds_of(int(year[1])),
    )


def _database_estimates(folder: Folder, name: str) -> Iterator[Estimate]:
    columns = ", ".join([*(f"v{kind}" for kind in KINDS), *(f"f{kind}" for kind in KINDS)])
    with folder.database("pay", name) as database:
        try:
            for key, *row in database.execute(f"SELECT key, {columns} FROM cell ORDER BY key"):  # noqa: S608 (fixed columns)
                if _is_wanted(key):
                    halves = row[: len(KINDS)], row[len(KINDS) :]
                    yield _keyed(key, *(dict(zip(KINDS, half, strict=True)) for half in halves))
        except sqlite3.OperationalError as trouble:
            raise SourceError(f"The file {name} has {trouble}.") from None


# Workbooks


def _workbooks(folder: Folder, names: list[str]) -> Survey:
    year = int(YEAR.findall(names[0].rpartition("/")[2])[0])
    made = Survey(names[0], year, {}, {}, lambda: _workbook_estimates(folder, names, made), bounds_of(year))
    return made


def _workbook_estimates(folder: Folder, names: list[str], survey: Survey) -> Iterator[Estimate]:
    for name in names:
        columns = [*WHERE, *SHEET.values()]
        for row in folder.sheet("pay", name, None, columns, rename=lambda cell: cell.strip().upper()):
            here = _place(row, survey)
            if here:
                values = {kind: _text(row[column]) for kind, column in SHEET.items()}
                marks = {kind: BOUND if value == "#" else None for kind, value in values.items()}
                yield Estimate(*here, _text(row["OCC_CODE"]), values, marks)


def _place(row: Mapping[str, Any], survey: Survey) -> tuple[str, str, str] | None:
    """Type and code of the place, and the industry; None for rows that the flat files are not read for either."""
    kind, group = AREA_TYPES.get(_text(row["AREA_TYPE"])), _text(row["I_GROUP"]).lower()
    if kind is None or (group != "cross-industry" and (group not in LEVELS or kind != "N")):
        return None
    code = _text(row["AREA"])
    area = {"N": "0" * AREA, "S": code.zfill(2).ljust(AREA, "0"), "M": code.zfill(AREA)}[kind]
    survey.areas.setdefault(area, (kind, _text(row["AREA_TITLE"])))
    industry = EVERY_INDUSTRY
    if group != "cross-industry":
        industry = _industry(_text(row["NAICS"]))
        survey.industries.setdefault(industry, (_text(row["NAICS_TITLE"]), LEVELS[group]))
    return kind, area, industry


def _industry(naics: str) -> str:
    """The flat files' code: a sector as the range it spans, “31-33” as “31--34”."""
    first, _, last = naics.partition("-")
    if len(first) > len("31"):
        return naics.ljust(len(EVERY_INDUSTRY), "0")
    return f"{first}--{int(last or first) + 1}" if (last or first).isdecimal() else naics


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
