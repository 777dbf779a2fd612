"""The public figures on one occupation that questions and starting beliefs are drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
NEARNESS = "Physical Proximity"
SCHEDULES = "Work Schedules"


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """Plain numbers on one occupation; what was not published is None, or absent from `context`.

    `pay_percentile` (0 to 100) is where the median pay stands among all occupations; changes are
    percent over the ten projected years; `openings` a year; shares in percent; pay in dollars a
    year; `where` says where pay is counted, empty for the whole country; `context` holds O*NET work context by its published name, 0 (never) to 100 (all the time).
    """

    median_pay: float | None = None
    low_pay: float | None = None
    high_pay: float | None = None
    pay_percentile: float | None = None
    where: str = ""
    change_percent: float | None = None
    change_percent_all: float | None = None
    openings: int | None = None
    jobs: int | None = None
    entry_education: str = ""
    training: str = ""
    graduate_share: float | None = None
    self_employed_share: float | None = None
    context: Mapping[str, float] = field(default_factory=dict)

    @property
    def school_years(self) -> int | None:
        """Years of school after high school that the usual way in takes; None when not published."""
        return YEARS_OF_SCHOOL.get(self.entry_education)


def of(
    figures: "Figures",
    *,
    pay_percentile: float | None = None,
    change_percent_all: float | None = None,
    where: str = "",
) -> PublicFigures:
    """Read an occupation's figures as the pack holds them; the two comparisons are the caller's."""
    pay = figures.get("pay", {})
    projected = figures.get("projections", {})
    entry = figures.get("entry", {})
    return PublicFigures(
        median_pay=pay.get("median"),
        low_pay=pay.get("p10"),
        high_pay=pay.get("p90"),
        pay_percentile=pay_percentile,
        where=where,
        change_percent=projected.get("change_percent"),
        change_percent_all=change_percent_all,
        openings=projected.get("openings"),
        jobs=projected.get("employment_2024"),
        entry_education=entry.get("education", ""),
        training=entry.get("training", ""),
        graduate_share=_graduate_share(figures),
        self_employed_share=projected.get("self_employed_percent"),
        context=figures["work_context"]["items"] if "work_context" in figures else {},
    )


def _graduate_share(figures: "Figures") -> float | None:
    """Workers with a master's or a doctoral degree, in percent."""
    shares = figures.get("attainment", {})
    if "master" not in shares or "doctoral" not in shares:
        return None
    return shares["master"] + shares["doctoral"]
