"""Everything read from the releases, joined by SOC code."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from askwell.explore.pack.building.averages import averages, numbers, stands_out
from askwell.explore.pack.building.careers import Careers
from askwell.explore.pack.loading import TOTAL, Pack
from askwell.explore.shape import Figures, Major, Occupation, PayHistory, Source, Title
from askwell.explore.sources import (
    bls,
    handbook,
    history,
    oews,
    onet,
    prices,
    programs,
    ratings,
)
from askwell.explore.sources.folder import Folder
from askwell.explore.sources.reading import means
from askwell.explore.sources.wages import Wages

Progress = Callable[[str], None]
RELATED = 10
KINDS = ("official", "specialty", "reported", "alternate", "short")


class Gathering:
    """Everything read from the releases, joined by SOC code."""

    def __init__(self, folder: Folder, say: Progress, earlier: Pack | None = None) -> None:
        say("Reading projections and schooling")
        self.matrix = bls.Matrix(folder)
        self.attainment = bls.attainment(folder, self.matrix.decade)
        say("Reading titles, skills, and interests")
        self.careers = Careers(onet.Text(folder))
        self.codes = onet.codes(self.careers.titles, self.matrix.line_items)
        self.titles = {code.soc: self.title(code) for code in self.codes}
        say("Reading pay")
        survey = oews.survey(folder)
        self.wages = Wages(survey, {code.figures_soc for code in self.codes if code.figures_soc})
        self.breakdowns = self.wages.breakdowns()
        self._look_back(folder, earlier, survey.year)
        levels = prices.price_levels(folder)
        self.states = prices.states(self.wages.states, levels)
        self.metros = self.wages.metros(levels.metros)
        self.postal = {state.name: state.code for state in self.states}
        self.programs, self.fields = programs.programs(folder), programs.fields(folder)
        rated = [each for each in self.careers.skills.values() if "from_specialties" not in each]
        self.averages = averages(rated)

    def _look_back(self, folder: Folder, earlier: Pack | None, year: int) -> None:
        """Read the medians of past years, let them go on to the survey's, and take inflation out of them."""
        self.handbook, self.history = handbook.handbook(folder), history.history(folder)
        self.carried: dict[str, Source] = {}
        if earlier:
            self._carry(earlier)
        self.history.go_on(year, self.wages.national)
        self.history.restate(history.consumer_prices(folder))
        if self.history.years:
            folder.releases[history.KEY] = "May {} to May {}".format(*self.history.span)

    def _carry(self, earlier: Pack) -> None:
        """Take over from an earlier pack what no publisher gives out as a file, where the folder has none."""
        wanted = {history.KEY: not self.history.years, "handbook": not self.handbook}
        self.carried = {
            key: source for key, source in earlier.manifest.sources.items() if wanted.get(key, False)
        }
        for each in (earlier.total, *earlier.occupations()):
            past = each.figures.get("pay_history")
            if history.KEY in self.carried and past and each.figures_soc:
                self.history.dollars_of = past["dollars_of"]
                self.history.years[each.figures_soc] = past["years"]
            if "handbook" in self.carried and (page := each.figures.get("handbook")):
                self.handbook[each.soc] = page

    def title(self, code: onet.Code) -> str:
        """A plain title: BLS's where the occupation has its own line, else the official one."""
        if code.soc in self.matrix.line_items:
            return self.matrix.titles[code.soc].replace(" english ", " English ")
        return code.title[0] + code.title[1:].lower()

    def occupations(self) -> Iterable[Occupation]:
        """All workers, then every occupation."""
        everyone = onet.Code(TOTAL, "All occupations", TOTAL)
        yield self.occupation(everyone, "All occupations", "All occupations", self.total_figures())
        for code in self.codes:
            group = self.matrix.titles.get(f"{code.soc[:2]}-0000", "Military specific occupations")
            yield self.occupation(
                code, self.titles[code.soc], group.removesuffix(" occupations"), self.figures(code)
            )

    def occupation(self, code: onet.Code, title: str, group: str, figures: Figures) -> Occupation:
        """One occupation with its headline figures."""
        outlook = figures.get("projections", {})
        broader = code.figures_soc if code.figures_soc != code.soc else None
        return Occupation(
            soc=code.soc,
            title=title,
            group=group,
            group_soc=f"{code.soc[:2]}-0000",
            figures_soc=code.figures_soc,
            figures_title=self.matrix.titles[broader] if broader else None,
            employment=outlook.get("employment"),
            median_pay=whole(figures.get("pay", {}).get("median")),
            change_percent=outlook.get("change_percent"),
            openings=outlook.get("openings"),
            entry_education=figures.get("entry", {}).get("education"),
            job_zone=figures["job_zone"]["zone"] if "job_zone" in figures else None,
            figures=figures,
        )

    def figures(self, code: onet.Code) -> Figures:
        """Everything known of one occupation; what is not known is left out."""
        soc, whole_soc = code.soc, onet.base(code.soc)
        found = self.published(code.figures_soc) | {
            "job_zone": self.careers.zones.get(whole_soc),
            "credential": self.careers.credentials.get(soc),
            "handbook": self.handbook.get(soc, self.handbook.get(code.figures_soc or "")),
            "skills": self.skills_of(soc),
            "work_context": self.careers.context.get(soc),
            "interests": self.careers.interests.get(whole_soc),
            "technologies": listed("onet", self.careers.technologies.get(soc)),
            "related": listed("onet", self.links(soc)),
            "programs": listed("programs", self.programs.get(soc)),
            "specialties": listed("onet", onet.specialties(self.careers.titles, self.careers.zones).get(soc)),
        }
        return present(found)

    def published(self, code: str | None) -> dict[str, Any]:
        """What BLS publishes under a code."""
        if code is None:
            return {}
        by_state = {self.postal[name]: pay for name, pay in self.wages.by_state.get(code, {}).items()}
        return {
            "pay": self.wages.national.get(code),
            "pay_by_state": {"source": "pay", "states": dict(sorted(by_state.items()))} if by_state else None,
            "pay_history": self.past(code),
            "projections": self.matrix.projections.get(code),
            "entry": self.matrix.entry.get(code),
            "attainment": self.attainment.get(code),
        }

    def past(self, code: str) -> PayHistory | None:
        """The medians of past years published under a code."""
        years = self.history.years.get(code)
        if not years:
            return None
        return PayHistory(source=history.KEY, dollars_of=self.history.dollars_of, years=years)

    def total_figures(self) -> Figures:
        """Figures on all workers, and plain averages over the occupations."""
        context = [each["items"] for each in self.careers.context.values()]
        kinds = {
            kind: {name: mean for name, (mean, _) in self.averages[kind].items()} for kind in ratings.KINDS
        }
        skills = {"source": next(iter(self.careers.skills.values()))["source"], **kinds}
        return present(
            self.published(TOTAL)
            | {
                "skills": skills,
                "work_context": {
                    "source": next(iter(self.careers.context.values()))["source"],
                    "items": means(context),
                },
                "interests": {
                    "source": "onet",
                    **means([numbers(each) for each in self.careers.interests.values()]),
                },
                "credential": {
                    "source": "onet",
                    **means([numbers(each) for each in self.careers.credentials.values()]),
                },
            }
        )

    def skills_of(self, soc: str) -> Mapping[str, Any] | None:
        """Skills and knowledge with those that stand out."""
        if soc not in self.careers.skills:
            return None
        return {**self.careers.skills[soc], "stands_out": stands_out(self.careers.skills[soc], self.averages)}

    def links(self, soc: str) -> list[dict[str, str]]:
        """Related occupations with their titles."""
        others = [other for other in self.careers.related.get(soc, []) if other in self.titles]
        return [{"soc": other, "title": self.titles[other]} for other in others[:RELATED]]

    def places(self) -> dict[str, list[dict[str, Any]]]:
        """States, metropolitan areas and industries in plain values."""
        return {
            "states": [asdict(each) for each in self.states],
            "metros": [asdict(each) for each in self.metros],
            "industries": [asdict(each) for each in self.wages.industries],
        }

    def majors(self) -> list[Major]:
        """Every program of study with the careers it leads to."""
        titles: dict[str, str] = {}
        socs: dict[str, list[str]] = defaultdict(list)
        for soc in sorted(self.titles):
            for program in self.programs.get(soc, []):
                titles[program["cip"]] = program["title"]
                socs[program["cip"]].append(soc)
        return [
            Major(cip, titles[cip], self.fields.get(cip[:2], ""), tuple(socs[cip])) for cip in sorted(titles)
        ]

    def names(self) -> list[Title]:
        """Every name once per occupation, the most official kind first."""
        official = [
            Title(code.soc, title, "official")
            for code in self.codes
            for title in (code.title, self.titles[code.soc])
        ]
        finer = [Title(code[:7], title, "specialty") for code, title in sorted(self.careers.titles.items())]
        once: dict[tuple[str, str], Title] = {}
        for each in [*official, *finer, *self.careers.names]:
            once.setdefault((each.soc, each.title), each)
        return sorted(once.values(), key=lambda each: (each.soc, KINDS.index(each.kind), each.title))


def present(figures: Mapping[str, Any]) -> Figures:
    """Only the kinds of figures that are known."""
    known: Any = {kind: value for kind, value in figures.items() if value}
    checked: Figures = known
    return checked


def listed(source: str, items: list[Any] | None) -> dict[str, Any] | None:
    """A list with its source, or nothing."""
    return {"source": source, "items": items} if items else None


def whole(value: float | None) -> int | None:
    """A figure in whole units."""
    return None if value is None else round(value)
