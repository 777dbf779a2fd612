"""Everything that may be known of one occupation, kind by kind."""

from typing import NotRequired, TypedDict


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
    """The national median of one year, in that year's dollars and, where its prices are known, in real ones."""

    year: int
    median: int
    real: int
    top_coded: bool


class PayHistory(TypedDict):
    """Years in rising order; a year whose median was too high to be published is `top_coded`.

    `real` medians are in dollars of the year `dollars_of`, by the Consumer Price Index.
    """

    source: str
    dollars_of: int
    years: list[PayYear]


class Projections(TypedDict, total=False):
    """Jobs (persons) in the first year and projected for the last, change in percent between them, openings a
    year, yearly rates of leaving in percent."""

    source: str
    from_year: int
    to_year: int
    employment: int
    employment_projected: int
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


class Credential(TypedDict, total=False):
    """How much a certification, and having gone through an apprenticeship, matter for doing the job: from 1 (not
    important) to 5 (extremely), as people who hold it or experts rate them. What nobody was asked about is absent.

    `from_specialties`: the mean over the occupation's rated specialties, where its own ratings are not there or not to be shown.
    """

    source: str
    certification: float
    apprenticeship: float
    from_specialties: bool


class Handbook(TypedDict):
    """Where BLS's handbook tells of this career: its page below https://www.bls.gov/ooh/, without “.htm”.

    `licenses`: that page has a section on licenses, certifications, and registrations.
    """

    source: str
    page: str
    licenses: NotRequired[bool]


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
    credential: Credential
    handbook: Handbook
    skills: Skills
    work_context: WorkContext
    interests: Interests
    technologies: Technologies
    related: Related
    programs: Programs
    specialties: Specialties
