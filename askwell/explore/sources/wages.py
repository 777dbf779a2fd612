"""Pay by occupation: in the country, in each state, in metropolitan areas and by industry."""

import re
from collections import defaultdict
from collections.abc import Container, Mapping
from typing import Any

from askwell.explore.shape import Breakdown, Cells, Industry, Metro
from askwell.explore.sources.oews import BOUND, EVERY_INDUSTRY, HOURLY, JOBS, YEARLY, Estimate, Survey
from askwell.explore.sources.reading import SourceError, number, tidy

POINTS = ("p10", "median", "p90")
IN_PLACES = (JOBS, *(YEARLY[point] for point in POINTS))
SECTOR = re.compile(r"^Sectors? [\d, and]+ - ")
BROADEST = 2
EVERYONE = "00-0000"


class Wages:
    """Pay of one year of the survey; in places and industries only for the codes asked for."""

    def __init__(self, survey: Survey, codes: Container[str]) -> None:
        self.national: dict[str, dict[str, Any]] = {}
        self.by_state: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
        self._survey = survey
        self._metros: dict[str, dict[str, Cells]] = defaultdict(dict)
        self._industries: dict[str, dict[str, Cells]] = defaultdict(dict)
        for each in survey.read():
            if each.kind == "N" and each.industry == EVERY_INDUSTRY:
                self.national[each.occupation] = self._national(each)
            elif each.kind == "S" == survey.areas.get(each.area, ("",))[0]:
                self._add_state(each)
            elif each.occupation in codes:
                self._add_breakdown(each)
        if EVERYONE not in self.national:
            raise SourceError(
                f"The file {survey.name} lacks the pay of all occupations in the whole country."
            )
        self.states = {code: name for code, (kind, name) in survey.areas.items() if kind == "S"}
        self.industries = industries(survey.industries)

    def _national(self, each: Estimate) -> dict[str, Any]:
        """Pay in the whole country, by the hour where no yearly pay is published."""
        a_year, an_hour = self._survey.bounds
        yearly = self._pay(each, YEARLY, a_year)
        hourly = {} if yearly else self._pay(each, HOURLY, an_hour)
        return {"source": "pay"} | self._jobs(each) | yearly | ({"hourly": hourly} if hourly else {})

    def _add_state(self, each: Estimate) -> None:
        pay = self._pay(each, {name: YEARLY[name] for name in POINTS}, self._survey.bounds[0])
        found = pay | self._jobs(each)
        if found:
            self.by_state[each.occupation][self._survey.areas[each.area][1]] = found

    def _add_breakdown(self, each: Estimate) -> None:
        here = self._cells(each)
        if here is not None and each.kind == "M" and each.area in self._survey.areas:
            self._metros[each.occupation][each.area] = here
        elif here is not None and each.kind == "N":
            self._industries[each.occupation][each.industry] = here

    def _jobs(self, each: Estimate) -> dict[str, int]:
        """Jobs, where they are published."""
        jobs = self._number(each, JOBS)
        return {} if jobs is None else {"employment": round(jobs)}

    def _pay(self, each: Estimate, kinds: Mapping[str, str], bound: int) -> dict[str, Any]:
        """Percentiles and mean; those too high to be published stand as bounds."""
        given = {name: self._number(each, kind) for name, kind in kinds.items()}
        pay: dict[str, Any] = {name: tidy(value) for name, value in given.items() if value is not None}
        bounds = {
            name: bound for name, kind in kinds.items() if each.marks[kind] == BOUND and name not in pay
        }
        return pay | ({"at_least": bounds} if bounds else {})

    def _cells(self, each: Estimate) -> Cells | None:
        """Jobs and pay as the pack holds them; None where nothing is published."""
        known = [(kind, self._number(each, kind)) for kind in IN_PLACES]
        if all(value is None and each.marks[kind] != BOUND for kind, value in known):
            return None
        return [
            round(value)
            if value is not None
            else f">={self._survey.bounds[0]}"
            if each.marks[kind] == BOUND
            else None
            for kind, value in known
        ]

    def _number(self, each: Estimate, kind: str) -> float | None:
        return number(each.values[kind], self._survey.name, f"value of kind {kind}")

    def metros(self, parities: Mapping[str, float]) -> list[Metro]:
        """The metropolitan areas by name."""
        rows = [(name, code) for code, (kind, name) in self._survey.areas.items() if kind == "M"]
        return [Metro(code, name, parities.get(code)) for name, code in sorted(rows)]

    def breakdowns(self) -> dict[str, Breakdown]:
        """Pay in places and industries, by occupation."""
        kept = {industry.code for industry in self.industries}
        named = {
            code: {each: cells for each, cells in found.items() if each in kept}
            for code, found in self._industries.items()
        }
        codes = sorted(code for code in {*self._metros, *named} if self._metros.get(code) or named.get(code))
        return {code: Breakdown(code, self._metros.get(code, {}), named.get(code, {})) for code in codes}


def industries(known: Mapping[str, tuple[str, int]]) -> list[Industry]:
    """The industries by name, each name once: the broadest that bears it."""
    once: dict[str, Industry] = {}
    for level, code, name in sorted((level, code, name) for code, (name, level) in known.items()):
        if level >= BROADEST:
            plain = SECTOR.sub("", name)
            once.setdefault(plain, Industry(code, plain, level))
    return sorted(once.values(), key=lambda each: each.name)
