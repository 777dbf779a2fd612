"""One career as its page shows it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from askwell.explore import naming, pack, policies
from askwell.explore.career import course, interests, outlook, pay, preparation, spread, strip, work
from askwell.explore.career.wording import MISSING, listed
from askwell.explore.citing import cite, cited_in, released
from askwell.explore.models import Occupation, Path
from askwell.explore.pack.duties import read as read_duties
from askwell.explore.selectors.figures import headline, release
from askwell.explore.selectors.paths import paths
from askwell.explore.selectors.places import known_there
from askwell.lib.verdicts import Verdict

if TYPE_CHECKING:
    from askwell.accounts.models import User

PROGRAMS_SHOWN = 3
BROADER = "The broader group"
ARMED_FORCES = "the armed forces pay by rank and years of service, and publish their own tables."
OTHERWISE = "some work is counted in other ways, or not at all."
TECHNOLOGIES = "figures__technologies__items"
SECTIONS = {
    "pay": "pay",
    "outlook": "the outlook",
    "knows_way_in": "what it takes",
    "schooling": "schooling",
    "skills": "skills",
    "week": "conditions of work",
    "likes": "interests",
    "tools": "tools of the trade",
    "programs": "programs of study",
    "related": "related careers",
}
"""What a page tells of every career whose figures are published, in plain words."""
ON_THE_WAY_IN = ("entry", "job_zone", "credential", "handbook")


@dataclass(frozen=True, slots=True)
class Career:
    """Everything the page of one career shows; what is not published is None or empty."""

    occupation: Occupation
    strip: tuple[strip.Figure, ...]
    pay: pay.PayFacts | None
    course: course.Course | None
    spread: spread.Spread | None
    outlook: outlook.Outlook | None
    way_in: tuple[tuple[str, str], ...]
    schooling: preparation.Schooling | None
    skills: work.Skills | None
    week: work.Week | None
    likes: interests.Likes | None
    tools: work.Tools | None
    related: list[Occupation]
    programs: list[dict[str, str]]
    more_programs: list[dict[str, str]]
    specialties: list[dict[str, Any]]
    duties: pack.Duties | None
    sources: dict[str, str]
    paths: list[Path]
    here: dict[int, str]
    on_the_table: list[Path]
    may_consider: Verdict

    @property
    def missing(self) -> str:
        """The sections that are left out because nobody publishes their figures, in one run of words."""
        return listed([words for name, words in SECTIONS.items() if not getattr(self, name)])

    @property
    def knows_way_in(self) -> bool:
        """Whether anything on the usual way in is published."""
        return bool({"entry", "job_zone"} & self.occupation.figures.keys())

    @property
    def instead(self) -> str:
        """Why nothing on pay is in the figures."""
        return ARMED_FORCES if self.occupation.soc.startswith("55-") else OTHERWISE

    @property
    def handbook(self) -> str:
        """The address of the handbook's page on it, where there is one."""
        page = self.occupation.figures.get("handbook", {}).get("page")
        return f"https://www.bls.gov/ooh/{page}.htm" if page else ""

    @property
    def official(self) -> str:
        """What the tables call it, where the page says it in other words."""
        title = naming.official(self.occupation.title)
        return title if title != self.occupation.title else ""

    @property
    def nothing_published(self) -> bool:
        """Whether not one of the first four figures is known."""
        return all(figure.value == MISSING for figure in self.strip)

    @property
    def broader(self) -> str:
        """That some figures are those of a broader group."""
        return f"Pay, jobs, and schooling are published only for a broader group: {self.occupation.figures_title}."


def career(occupation: Occupation, user: "User") -> Career:
    """One career as its page shows it to this seeker."""
    loaded = release()
    figures, totals = occupation.figures, loaded.totals
    programs = programs_of(occupation)
    counted_as = BROADER if occupation.figures_title else occupation.title
    mine = list(paths(user).filter(occupation=occupation).prefetch_related("contacts"))
    for path in mine:
        path.occupation = occupation  # with its figures, which each path would else read anew
    return Career(
        occupation=occupation,
        strip=strip.strip(figures, totals, pay_release=released(loaded.manifest, "pay")),
        pay=pay.pay_facts(counted_as, figures, totals, loaded.states),
        course=course.course(figures.get("pay_history")),
        spread=spread.spread(figures, loaded.states),
        outlook=outlook.outlook(counted_as, figures, totals),
        way_in=preparation.way_in(figures, totals),
        schooling=preparation.schooling(figures, totals),
        skills=work.skills(figures, totals),
        week=work.week(figures, totals),
        likes=interests.likes(figures, totals),
        tools=work.tools(figures.get("technologies"), used_near(figures)),
        related=related(figures),
        programs=programs[:PROGRAMS_SHOWN],
        more_programs=programs[PROGRAMS_SHOWN:],
        specialties=figures.get("specialties", {}).get("items", []),
        duties=tasks_of(occupation),
        sources=sources_of(figures, loaded.manifest),
        paths=mine,
        here=here(mine),
        on_the_table=[path for path in mine if path.set_aside_at is None],
        may_consider=policies.may_consider(user),
    )


def tasks_of(occupation: Occupation) -> pack.Duties | None:
    """What people in a career do, in the O*NET database's sentences; only where this person's updates brought them."""
    return read_duties(pack.duties_at_home(), occupation.soc)


def programs_of(occupation: Occupation) -> list[dict[str, str]]:
    """Programs of study that lead here: those most like the career by name first, “other” ones last.

    What one begins after years of practice comes after what one begins with.
    """
    programs: list[dict[str, str]] = occupation.figures.get("programs", {}).get("items", [])
    wanted = naming.telling(occupation.title)

    def standing(program: dict[str, str]) -> tuple[bool, bool, float]:
        title = program["title"]
        like = naming.likeness(wanted, naming.telling(title))
        return title.endswith(", Other"), program["cip"].startswith(naming.RESIDENCIES), -like

    return sorted(programs, key=standing)


def here(paths: list[Path]) -> dict[int, str]:
    """What is known of the place each path is narrowed to, by the path's id."""
    return {path.pk: known_there(path) for path in paths if path.narrowed}


def related(figures: dict[str, Any]) -> list[Occupation]:
    """Related occupations with pay and outlook, nearest first."""
    socs = [each["soc"] for each in figures.get("related", {}).get("items", [])]
    rows = {each.soc: each for each in headline().filter(soc__in=socs)} if socs else {}
    return [rows[soc] for soc in socs if soc in rows]


def used_near(figures: dict[str, Any]) -> list[set[str]]:
    """The technologies of each related occupation, by name."""
    socs = [each["soc"] for each in figures.get("related", {}).get("items", [])]
    rows = Occupation.objects.filter(soc__in=socs) if socs else Occupation.objects.none()
    return [{each["name"] for each in items or ()} for items in rows.values_list(TECHNOLOGIES, flat=True)]


def sources_of(figures: dict[str, Any], manifest: dict[str, Any]) -> dict[str, str]:
    """For each kind of figures, the line that says where it comes from."""
    lines = {kind: cite(manifest, held["source"]) for kind, held in figures.items()}
    moved = ["pay-history"] if "pay_history" in figures else []
    return lines | {
        "pay": cite(manifest, "pay", *moved),
        "way_in": cited_in(manifest, [figures.get(kind) for kind in ON_THE_WAY_IN]),
        "prices": cite(manifest, "price-levels"),
        "related": cite(manifest, "onet", "pay", "projections"),
    }
