"""The shapes of what the pack holds: occupations, their figures, titles, and where each came from.

A figure that its source does not give is absent (a missing key, or `None` for a headline field);
it is never zero. Money is in whole US dollars a year unless the name says hourly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict


class Pay(TypedDict, total=False):
    """What half of the workers and the tenths and quarters at either end earn.

    `at_least` holds what is known only as a lower bound (a wage too high to be published):
    name of the percentile -> the bound. A percentile stands either here or above, never in both.
    """

    p10: float
    p25: float
    median: float
    p75: float
    p90: float
    mean: float
    at_least: dict[str, float]


class NationalPay(Pay, total=False):
    """Pay in the whole country; `hourly` is there only where no yearly pay is published."""

    source: str
    employment: int
    hourly: Pay


class StatePay(Pay, total=False):
    """Pay in one state: p10, median, p90 (or bounds) and jobs."""

    employment: int


class PayByState(TypedDict):
    """States by postal code ("OH"); a state without any published figure is absent."""

    source: str
    states: dict[str, StatePay]


class PayYear(TypedDict, total=False):
    """The national median of one year, in that year's dollars and in dollars of 2025."""

    year: int
    median: int
    median_2025_dollars: int
    top_coded: bool


class PayHistory(TypedDict):
    """Years in rising order; a year whose median was too high to be published is `top_coded`."""

    source: str
    years: list[PayYear]


class Projections(TypedDict, total=False):
    """Jobs (persons), change in percent, openings a year, yearly rates of leaving in percent."""

    source: str
    employment_2024: int
    employment_2034: int
    change: int
    change_percent: float
    openings: int
    self_employed_percent: float
    exit_rate: float
    transfer_rate: float


class Entry(TypedDict, total=False):
    """What is usual to enter, in BLS's own words ("None" means that none is needed); else absent."""

    source: str
    education: str
    experience: str
    training: str


class Attainment(TypedDict, total=False):
    """Workers aged 25 and over by highest schooling, in percent.

    `approximate`: the survey's group of occupations is not an exact match.
    """

    source: str
    approximate: bool
    less_than_high_school: float
    high_school: float
    some_college: float
    associate: float
    bachelor: float
    master: float
    doctoral: float


class StandsOut(TypedDict):
    """A skill or a field of knowledge that matters far more here than in the average job.

    `score` is the distance from the average over all occupations in standard deviations.
    """

    name: str
    kind: str
    importance: float
    average: float
    score: float


class Skills(TypedDict):
    """Importance from 1 to 5 by name; `stands_out` has at most eight, furthest first.

    `from_specialties`: the mean over the occupation's rated specialties, which alone were rated.
    """

    source: str
    skill: dict[str, float]
    knowledge: dict[str, float]
    stands_out: NotRequired[list[StandsOut]]
    from_specialties: NotRequired[bool]


class WorkContext(TypedDict):
    """Conditions of work by name, from 0 (never) to 100 (all the time)."""

    source: str
    items: dict[str, float]


class Interests(TypedDict, total=False):
    """Occupational interests, 1 to 7 each; `code` names the high points, e.g. "IAC"."""

    source: str
    code: str
    realistic: float
    investigative: float
    artistic: float
    social: float
    enterprising: float
    conventional: float


class Technology(TypedDict):
    """A technology used; `in_demand`: often asked for in postings of this very occupation."""

    name: str
    hot: bool
    in_demand: bool


class Technologies(TypedDict):
    """At most twenty: those in demand first, then the hot ones."""

    source: str
    items: list[Technology]


class Link(TypedDict):
    """Another occupation."""

    soc: str
    title: str


class Related(TypedDict):
    """At most ten related occupations, nearest first."""

    source: str
    items: list[Link]


class Program(TypedDict):
    """A program of study by its national code."""

    cip: str
    title: str


class Programs(TypedDict):
    """Programs of study that lead here, in the order of their codes."""

    source: str
    items: list[Program]


class Specialty(TypedDict):
    """A finer O*NET occupation inside this one; it has no pay figures of its own."""

    code: str
    title: str
    job_zone: NotRequired[int]


class Specialties(TypedDict):
    """The finer O*NET occupations inside this one."""

    source: str
    items: list[Specialty]


class JobZone(TypedDict):
    """How much preparation is needed, from 1 (little) to 5 (extensive)."""

    source: str
    zone: int


class Figures(TypedDict, total=False):
    """Everything known of one occupation; `source` in each kind is a key of the manifest."""

    pay: NationalPay
    pay_by_state: PayByState
    pay_history: PayHistory
    projections: Projections
    entry: Entry
    attainment: Attainment
    job_zone: JobZone
    skills: Skills
    work_context: WorkContext
    interests: Interests
    technologies: Technologies
    related: Related
    programs: Programs
    specialties: Specialties


@dataclass(frozen=True, slots=True)
class Occupation:
    """A career as the public figures know it: one SOC 2018 detailed occupation.

    `figures_soc` is the code under which BLS publishes its pay and projections: the same as
    `soc`, or that of a broader group, whose title is then `figures_title`, or `None`. Headline
    fields repeat what stands in `figures`: `median_pay` is the yearly median (May 2025),
    `employment` the jobs of 2024, `change_percent` and `openings` (a year) run to 2034.
    """

    soc: str
    title: str
    group: str
    group_soc: str
    figures_soc: str | None
    figures_title: str | None
    employment: int | None
    median_pay: int | None
    change_percent: float | None
    openings: int | None
    entry_education: str | None
    job_zone: int | None
    figures: Figures


@dataclass(frozen=True, slots=True)
class Title:
    """One of the names an occupation goes by.

    `kind` is "official", "specialty" (an O*NET occupation), "reported" (by people who hold the
    job), "alternate" or "short".
    """

    soc: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory; `price_parity` is the price level, 100 in the whole country."""

    code: str
    name: str
    price_parity: float | None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read: path inside the release folder, and SHA-256 of its bytes."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Source:
    """A release that figures came from; `retrieved` is an ISO date."""

    key: str
    name: str
    release: str
    publisher: str
    licence: str
    url: str
    retrieved: str
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the pack is made of: sources by key, and the SHA-256 of each member."""

    version: int
    sources: Mapping[str, Source]
    members: Mapping[str, str]

    def as_json(self) -> dict[str, Any]:
        """The manifest in plain values, as it is written into the pack."""
        return {
            "version": self.version,
            "sources": {key: source_as_json(source) for key, source in self.sources.items()},
            "members": dict(self.members),
        }


def source_as_json(source: Source) -> dict[str, Any]:
    """A source in plain values."""
    plain = {name: getattr(source, name) for name in Source.__slots__ if name not in {"key", "files"}}
    return plain | {"files": {file.path: file.sha256 for file in source.files}}


def source_from_json(key: str, plain: Mapping[str, Any]) -> Source:
    """The source that `source_as_json` wrote."""
    files = tuple(SourceFile(path, sha) for path, sha in plain["files"].items())
    return Source(key=key, **{**plain, "files": files})
