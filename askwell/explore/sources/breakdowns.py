"""Pay and jobs by metropolitan area and by industry, from the Bureau of Labor Statistics."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Container

from askwell.explore.shape import Breakdown, Cells, Industry, Metro
from askwell.explore.sources.bls import BOUND, OEWS, YEARLY, YEARLY_BOUND
from askwell.explore.sources.reading import Folder, SourceError, number

PARITIES = "figures/regional_price_parities.csv"
KINDS = ("01", YEARLY["p10"], YEARLY["median"], YEARLY["p90"])
EVERY_INDUSTRY = "000000"
SECTOR = re.compile(r"^Sectors? [\d, and]+ - ")
BROADEST = 2
AREA = 7  # digits of an area code; the price levels leave out leading zeros


class Breakdowns:
    """Metropolitan areas, industries, and what each occupation pays there."""

    def __init__(self, folder: Folder, codes: Container[str]) -> None:
        self.of: dict[str, Breakdown] = {}
        self._metros: dict[str, dict[str, Cells]] = defaultdict(dict)
        self._industries: dict[str, dict[str, Cells]] = defaultdict(dict)
        parities = metro_parities(folder)
        with folder.database("pay", OEWS) as database:
            try:
                self.metros = metros(database, parities)
                self.industries = industries(database)
                self._read(database, codes)
            except sqlite3.OperationalError as trouble:
                raise SourceError(f"The file {OEWS} has {trouble}.") from None
        for code in sorted({*self._metros, *self._industries}):
            self.of[code] = Breakdown(code, self._metros[code], self._industries[code])

    def _read(self, database: sqlite3.Connection, codes: Container[str]) -> None:
        areas = {metro.code for metro in self.metros}
        kept = {industry.code for industry in self.industries}
        columns = ", ".join([*(f"v{kind}" for kind in KINDS), *(f"f{kind}" for kind in KINDS)])
        for prefix in ("OEUM", "OEUN"):
            query = f"SELECT key, {columns} FROM cell WHERE key >= ? AND key < ? ORDER BY key"  # noqa: S608 (fixed columns)
            for key, *row in database.execute(query, (prefix, f"{prefix}~")):
                area, industry, soc = key[4:11], key[11:17], f"{key[17:19]}-{key[19:23]}"
                here = cells(row[: len(KINDS)], row[len(KINDS) :])
                if soc not in codes or here is None:
                    continue
                if prefix == "OEUM" and industry == EVERY_INDUSTRY and area in areas:
                    self._metros[soc][area] = here
                elif prefix == "OEUN" and industry in kept:
                    self._industries[soc][industry] = here


def cells(values: list[str], marks: list[str | None]) -> Cells | None:
    """Jobs and pay as the pack holds them; None where nothing is published."""
    known = [number(value, OEWS, f"v{kind}") for kind, value in zip(KINDS, values, strict=True)]
    found = [None if value is None else round(value) for value in known]
    told = [
        f">={YEARLY_BOUND}" if value is None and mark == BOUND else value
        for value, mark in zip(found, marks, strict=True)
    ]
    return told if any(value is not None for value in told) else None


def metro_parities(folder: Folder) -> dict[str, float | None]:
    """The price level of each metropolitan area, by BLS's code."""
    rows = folder.table("price-levels", PARITIES, ["kind", "code", "rpp"])
    return {
        row["code"].zfill(AREA): number(row["rpp"], PARITIES, "rpp") for row in rows if row["kind"] == "metro"
    }


def metros(database: sqlite3.Connection, parities: dict[str, float | None]) -> list[Metro]:
    """The metropolitan areas by name."""
    rows = database.execute("SELECT area_code, area_name FROM area WHERE areatype_code = 'M'").fetchall()
    return [Metro(code, name, parities.get(code)) for code, name in sorted(rows, key=lambda row: row[1])]


def industries(database: sqlite3.Connection) -> list[Industry]:
    """The industries by name, each name once: the broadest that bears it."""
    query = "SELECT industry_code, industry_name, display_level FROM industry WHERE display_level >= ?"
    once: dict[str, Industry] = {}
    for code, name, level in sorted(database.execute(query, (BROADEST,)), key=lambda row: (row[2], row[0])):
        plain = SECTOR.sub("", name)
        once.setdefault(plain, Industry(code, plain, level))
    return sorted(once.values(), key=lambda each: each.name)
