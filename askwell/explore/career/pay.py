"""What a career pays: bars against all occupations, a table, the highest state, and what inflation left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from askwell.explore.career.wording import MISSING, POINTS, dollars, listed, lowest, told
from askwell.explore.charts import Label, Scale, end_labels, label, scale_over
from askwell.explore.shape import Figures, Pay, PayHistory, PayYear
from askwell.lib.titles import with_article

SHORT = 24
STEADY = 2.0
LONG_ENOUGH = 3
FEW = 3
MANY_ON_THEIR_OWN = 10


@dataclass(frozen=True, slots=True)
class Band:
    """One bar: the lowest-paid tenth to the highest-paid tenth, its middle half, its median, in percent."""

    title: Label
    ends: tuple[Label, ...]
    x: float | None
    width: float
    core_x: float | None
    core_width: float
    mark: float | None


@dataclass(frozen=True, slots=True)
class StatePay:
    """The best-paid of so many states: its median, prices there and what it buys, and whose median is too high to know."""

    of: int
    name: str
    amount: str
    prices: str
    buys: str
    unknown: str


@dataclass(frozen=True, slots=True)
class PayFacts:
    """Everything the page says on pay; `rows` are point, here, all occupations."""

    unit: str
    headline: str
    description: str
    rows: tuple[tuple[str, str, str], ...]
    here: Band | None
    everyone: Band | None
    highest: StatePay | None
    trend: str
    leaves_out: str

    @property
    def hourly(self) -> bool:
        """Whether pay is published by the hour only."""
        return self.unit == "an hour"


@dataclass(frozen=True, slots=True)
class Moved:
    """By how many percent the median rose or fell after inflation; `to_date` where nothing newer is published."""

    since: int
    until: int
    percent: float
    to_date: bool


def pay_of(figures: Figures) -> tuple[Pay, bool] | None:
    """The pay that is published, and whether it is by the hour; None when nothing is."""
    yearly = figures.get("pay")
    if yearly is None:
        return None
    if lowest(yearly, "median") is not None:
        return yearly, False
    return (yearly["hourly"], True) if "hourly" in yearly else None


def pay_facts(
    title: str, figures: Figures, totals: Figures, states: Mapping[str, Mapping[str, Any]]
) -> PayFacts | None:
    """What an occupation pays; `totals` are the figures of all occupations; None when nothing is published."""
    found = pay_of(figures)
    if found is None:
        return None
    pay, hourly = found
    everyone = totals.get("pay", {})
    name = title if len(title) <= SHORT else "This career"
    scale = pay_scale([pay] if hourly else [pay, everyone])
    return PayFacts(
        unit="an hour" if hourly else "a year",
        headline=told(pay, "median", hourly=hourly),
        description=describe(title, pay, hourly=hourly),
        rows=tuple(
            (words, told(pay, point, hourly=hourly), MISSING if hourly else told(everyone, point))
            for point, words in POINTS.items()
        ),
        here=band(name, pay, scale, hourly=hourly),
        everyone=None if hourly else band("All occupations", everyone, scale),
        highest=None if hourly else highest_state(figures, states),
        trend=trend(figures.get("pay_history")),
        leaves_out=left_out(figures),
    )


def left_out(figures: Figures) -> str:
    """Whose income pay does not count, where they are many."""
    share = figures.get("projections", {}).get("self_employed_percent", 0)
    if share < MANY_ON_THEIR_OWN:
        return ""
    return f"Pay counts wages and salaries: what the {share:.0f}% who work for themselves take home is not in it."


def pay_scale(pays: list[Pay]) -> Scale:
    """The scale that holds every published point."""
    points = [value for pay in pays for point in POINTS if (value := lowest(pay, point)) is not None]
    return scale_over(points)


def band(name: str, pay: Pay, scale: Scale, *, hourly: bool = False) -> Band:
    """The bar of one occupation; a top that is too high to be published runs to the edge."""
    low, high = pay.get("p10"), pay.get("p90")
    x = None if low is None else scale.at(low)
    end = 100.0 if high is None else scale.at(high)
    core = [scale.at(pay["p25"]), scale.at(pay["p75"])] if "p25" in pay and "p75" in pay else None
    title = f"{name}, median {told(pay, 'median', hourly=hourly)}"
    mark = scale.at(pay["median"]) if "median" in pay else None
    return Band(
        title=label(title, 50 if mark is None else mark),
        ends=() if x is None else _ends(pay, x, end, hourly=hourly),
        x=x,
        width=0 if x is None else round(end - x, 1),
        core_x=core[0] if core else None,
        core_width=round(core[1] - core[0], 1) if core else 0,
        mark=mark,
    )


def _ends(pay: Pay, x: float, end: float, *, hourly: bool) -> tuple[Label, ...]:
    low = Label(told(pay, "p10", hourly=hourly), x)
    return end_labels(low, Label(told(pay, "p90", hourly=hourly), end))


def describe(title: str, pay: Pay, *, hourly: bool = False) -> str:
    """The bar in words, for those who can't see it."""
    known = {point: told(pay, point, hourly=hourly) for point in POINTS}
    under = {point: "" if point in pay.get("at_least", {}) else "under " for point in POINTS}
    over = "" if "p90" in pay.get("at_least", {}) else "over "
    return (
        f"{title}: the lowest-paid tenth earn {under['p10']}{known['p10']}, "
        f"half earn {under['median']}{known['median']}, the highest-paid tenth earn {over}{known['p90']}."
    )


def highest_state(figures: Figures, states: Mapping[str, Mapping[str, Any]]) -> StatePay | None:
    """The state with the highest published median; None where none has one."""
    by_state = figures["pay_by_state"]["states"] if "pay_by_state" in figures else {}
    medians = {code: pay["median"] for code, pay in by_state.items() if "median" in pay}
    if not medians:
        return None
    code = max(medians, key=lambda each: medians[each])
    state = states.get(code, {})
    parity = state.get("price_parity")
    hidden = [
        with_article(states.get(each, {}).get("name", each))
        for each, pay in by_state.items()
        if "median" in pay.get("at_least", {})
    ]
    return StatePay(
        len(medians),
        with_article(state.get("name", code)),
        told(by_state[code], "median"),
        prices(parity),
        "" if parity is None else dollars(round(medians[code] * 100 / parity, -1)),
        too_high(hidden),
    )


def too_high(names: list[str]) -> str:
    """The states whose median is too high to be published."""
    if not names:
        return ""
    where = listed(names) if len(names) <= FEW else f"{len(names)} states"
    return f"In {where} the median is too high to be published."


def prices(parity: float | None) -> str:
    """How a state's prices compare with the country's, which are 100."""
    if parity is None:
        return ""
    if abs(parity - 100) < 1:
        return "where prices are about as high as in the whole country"
    way = "above" if parity > 100 else "below"
    return f"where prices are {abs(parity - 100):.0f}% {way} the country’s average"


def moved(history: PayHistory | None) -> Moved | None:
    """What became of the median after inflation; None where too little is known, or a year was too high to know."""
    years = history["years"] if history else []
    known = [year for year in years if "real" in year]
    if _too_high(years) or not known or known[-1]["year"] - known[0]["year"] < LONG_ENOUGH:
        return None
    first, last = known[0], known[-1]
    return Moved(first["year"], last["year"], 100 * (last["real"] / first["real"] - 1), last is years[-1])


def trend(history: PayHistory | None) -> str:
    """What became of the median after inflation, in one sentence; empty when too little is known."""
    if history and _too_high(history["years"]):
        return "In some years the median was too high to be published, so its course over time is not known."
    found = moved(history)
    if found is None:
        return ""
    which = "is" if found.to_date else f"of {found.until} is"
    if abs(found.percent) < STEADY:
        return f"After inflation, the median {which} about where it was in {found.since}."
    way = "up" if found.percent > 0 else "down"
    return f"After inflation, the median {which} {way} {abs(found.percent):.0f}% since {found.since}."


def _too_high(years: Sequence[PayYear]) -> bool:
    return any(year.get("top_coded") for year in years)
