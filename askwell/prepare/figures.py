"""The public figures on one occupation that questions and starting beliefs are drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from askwell.explore.career.pay import moved
from askwell.explore.career.work import is_everywhere
from askwell.lib.titles import with_article

if TYPE_CHECKING:
    from askwell.explore.shape import Figures

YEARS_OF_SCHOOL = {
    "No formal educational credential": 0,
    "High school diploma or equivalent": 0,
    "Some college, no degree": 1,
    "Postsecondary nondegree award": 1,
    "Associate's degree": 2,
    "Bachelor's degree": 4,
    "Master's degree": 6,
    "Doctoral or professional degree": 8,
}
"""Years after high school that the usual way in takes, by BLS's words; the usual length, full time."""

OUTDOORS = "Outdoors, Exposed to All Weather Conditions"
STANDING = "Spend Time Standing"
WALKING = "Spend Time Walking or Running"
BENDING = "Spend Time Bending or Twisting Your Body"
NEARNESS = "Physical Proximity"
SCHEDULES = "Work Schedules"
LONG_WEEKS = "Duration of Typical Work Week"
EMAIL = "E-Mail"
HAZARDS = "Exposed to Hazardous Conditions"
EQUIPMENT = "Exposed to Hazardous Equipment"
INFECTION = "Exposed to Disease or Infections"

TERRITORIES = frozenset({"GU", "PR", "VI"})
FAR = 1.0
"""How many standard deviations from the average job a skill must be to be asked about."""
BELOW_BACHELOR = ("less_than_high_school", "high_school", "some_college", "associate")
GRADUATE = ("master", "doctoral")
LEVELS = (*BELOW_BACHELOR, "bachelor", *GRADUATE)


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """Plain numbers on one occupation; what was not published is None, empty, or absent from `context`.

    Pay is in dollars a year; `where` says where it is counted ("in Ohio"), empty for the whole country;
    `pay_percentile` (0 to 100) is where the median stands among all occupations, in what it buys there when
    `in_local_prices`. Changes are percent over the ten projected years, `real_change` percent after inflation since
    `since`; `openings` a year; shares and yearly rates of leaving in percent; `context` holds O*NET work context by
    its published name, 0 (never) to 100 (all the time). `stands_out` names skills far above the average job.
    `counted_as` names the broader group whose pay, jobs and schooling these are; empty where they are its own.
    """

    median_pay: float | None = None
    low_pay: float | None = None
    high_pay: float | None = None
    pay_is_bound: bool = False
    hourly_only: bool = False
    pay_percentile: float | None = None
    where: str = ""
    in_local_prices: bool = False
    real_change: float | None = None
    since: int | None = None
    states: int | None = None
    state_ratio: float | None = None
    best_state: str = ""
    worst_state: str = ""
    change_percent: float | None = None
    change_percent_all: float | None = None
    openings: int | None = None
    jobs: int | None = None
    exit_rate: float | None = None
    transfer_rate: float | None = None
    self_employed_share: float | None = None
    entry_education: str = ""
    experience: str = ""
    training: str = ""
    job_zone: int | None = None
    below_bachelor_share: float | None = None
    bachelor_share: float | None = None
    graduate_share: float | None = None
    largest_share: float | None = None
    programs: int = 0
    specialties: int = 0
    in_demand: tuple[str, ...] = ()
    stands_out: frozenset[str] = frozenset()
    context: Mapping[str, float] = field(default_factory=dict)
    counted_as: str = ""

    @property
    def school_years(self) -> int | None:
        """Years of school after high school that the usual way in takes; None when not published."""
        return YEARS_OF_SCHOOL.get(self.entry_education)

    @property
    def pay_ratio(self) -> float | None:
        """How many times the lowest-paid tenth's pay the best-paid tenth earns."""
        return self.high_pay / self.low_pay if self.high_pay and self.low_pay else None

    @property
    def low_share(self) -> float | None:
        """How many times the lowest-paid tenth's pay the median is."""
        return self.median_pay / self.low_pay if self.median_pay and self.low_pay else None

    @property
    def growth_ahead(self) -> float | None:
        """By how many points jobs grow more than all occupations do."""
        known = self.change_percent is not None and self.change_percent_all is not None
        return self.change_percent - self.change_percent_all if known else None  # type: ignore[operator]  # both are known

    @property
    def fall(self) -> float:
        """The projected fall of jobs in percent, as a positive number."""
        return round(-(self.change_percent or 0), 1)

    @property
    def leaving(self) -> str:
        """How many of 100 change to other work in a year, in words."""
        return f"about {self.transfer_rate:.0f}" if (self.transfer_rate or 0) >= 1 else "fewer than one"

    @property
    def real_loss(self) -> float:
        """The fall of the median after inflation in percent, as a positive number."""
        return -(self.real_change or 0)

    @property
    def few_states(self) -> str:
        """In how many states pay is published."""
        return "one state" if self.states == 1 else f"{self.states} states"

    @property
    def millions(self) -> float:
        """Jobs in millions."""
        return (self.jobs or 0) / 1_000_000

    @property
    def there(self) -> str:
        """Where pay is counted, to follow a word: “ in Ohio”."""
        return f" {self.where}" if self.where else ""

    @property
    def two_tools(self) -> str:
        """The first two technologies that postings ask for."""
        return ", ".join(self.in_demand[:2])

    @property
    def more_tools(self) -> int:
        """How many technologies postings ask for besides those two."""
        return len(self.in_demand) - 2


def of(
    figures: "Figures",
    *,
    pay_percentile: float | None = None,
    change_percent_all: float | None = None,
    state_names: Mapping[str, str] | None = None,
    where: str = "",
    in_local_prices: bool = False,
) -> PublicFigures:
    """Read an occupation's figures as the pack holds them; what they are held against is the caller's."""
    projected = figures.get("projections", {})
    entry = figures.get("entry", {})
    return PublicFigures(
        **_pay(figures),
        **_states(figures, state_names or {}),
        **_schooling(figures),
        **_work(figures),
        pay_percentile=pay_percentile,
        where=where,
        in_local_prices=in_local_prices,
        change_percent=projected.get("change_percent"),
        change_percent_all=change_percent_all,
        openings=projected.get("openings"),
        jobs=projected.get("employment"),
        exit_rate=projected.get("exit_rate"),
        transfer_rate=projected.get("transfer_rate"),
        self_employed_share=projected.get("self_employed_percent"),
        entry_education=entry.get("education", ""),
        experience=entry.get("experience", ""),
        training=entry.get("training", ""),
    )


def _pay(figures: "Figures") -> dict[str, Any]:
    pay = figures.get("pay", {})
    return {
        "median_pay": pay.get("median"),
        "low_pay": pay.get("p10"),
        "high_pay": pay.get("p90"),
        "pay_is_bound": "median" in pay.get("at_least", {}),
        "hourly_only": "hourly" in pay,
        **_moved(figures),
    }


def _moved(figures: "Figures") -> dict[str, Any]:
    """What became of the median after inflation, where it is known to the newest year."""
    found = moved(figures.get("pay_history"))
    return {"real_change": found.percent, "since": found.since} if found and found.to_date else {}


def _states(figures: "Figures", names: Mapping[str, str]) -> dict[str, Any]:
    """In how many states pay is published, and how far the best is from the worst."""
    held = figures["pay_by_state"]["states"] if "pay_by_state" in figures else {}
    medians = {
        code: pay["median"] for code, pay in held.items() if "median" in pay and code not in TERRITORIES
    }
    if len(medians) < 2 or len(medians) < len(set(held) - TERRITORIES):
        return {"states": len(held) or None}
    best, worst = max(medians, key=medians.__getitem__), min(medians, key=medians.__getitem__)
    return {
        "states": len(held),
        "state_ratio": medians[best] / medians[worst],
        "best_state": with_article(names.get(best, best)),
        "worst_state": with_article(names.get(worst, worst)),
    }


def _schooling(figures: "Figures") -> dict[str, Any]:
    """Shares of workers by schooling, in percent; none where one level is not published, or others are counted in."""
    held: dict[str, Any] = dict(figures.get("attainment", {}))
    held = {} if held.get("approximate") else held
    zone = {"job_zone": figures["job_zone"]["zone"]} if "job_zone" in figures else {}
    graduates = (
        {} if any(level not in held for level in GRADUATE) else {"graduate_share": _sum(held, GRADUATE)}
    )
    if any(level not in held for level in LEVELS):
        return zone | graduates
    return (
        zone
        | graduates
        | {
            "below_bachelor_share": _sum(held, BELOW_BACHELOR),
            "bachelor_share": held["bachelor"] + _sum(held, GRADUATE),
            "largest_share": max(held[level] for level in LEVELS),
        }
    )


def _sum(shares: Mapping[str, float], levels: tuple[str, ...]) -> float:
    return sum(shares[level] for level in levels)


def _work(figures: "Figures") -> dict[str, Any]:
    technologies = figures["technologies"]["items"] if "technologies" in figures else []
    skills = figures["skills"].get("stands_out", []) if "skills" in figures else []
    return {
        "programs": len(figures["programs"]["items"]) if "programs" in figures else 0,
        "specialties": len(figures["specialties"]["items"]) if "specialties" in figures else 0,
        "in_demand": tuple(
            sorted((each["name"] for each in technologies if each["in_demand"]), key=is_everywhere)
        ),
        "stands_out": frozenset(each["name"] for each in skills if each["score"] >= FAR),
        "context": figures["work_context"]["items"] if "work_context" in figures else {},
    }
