"""What the pages of Explore show."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Min, QuerySet

from askwell.explore import comparing, finder, policies
from askwell.explore.career import outlook, pay, preparation, strip, work
from askwell.explore.career.wording import listed
from askwell.explore.citing import cite, released
from askwell.explore.models import Occupation, Path, PathQuerySet, Release
from askwell.explore.pack import PackError
from askwell.lib.verdicts import Verdict

if TYPE_CHECKING:
    from askwell.accounts.models import User

SHOWN = 12
PROGRAMS_SHOWN = 3
FEWEST, MOST = 2, policies.MOST
HEADINGS = {
    count: f"{word} careers, one scale"
    for count, word in enumerate(("Two", "Three", "Four", "Five", "Six"), start=FEWEST)
}
HOURLY = "figures__pay__hourly__median"


@dataclass(frozen=True, slots=True)
class Found:
    """A career that fits what was typed, and the title or word that brought it up."""

    occupation: Occupation
    matched: str


@dataclass(frozen=True, slots=True)
class Results:
    """What a search brought up, or what kept it from looking."""

    found: list[Found]
    trouble: str = ""


def release() -> Release:
    """The figures that are loaded."""
    return Release.objects.latest()


def search(query: str, *, limit: int = SHOWN) -> Results:
    """Careers that fit, best first, with the figures that a row shows."""
    try:
        hits = finder.find(query, limit=limit)
    except PackError as fault:
        return Results([], str(fault))
    rows = {each.soc: each for each in headline().filter(soc__in=[hit.soc for hit in hits])}
    found = [(rows[hit.soc], hit.matched) for hit in hits if hit.soc in rows]
    return Results(
        [Found(row, "" if matched.casefold() == row.title.casefold() else matched) for row, matched in found]
    )


def headline() -> QuerySet[Occupation]:
    """Occupations without the bulk of their figures, for lists; `hourly` is set where pay is by the hour only."""
    return Occupation.objects.defer("figures").annotate(hourly=F(HOURLY))


def groups() -> list[dict[str, Any]]:
    """The families of careers by name: `group`, `code` (two digits) and `count`."""
    rows = Occupation.objects.order_by("group").values("group").annotate(count=Count("pk"), soc=Min("soc"))
    return [{**row, "code": row["soc"][:2]} for row in rows]


def group(code: str) -> list[Occupation]:
    """The careers of one family, by title; none when the code is unknown."""
    return list(headline().filter(soc__startswith=f"{code}-")) if len(code) == 2 else []


def paths(user: "User") -> PathQuerySet:
    """This seeker's paths with their occupations, the oldest first."""
    return Path.objects.visible_to(user).named().annotate(hourly=F(f"occupation__{HOURLY}"))


def table(user: "User") -> dict[str, Any]:
    """The paths on the table, those set aside, and whether one of these may come back."""
    mine = list(paths(user))
    return {
        "on_the_table": [path for path in mine if path.set_aside_at is None],
        "set_aside": [path for path in mine if path.set_aside_at],
        "may_take_up": policies.may_consider(user),
    }


def pay_percentiles(occupations: Iterable[Occupation]) -> dict[str, float]:
    """Where each median pay stands among all occupations, 0 to 100, by code; those without pay are absent."""
    paid = {each.soc: each.median_pay for each in occupations if each.median_pay is not None}
    rows = Occupation.objects.exclude(median_pay=None).order_by("median_pay")
    published = rows.values_list("median_pay", flat=True) if paid else ()
    medians = [pay for pay in published if pay is not None]
    return {soc: percentile(pay, medians) for soc, pay in paid.items()}


def percentile(value: int, ordered: Sequence[int]) -> float:
    """Where a value stands among ordered values, 0 to 100, ties counted half."""
    return 50 * (bisect_left(ordered, value) + bisect_right(ordered, value)) / len(ordered)


@dataclass(frozen=True, slots=True)
class Career:
    """Everything the page of one career shows; what is not published is None or empty."""

    occupation: Occupation
    strip: tuple[strip.Figure, ...]
    pay: pay.PayFacts | None
    outlook: outlook.Outlook | None
    way_in: str
    schooling: preparation.Schooling | None
    skills: work.Skills | None
    week: work.Week | None
    tools: work.Tools | None
    related: list[Occupation]
    programs: list[dict[str, str]]
    more_programs: list[dict[str, str]]
    specialties: list[dict[str, Any]]
    missing: tuple[str, ...]
    sources: dict[str, str]
    paths: list[Path]
    on_the_table: list[Path]
    may_consider: Verdict

    @property
    def missing_words(self) -> str:
        """The kinds of figures that nobody publishes, in one run of words."""
        return listed(self.missing)

    @property
    def broader(self) -> str:
        """That some figures are those of a broader group."""
        return f"Pay, jobs, and schooling are published only for a broader group: {self.occupation.figures_title}."


def career(occupation: Occupation, user: "User") -> Career:
    """One career as its page shows it to this seeker."""
    loaded = release()
    figures, totals = occupation.figures, loaded.totals
    programs = figures.get("programs", {}).get("items", [])
    mine = list(paths(user).filter(occupation=occupation).prefetch_related("contacts"))
    return Career(
        occupation=occupation,
        strip=strip.strip(figures, totals, pay_release=released(loaded.manifest, "pay")),
        pay=pay.pay_facts(occupation.title, figures, totals, loaded.states),
        outlook=outlook.outlook(occupation.title, figures, totals),
        way_in=preparation.way_in(figures.get("entry")),
        schooling=preparation.schooling(figures, totals),
        skills=work.skills(figures),
        week=work.week(figures, totals),
        tools=work.tools(figures.get("technologies")),
        related=related(figures),
        programs=programs[:PROGRAMS_SHOWN],
        more_programs=programs[PROGRAMS_SHOWN:],
        specialties=figures.get("specialties", {}).get("items", []),
        missing=strip.missing(figures),
        sources=sources_of(figures, loaded.manifest),
        paths=mine,
        on_the_table=[path for path in mine if path.set_aside_at is None],
        may_consider=policies.may_consider(user),
    )


def related(figures: dict[str, Any]) -> list[Occupation]:
    """Related occupations with pay and outlook, nearest first."""
    socs = [each["soc"] for each in figures.get("related", {}).get("items", [])]
    rows = {each.soc: each for each in headline().filter(soc__in=socs)} if socs else {}
    return [rows[soc] for soc in socs if soc in rows]


def sources_of(figures: dict[str, Any], manifest: dict[str, Any]) -> dict[str, str]:
    """For each kind of figures, the line that says where it comes from."""
    lines = {kind: cite(manifest, held["source"]) for kind, held in figures.items()}
    related = cite(manifest, "onet", "pay", "projections")
    return lines | {"prices": cite(manifest, "price-levels"), "related": related}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Careers side by side."""

    occupations: list[Occupation]
    measures: list[comparing.Measure]
    lines: list[tuple[Occupation, str]]
    notes: list[str]
    source: str

    @property
    def heading(self) -> str:
        """How many careers stand side by side."""
        return HEADINGS.get(len(self.occupations), "Compare careers")

    @property
    def enough(self) -> bool:
        """Whether there are two to compare."""
        return len(self.occupations) >= FEWEST

    @property
    def may_add(self) -> bool:
        """Whether there is room for one more."""
        return len(self.occupations) < MOST


def compared_socs(user: "User", asked: Sequence[str], *, beside: Sequence[str] = ()) -> list[str]:
    """The codes asked for, once each and at most six; without any, those of the paths on the table.

    `beside` names careers to hold against these paths.
    """
    if not asked:
        asked = [*beside, *(path.occupation.soc for path in paths(user).considered())]
    return list(dict.fromkeys(asked))[:MOST]


def compare(socs: Sequence[str]) -> Comparison:
    """The careers with these codes, in this order, on the same scales; unknown codes are left out."""
    rows = {each.soc: each for each in Occupation.objects.filter(soc__in=socs)}
    occupations = [rows[soc] for soc in socs if soc in rows]
    loaded = release()
    entries = [comparing.Entry(each.soc, each.title, each.figures) for each in occupations]
    lines = comparing.in_one_line(entries)
    return Comparison(
        occupations=occupations,
        measures=comparing.measures(entries, loaded.totals),
        lines=list(zip(occupations, lines, strict=True)),
        notes=[broader(each) for each in occupations if each.figures_title],
        source=cite(loaded.manifest, "pay", "projections", "onet-computed"),
    )


def broader(occupation: Occupation) -> str:
    """That figures are published for a broader group only."""
    return f"{occupation.title}: pay, jobs, and schooling are published only together with “{occupation.figures_title}”."


def sources() -> list[dict[str, Any]]:
    """Every source of the figures that are loaded: name, release, publisher, terms, address, retrieval."""
    return [
        source | {"key": key, "retrieved": date.fromisoformat(source["retrieved"])}
        for key, source in sorted(release().manifest["sources"].items())
    ]
