"""Pay and projections from the Bureau of Labor Statistics."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, cast

from askwell.explore.shape import Attainment, Entry, PayYear, Projections, State
from askwell.explore.sources.catalog import BLS_EP
from askwell.explore.sources.reading import Folder, SourceError, count, number, tidy

OCCUPATION, EDUCATION = f"{BLS_EP}/occupation.xlsx", f"{BLS_EP}/education.xlsx"
OEWS = "oews_2025/oews-2025.sqlite.gz"
TITLE, CODE = "2024 National Employment Matrix title", "2024 National Employment Matrix code"
KIND = "Occupation type"
ENTRY = {
    "education": "Typical education needed for entry",
    "experience": "Work experience in a related occupation",
    "training": "Typical on-the-job training needed to attain competency in the occupation",
}
THOUSANDS = {
    "employment_2024": "Employment, 2024",
    "employment_2034": "Employment, 2034",
    "change": "Employment change, numeric, 2024–34",
    "openings": "Occupational openings, 2024–34 annual average",
}
PERCENT = {
    "change_percent": "Employment change, percent, 2024–34",
    "self_employed_percent": "Percent self employed, 2024",
}
RATES = {
    "exit_rate": "Labor force exit rate, 2024–34 annual average",
    "transfer_rate": "Occupational transfer rate, 2024–34 annual average",
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
PERCENTILES = ("p10", "p25", "median", "p75", "p90")
HOURLY = dict(zip(PERCENTILES, ("06", "07", "08", "09", "10"), strict=True)) | {"mean": "03"}
YEARLY = dict(zip(PERCENTILES, ("11", "12", "13", "14", "15"), strict=True)) | {"mean": "04"}
BOUND = "5"  # OEWS footnote: equal to or greater than the bound
YEARLY_BOUND, HOURLY_BOUND = 239_200, 115


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
        columns = [TITLE, CODE, KIND, *THOUSANDS.values(), *PERCENT.values(), *ENTRY.values()]
        for row in folder.sheet("projections", OCCUPATION, "Table 1.2", columns):
            if row.get(KIND) in {"Line item", "Summary"}:
                self._add(row)
        for row in folder.sheet("projections", OCCUPATION, "Table 1.10", [CODE, *RATES.values()]):
            if row.get(CODE) in self.projections:
                self.projections[row[CODE]].update(figures(row, RATES, 1))  # type: ignore[typeddict-item]  # keys are RATES'

    def _add(self, row: dict[str, Any]) -> None:
        code = row[CODE]
        self.titles[code] = plain(row[TITLE])
        counts = {name: round(value) for name, value in figures(row, THOUSANDS, 1000).items()}
        found: dict[str, Any] = {"source": "projections"} | counts | figures(row, PERCENT, 1)
        self.projections[code] = cast(Projections, found)
        words = {name: str(row[column]).strip() for name, column in ENTRY.items()}
        given = {name: word for name, word in words.items() if word not in {"—", ""}}
        if given:
            self.entry[code] = Entry(source="projections", **given)  # type: ignore[typeddict-item]  # keys are ENTRY's
        if row[KIND] == "Line item":
            self.line_items.add(code)


def figures(row: dict[str, Any], columns: dict[str, str], unit: int) -> dict[str, float]:
    """The figures of a row that are given, in whole units."""
    found = {name: number(row[column], OCCUPATION, column) for name, column in columns.items()}
    return {name: tidy(value * unit) for name, value in found.items() if value is not None}


def attainment(folder: Folder) -> dict[str, Attainment]:
    """Shares of workers by schooling, by code; "00-0000" is all workers."""
    found: dict[str, Attainment] = {}
    for row in folder.sheet("projections", EDUCATION, "Table 5.3", [TITLE, CODE, *SCHOOLING.values()]):
        shares = {name: number(row.get(column), EDUCATION, column) for name, column in SCHOOLING.items()}
        given: dict[str, Any] = {name: tidy(share) for name, share in shares.items() if share is not None}
        if row.get(CODE) and given:
            mark: dict[str, Any] = {"approximate": True} if "[" in str(row[TITLE]) else {}
            found[str(row[CODE])] = cast(Attainment, {"source": "projections", **mark, **given})
    return found


def pay_history(folder: Folder) -> dict[str, list[PayYear]]:
    """Medians by year, by code."""
    name, found = "figures/wage_history.csv", defaultdict(list)
    columns = ["soc_code", "year", "median_wage", "median_wage_2025_dollars", "status"]
    for row in folder.table("pay-history", name, columns):
        year = PayYear(year=count(row["year"], name, "year"))
        median = number(row["median_wage"], name, "median_wage")
        real = number(row["median_wage_2025_dollars"], name, "median_wage_2025_dollars")
        if median is not None and real is not None:
            year |= PayYear(median=round(median), median_2025_dollars=round(real))
        elif row["status"] == "top_coded":
            year["top_coded"] = True
        else:
            continue
        found[row["soc_code"]].append(year)
    return {code: sorted(years, key=lambda each: each["year"]) for code, years in found.items()}


def cells(
    database: sqlite3.Connection, prefix: str
) -> Iterator[tuple[str, str, dict[str, str], dict[str, str]]]:
    """State code, occupation, values and footnotes of each all-industry estimate."""
    kinds = ["01", *HOURLY.values(), *YEARLY.values()]
    columns = ", ".join([*(f"v{kind}" for kind in kinds), *(f"f{kind}" for kind in kinds)])
    query = f"SELECT key, {columns} FROM cell WHERE key >= ? AND key < ? ORDER BY key"  # noqa: S608 (fixed columns)
    for key, *row in database.execute(query, (prefix, prefix + "~")):
        area, industry, occupation = key[4:11], key[11:17], key[17:23]
        if industry == "000000":
            code = f"{occupation[:2]}-{occupation[2:]}"
            values, marks = row[: len(kinds)], row[len(kinds) :]
            yield area, code, dict(zip(kinds, values, strict=True)), dict(zip(kinds, marks, strict=True))


def pay_of(
    values: dict[str, str], marks: dict[str, str], kinds: dict[str, str], bound: int
) -> dict[str, Any]:
    """Percentiles and mean; those too high to be published stand as bounds."""
    given = {name: number(values[kind], OEWS, f"v{kind}") for name, kind in kinds.items()}
    pay: dict[str, Any] = {name: tidy(value) for name, value in given.items() if value is not None}
    bounds = {name: bound for name, kind in kinds.items() if marks[kind] == BOUND and name not in pay}
    return pay | ({"at_least": bounds} if bounds else {})


class Wages:
    """Pay by occupation, in the country and in each state."""

    def __init__(self, folder: Folder) -> None:
        self.titles: dict[str, str] = {}
        self.national: dict[str, dict[str, Any]] = {}
        self.by_state: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
        with folder.database("pay", OEWS) as database:
            try:
                self._read(database)
            except sqlite3.OperationalError as trouble:
                raise SourceError(f"The file {OEWS} has {trouble}.") from None
        if self.release:
            folder.releases["pay"] = self.release

    def _read(self, database: sqlite3.Connection) -> None:
        told = database.execute("SELECT value FROM meta WHERE name = 'release'").fetchone()
        self.release = str(told[0]) if told else None
        areas = database.execute("SELECT area_code, area_name FROM area WHERE areatype_code = 'S'")
        self.areas: dict[str, str] = dict(areas.fetchall())
        for _, code, values, marks in cells(database, "OEUN"):
            self.national[code] = national(values, marks)
        for area, code, values, marks in cells(database, "OEUS"):
            pay = pay_of(
                values, marks, {name: YEARLY[name] for name in ("p10", "median", "p90")}, YEARLY_BOUND
            )
            found = pay | employment(values)
            if found:
                self.by_state[code][self.areas[area]] = found


def employment(values: dict[str, str]) -> dict[str, int]:
    """Jobs, where they are published."""
    jobs = number(values["01"], OEWS, "v01")
    return {} if jobs is None else {"employment": round(jobs)}


def national(values: dict[str, str], marks: dict[str, str]) -> dict[str, Any]:
    """Pay in the whole country, by the hour where no yearly pay is published."""
    yearly = pay_of(values, marks, YEARLY, YEARLY_BOUND)
    hourly = {} if yearly else pay_of(values, marks, HOURLY, HOURLY_BOUND)
    return {"source": "pay"} | employment(values) | yearly | ({"hourly": hourly} if hourly else {})


def states(folder: Folder, names: dict[str, str]) -> list[State]:
    """States and territories that have pay figures, with their price levels."""
    file = "figures/regional_price_parities.csv"
    codes, parities = {"Guam": "GU", "Puerto Rico": "PR", "Virgin Islands": "VI"}, {}
    for row in folder.table("price-levels", file, ["kind", "code", "name", "rpp"]):
        if row["kind"] == "state":
            codes[row["name"]] = row["code"]
            parities[row["name"]] = number(row["rpp"], file, "rpp")
    unknown = sorted(set(names.values()) - set(codes))
    if unknown:
        raise SourceError(f"The file {file} has no row for {unknown[0]}.")
    return [State(codes[name], name, parities.get(name)) for name in sorted(names.values())]
