"""Occupations with their headline figures, the names they go by, and what to study for them."""

from dataclasses import dataclass

from askwell.explore.shape.figures import Figures


@dataclass(frozen=True, slots=True)
class Occupation:
    """A career as the public figures know it: one SOC 2018 detailed occupation.

    `figures_soc` is the code under which BLS publishes its pay and projections: the same as
    `soc`, or that of a broader group, whose title is then `figures_title`, or `None`. Headline
    fields repeat what stands in `figures`: `median_pay` is the yearly median,
    `employment` the jobs in the first projected year; `change_percent` and `openings` (a year) run to the last.
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
class Major:
    """A program of study by its national code, its field, and the careers it prepares for, by their codes."""

    cip: str
    title: str
    field: str
    socs: tuple[str, ...]
