"""The median of each year: as it was paid, and with what consumer prices did since taken out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from askwell.explore.shape import PayYear
from askwell.explore.sources.folder import Folder
from askwell.explore.sources.reading import SourceError, count, number

KEY = "pay-history"
TABLE, PRICES = "figures/wage_history.csv", r"cu\.data\.1\.AllItems(\.txt)?"
IN_DOLLARS_OF = re.compile(r"median_wage_(\d{4})_dollars")
SERIES, YEARLY = "CUUR0000SA0", "M13"
"""All items, all urban consumers, the country's city average; the average of a year's months."""


@dataclass(slots=True)
class History:
    """Medians by code, years in rising order; `real` in each is in dollars of the year `dollars_of`."""

    dollars_of: int = 0
    years: dict[str, list[PayYear]] = field(default_factory=dict)

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last year of any."""
        every = [each["year"] for years in self.years.values() for each in years]
        return min(every), max(every)

    def go_on(self, year: int, national: Mapping[str, Mapping[str, Any]]) -> None:
        """Add a year that is newer than all before it, from the pay of that year by code."""
        if not self.years or year <= self.span[1]:
            return
        for code, pay in national.items():
            if "median" in pay:
                self.years.setdefault(code, []).append(PayYear(year=year, median=round(pay["median"])))
            elif "median" in pay.get("at_least", {}):
                self.years.setdefault(code, []).append(PayYear(year=year, top_coded=True))

    def restate(self, prices: Mapping[int, float]) -> None:
        """Put every median in dollars of the latest year whose prices are known; older prices take nothing back."""
        known = [year for year in prices if self.years and self.dollars_of <= year <= self.span[1]]
        if not known:
            return
        self.dollars_of = max(known)
        for each in (each for years in self.years.values() for each in years if "median" in each):
            each.pop("real", None)
            if each["year"] in prices:
                each["real"] = round(each["median"] * prices[self.dollars_of] / prices[each["year"]])


def history(folder: Folder) -> History:
    """Medians by year, by code; empty where they are not at hand."""
    if not folder.has(TABLE):
        return History()
    rows = list(folder.table(KEY, TABLE, ["soc_code", "year", "median_wage", "status"]))
    column = next((name for name in rows[0] if IN_DOLLARS_OF.fullmatch(name)), None)
    if column is None:
        raise SourceError(f"The file {TABLE} has no column “median_wage_(year)_dollars”.")
    found = History(int(column.split("_")[2]))
    for row in rows:
        if year := _year(row, column):
            found.years.setdefault(row["soc_code"], []).append(year)
    for years in found.years.values():
        years.sort(key=lambda each: each["year"])
    return found


def _year(row: Mapping[str, str], column: str) -> PayYear | None:
    year = PayYear(year=count(row["year"], TABLE, "year"))
    median, real = number(row["median_wage"], TABLE, "median_wage"), number(row[column], TABLE, column)
    if median is not None and real is not None:
        return year | PayYear(median=round(median), real=round(real))
    return year | PayYear(top_coded=True) if row["status"] == "top_coded" else None


def consumer_prices(folder: Folder) -> dict[int, float]:
    """The Consumer Price Index by year, as BLS publishes it; empty where it is not at hand."""
    return {year: level for name in folder.named(PRICES)[:1] for year, level in _levels(folder, name)}


def _levels(folder: Folder, name: str) -> Iterator[tuple[int, float]]:
    found = False
    for row in folder.table(KEY, name, ["series_id", "year", "period", "value"]):
        if row["series_id"] == SERIES and row["period"] == YEARLY:
            level, found = number(row["value"], name, "value"), True
            if level:
                yield count(row["year"], name, "year"), level
    if not found:
        raise SourceError(f"The file {name} has no yearly averages (period {YEARLY}) of the series {SERIES}.")
