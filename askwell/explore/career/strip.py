"""The strip of four figures that answers in five seconds."""

from dataclasses import dataclass

from askwell.explore.career.pay import pay_of
from askwell.explore.career.wording import MISSING, WAYS_IN, lowest, rounded, signed, told
from askwell.explore.shape import Figures


@dataclass(frozen=True, slots=True)
class Figure:
    """A name, a figure, and what it is measured in or against."""

    name: str
    value: str
    note: str


def strip(figures: Figures, totals: Figures, *, pay_release: str) -> tuple[Figure, ...]:
    """Pay, outlook, openings, way in; `pay_release` says when pay was counted, as "May 2025"."""
    return (_pay(figures, pay_release), _change(figures, totals), _openings(figures), _way_in(figures))


def _pay(figures: Figures, release: str) -> Figure:
    found = pay_of(figures)
    if found is None:
        return Figure("Median pay", MISSING, "for this career")
    pay, hourly = found
    unit = "an hour" if hourly else "a year"
    if "median" in pay:
        return Figure("Half earn more than", told(pay, "median", hourly=hourly), f"{unit}, {release}")
    bound = told({"median": lowest(pay, "median") or 0}, "median", hourly=hourly)
    return Figure("Half earn at least", bound, f"{unit}, {release}; too high to be published")


def _change(figures: Figures, totals: Figures) -> Figure:
    projected = figures.get("projections", {})
    if "change_percent" not in projected:
        return Figure("Change in jobs", MISSING, "for this career")
    overall = totals.get("projections", {}).get("change_percent")
    note = "" if overall is None else f"all occupations {signed(overall)}"
    return Figure(f"Jobs by {projected['to_year']}", signed(projected["change_percent"]), note)


def _openings(figures: Figures) -> Figure:
    projected = figures.get("projections", {})
    openings = projected.get("openings")
    if openings is None:
        return Figure("Openings a year", MISSING, "for this career")
    return Figure("Openings a year", rounded(openings), f"on average, to {projected['to_year']}")


def _way_in(figures: Figures) -> Figure:
    usual = WAYS_IN.get(figures.get("entry", {}).get("education", ""))
    if usual is None:
        return Figure("Usual way in", MISSING, "for this career")
    return Figure("Usual way in", usual.short, usual.note)
