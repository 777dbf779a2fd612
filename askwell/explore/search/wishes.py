"""Wishes that the figures can check ("without college", "$60k"), and those of which no figure says anything ("remote")."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from askwell.explore.shape import Occupation

WITHOUT_DEGREE = frozenset(
    {
        "No formal educational credential",
        "High school diploma or equivalent",
        "Postsecondary nondegree award",
        "Some college, no degree",
    }
)
BELOW_BACHELOR = WITHOUT_DEGREE | {"Associate's degree"}
ON_FEET = ("Spend Time Standing", "Spend Time Walking or Running")
HALF = 50  # of 100: from here on, about half of the day
HOURS = 2_080  # paid in a year, as BLS counts them
WELL_PAID, SIX = 80_000, 100_000
FAST = 5  # percent in ten years

NOT = r"\b(?:without|no|not|never|skip(?:ping)?|instead of|do(?:n['’]?t| not) (?:want|need|have)|avoid(?:ing)?)\b"
THERE = r"(?: (?:to|go|going|get|getting|having|needing|want|have|need|need(?:s|ed)?|any|a|an|the|my|more|wanting))*"
YEARS = r"(?: (?:4|four)[- ]year| bachelor['’]?s?| university| college)"
COLLEGE = re.compile(
    rf"{NOT}{THERE} (?:college|university|higher education)(?! *degree)\b(?: degree)?", re.IGNORECASE
)
DEBT = re.compile(
    rf"{NOT}{THERE} (?:(?:school|student|college) ?)?(?:debts?|loans?)\b|{NOT}{THERE} school(?:ing)?(?= *(?:$|[.,;!?]))",
    re.IGNORECASE,
)
ASSOCIATE = re.compile(
    r"\b(?:associate['’]?s?|two[- ]year|2[- ]year) degree(?= *(?:$|[.,;!?]))", re.IGNORECASE
)
DEGREE = re.compile(rf"{NOT}{THERE}{YEARS}? (?:degree|diploma|bachelor['’]?s)\b", re.IGNORECASE)
AFTER_SCHOOL = re.compile(
    r"\b(?:right |straight )?(?:after|out of|with (?:only |just )?(?:a |my )?) ?high school(?: diploma)?\b",
    re.IGNORECASE,
)
MUCH = r"\d{1,3}(?:,\d{3}|000| ?k\b)?"
HOUR, YEAR = r" ?(?:/|an?|per) ?h(?:ou)?r\b", r"(?:/| an?| per) ?y(?:ea)?r\b"
EARNED = r"(?:at least|over|more than|above|make|making|earn|earning|pay(?:s|ing)?|paid)"
AMOUNT = re.compile(
    rf"\b(?:{EARNED} ?)+\$? ?(?P<much>{MUCH})(?P<hour>{HOUR})?(?:{YEAR})?"
    rf"|\$ ?(?P<bare>{MUCH})(?:(?P<bare_hour>{HOUR})|{YEAR})",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"^\W*(?P<much>(?:\d{2,3},\d{3}|\d{2,3}000|\d{2,3} ?k))\+?(?: a year| per year)?(?: (?:jobs?|careers?|salary|pay))?\W*$",
    re.IGNORECASE,
)
SIX_FIGURES = re.compile(r"\b(?:six|6)[- ]figures?(?: (?:salary|income|jobs?))?\b", re.IGNORECASE)
GROWING = re.compile(
    r"\b(?:fast(?:est)?[- ])?growing (?:jobs?|careers?|fields?|industr(?:y|ies))\b|\b(?:in|high)[- ]demand(?: (?:jobs?|careers?|fields?))?\b",
    re.IGNORECASE,
)
WELL = re.compile(
    r"\b(?:high(?:est|er|ly)?|well|best|top)[- ]pa(?:id|y(?:ing)?)\b|\bpa(?:ys?|ying|id) (?:really |very )?well\b"
    r"|\bhigh salar(?:y|ies)\b",
    re.IGNORECASE,
)
SITTING = re.compile(
    rf"(?:{NOT}|\bcan['’]?t(?: stand)?|\bcannot|\bhate)(?: (?:to|a|want|be))*"
    r" (?:sit(?:ting)?|stuck at a desk|desk jobs?)\b(?: (?:still|down|all day|long|at a desk|behind a desk|in an office))*(?! in (?:class|lectures?|school))",
    re.IGNORECASE,
)
NO_EXPERIENCE = re.compile(
    r"\b(?:no|without(?: any)?) (?:work |prior )?experience(?: needed| required)?\b", re.IGNORECASE
)
APPRENTICES = re.compile(r"\b(?:with |through |by )?(?:an |paid )?apprenticeships?[ .!?]*$", re.IGNORECASE)
UNSAID = (
    (re.compile(r"\bpart[- ]time\b", re.IGNORECASE), "work part time"),
    (
        re.compile(
            r"\b(?:full(?:y|[- ]time)? )?remote(?:ly)?\b|\b(?:work(?:ing)? )?from home\b|\b(?:work(?:ing)?|jobs?|stay(?:ing)?) at home\b|\bat[- ]home jobs?\b|\bwfh\b",
            re.IGNORECASE,
        ),
        "work from home",
    ),
    (
        re.compile(
            r"\b(?:low|no|little|less)[- ]stress\b|\bstress[- ]free\b|\bnot (?:too )?stressful\b",
            re.IGNORECASE,
        ),
        "work without stress",
    ),
    (re.compile(r"\bflexible (?:hours|schedules?|shifts?)\b", re.IGNORECASE), "choose one’s hours"),
    (
        re.compile(
            r"\b(?:no|without|not|never)(?: (?:any|on|work(?:ing)?))* (?:nights?|weekends?|evenings?)\b",
            re.IGNORECASE,
        ),
        "keep nights and weekends free",
    ),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the figures say of one career that wishes ask for; `None` where they say nothing."""

    education: str | None
    training: str | None
    experience: str | None
    pay: int | None
    on_feet: float | None
    growth: float | None

    @classmethod
    def of(cls, career: Occupation) -> "Facts":
        """Those of an occupation."""
        context = career.figures.get("work_context", {"items": {}})["items"]
        standing = [context[each] for each in ON_FEET if each in context]
        entry = career.figures.get("entry", {})
        return cls(
            education=career.entry_education,
            training=entry.get("training"),
            experience=entry.get("experience"),
            pay=career.median_pay,
            on_feet=max(standing, default=None),
            growth=career.change_percent,
        )


@dataclass(frozen=True, slots=True)
class Limit:
    """A wish that leaves careers out: what is said of it, which careers stay, and what to show of one that does."""

    said: str
    keeps: Callable[[Facts], bool]
    why: Callable[[Facts], str]


@dataclass(frozen=True, slots=True)
class Wishes:
    """A text without its wishes, the limits among them, and what is to be said of the others."""

    rest: str
    limits: tuple[Limit, ...]
    unsaid: tuple[str, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """Everything that was understood, in sentences."""
        return (*(each.said for each in self.limits), *self.unsaid)

    def kept(self, facts: Facts) -> bool:
        """Whether a career stays."""
        return all(each.keeps(facts) for each in self.limits)

    def why(self, facts: Facts) -> str:
        """What of a career's figures fits the first limit."""
        return self.limits[0].why(facts)


def read(text: str) -> Wishes:
    """Take the wishes out of a text."""
    limits: list[Limit] = []
    unsaid: list[str] = []
    for wish, made in MADE:
        found = wish.search(text)
        limit = made(found) if found else None
        if found and limit:
            limits.append(limit)
            text = f"{text[: found.start()]} {text[found.end() :]}"
    for wish, what in UNSAID:
        if wish.search(text):
            text = wish.sub(" ", text)
            unsaid.append(
                f"No public figure says in which careers one can {what}. Ask someone who does the work."
            )
    return Wishes(text.strip(), tuple(limits), tuple(unsaid))


def schooling(allowed: Iterable[str], degree: str) -> Limit:
    """Careers usually entered with little schooling."""
    levels = frozenset(allowed)
    said = f"Only careers that people usually enter without {degree}, as BLS sees it."
    return Limit(said, lambda facts: facts.education in levels, lambda facts: facts.education or "")


def associate(_: re.Match[str]) -> Limit:
    """Careers usually entered with two years of college."""
    said = "Only careers that people usually enter with an associate’s degree, as BLS sees it."
    return Limit(said, lambda facts: facts.education == "Associate's degree", lambda _: "associate’s degree")


def paid(least: int) -> Limit:
    """Careers that pay so much."""
    said = f"Only careers with a median pay of at least ${least:,} a year."
    return Limit(said, lambda facts: (facts.pay or 0) >= least, lambda facts: f"${facts.pay or 0:,} a year")


def amount(found: re.Match[str]) -> Limit | None:
    """Careers that pay what was named, by the hour or by the year."""
    named = found.groupdict()
    said = named["much"] or named["bare"]
    hourly = named.get("hour") or named.get("bare_hour")
    much = int(re.sub(r"\D", "", said)) * (1000 if said.lower().endswith("k") else HOURS if hourly else 1)
    return paid(much) if 10_000 <= much < 1_000_000 else None


def growing(_: re.Match[str]) -> Limit:
    """Careers with more jobs to come."""
    said = f"Only careers in which BLS expects at least {FAST} % more jobs within ten years."
    return Limit(
        said,
        lambda facts: (facts.growth or 0) >= FAST,
        lambda facts: f"{facts.growth or 0:+g} % in ten years",
    )


def on_feet(_: re.Match[str]) -> Limit:
    """Careers in which one stands or walks half of the day, or of which that is not known."""
    said = "Only careers in which people stand or walk for at least half of the day, as they told O*NET."
    return Limit(
        said, lambda facts: facts.on_feet is None or facts.on_feet >= HALF, lambda _: "on one’s feet"
    )


def without_experience(_: re.Match[str]) -> Limit:
    """Careers entered without having worked in a related one."""
    said = "Only careers that people usually enter without work experience, as BLS sees it."
    return Limit(said, lambda facts: facts.experience == "None", lambda _: "no experience needed")


def apprenticed(_: re.Match[str]) -> Limit:
    """Careers learned by an apprenticeship."""
    said = "Only careers that people usually learn in an apprenticeship, as BLS sees it."
    return Limit(said, lambda facts: facts.training == "Apprenticeship", lambda _: "apprenticeship")


MADE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Limit | None]], ...] = (
    (COLLEGE, lambda _: schooling(WITHOUT_DEGREE, "a college degree")),
    (DEBT, lambda _: schooling(WITHOUT_DEGREE, "a college degree")),
    (ASSOCIATE, associate),
    (DEGREE, lambda _: schooling(BELOW_BACHELOR, "a bachelor’s degree")),
    (AFTER_SCHOOL, lambda _: schooling(WITHOUT_DEGREE, "a college degree")),
    (AMOUNT, amount),
    (ALONE, amount),
    (SIX_FIGURES, lambda _: paid(SIX)),
    (WELL, lambda _: paid(WELL_PAID)),
    (GROWING, growing),
    (SITTING, on_feet),
    (NO_EXPERIENCE, without_experience),
    (APPRENTICES, apprenticed),
)
