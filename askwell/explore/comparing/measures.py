"""The measures of a comparison, each on one scale for all careers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from askwell.explore.career.pay import band, describe, pay_of, pay_scale
from askwell.explore.career.preparation import shares_of
from askwell.explore.career.wording import MISSING, Point, dollars, lowest, rounded, signed, told
from askwell.explore.charts import Label, Scale, bar, scale_over
from askwell.explore.comparing import differences
from askwell.explore.comparing.lanes import Entry, Lane, Measure, Part
from askwell.explore.shape import Attainment, Figures

HOW_MUCH = Scale(0, 100, 20)
ENDS: tuple[Point, ...] = ("p10", "median", "p90")
ROOM_FOR_A_WORD = 25.0
GROUPS = (
    ("high school or less", "high school", "mute", ("less_than_high_school", "high_school")),
    ("some college or an associate degree", "some college", "band", ("some_college", "associate")),
    ("a bachelor’s degree", "bachelor’s", "core", ("bachelor",)),
    ("a graduate degree", "graduate", "bar", ("master", "doctoral")),
)
OF_PAY = ("Lowest tenth under", "Median", "Highest tenth over")
OF_SCHOOLING = ("Share of workers", "High school or less", "Some college", "Bachelor’s", "Graduate")
CONDITIONS = (
    ("feet", "On your feet", "Spend Time Standing", "Time spent standing", "far more standing"),
    ("near", "Close to other people", "Physical Proximity", "From nobody near (0) to nearly touching (100)", "far closer to other people"),
    (
        "outdoors", "Outdoors in any weather", "Outdoors, Exposed to All Weather Conditions",
        "Time outdoors, whatever the weather", "far more time outdoors",
    ),
    ("hours", "Changing hours", "Work Schedules", "From set hours (0) to seasonal work (100)", "far less regular hours"),
)  # fmt: skip


KINDS = {"pay": "pay", "change": "the outlook", "openings": "openings", "schooling": "schooling"}
"""What is left out where it is published for none of the careers, in plain words; beside it, conditions of work."""


def measures(entries: Sequence[Entry], totals: Figures) -> list[Measure]:
    """Every measure on which at least one has a figure; of one career in several places, those that differ by place."""
    careers = [*{entry.soc: entry.anywhere for entry in entries}.values()]
    found = [pay(entries, totals), buys(entries)]
    if len(careers) > 1 or len(entries) == 1:
        found += [change(careers, totals), openings(careers), schooling(careers)]
        found += [condition(careers, *each) for each in CONDITIONS]
    return [_whole(measure) for measure in found if measure is not None]


def _whole(measure: Measure) -> Measure:
    """A measure whose difference in words also says whom it leaves out."""
    names = [lane.name for lane in measure.lanes if not (lane.band or lane.bar or lane.parts)]
    return replace(measure, left_out=differences.left_out(names, among=len(measure.lanes)))


def unknown(found: Sequence[Measure]) -> str:
    """Of careers side by side, what is published for none of them."""
    keys = {measure.key for measure in found}
    missing = [words for key, words in KINDS.items() if key not in keys]
    conditions = [f"“{heading}”" for key, heading, *_ in CONDITIONS if key not in keys]
    together = ["conditions of work"] if len(conditions) == len(CONDITIONS) else conditions
    return differences.unknown([*missing, *together])


def pay(entries: Sequence[Entry], totals: Figures) -> Measure | None:
    """Pay from the lowest-paid to the highest-paid tenth, a year; an hour where nobody's is published otherwise."""
    known = {entry.name: found for entry in entries if (found := pay_of(entry.figures))}
    if not known:
        return None
    hourly = all(by_hour for _, by_hour in known.values())
    drawn = {name: found for name, (found, by_hour) in known.items() if by_hour is hourly}
    scale = scale_over([pay_scale([*drawn.values()]).high], from_zero=True)
    lanes = tuple(_pay_lane(entry, scale, hourly=hourly) for entry in entries)
    medians = [
        (name, value) for name, found in drawn.items() if (value := lowest(found, "median")) is not None
    ]
    bounds = [name for name, found in drawn.items() if "median" not in found]
    unit = "An hour" if hourly else "A year"
    everyone = "" if hourly else f" All occupations: {told(totals.get('pay', {}), 'median')}."
    core = (
        ", the darker part the middle half" if any(lane.band and lane.band.core_x for lane in lanes) else ""
    )
    note = f"{unit}, from the lowest-paid tenth to the highest-paid tenth. The mark is the median{core}.{everyone}"
    says = differences.pay(medians, bounds=bounds, hourly=hourly)
    columns = (unit, *OF_PAY)
    return Measure("pay", "What it pays", note, lanes, says, axis(scale, dollars), columns=columns)


def _pay_lane(entry: Entry, scale: Scale, *, hourly: bool) -> Lane:
    """One career's pay; what is published by the hour alone is drawn only beside others of its kind."""
    found = pay_of(entry.figures)
    if found is None:
        return Lane(entry.name, MISSING)
    pay, by_hour = found
    if by_hour and not hourly:
        return Lane(entry.name, f"{told(pay, 'median', hourly=True)} an hour")
    points = tuple(told(pay, point, hourly=hourly) for point in ENDS)
    drawn = band(entry.name, pay, scale, hourly=hourly)
    words = describe(entry.name, pay, hourly=hourly)
    return Lane(entry.name, told(pay, "median", hourly=hourly), words, band=drawn, points=points)


def buys(entries: Sequence[Entry]) -> Measure | None:
    """What the median buys where it is paid; only where one of them is in a place with prices of its own."""
    if all(entry.prices in {100, None} for entry in entries):
        return None
    known = [(entry.name, value) for entry in entries if (value := _bought(entry)) is not None]
    if not known:
        return None
    scale = scale_over([value for _, value in known], from_zero=True)
    note = "An adjustment, not what is paid: the median, counted at the whole country’s prices."
    beyond = {entry.name for entry in entries if "median" in entry.figures.get("pay", {}).get("at_least", {})}
    lanes = tuple(
        replace(lane, value="Too high to be published") if lane.name in beyond else lane
        for lane in _bars(entries, _bought, scale, words=dollars)
    )
    says = "" if beyond else differences.buys(known)
    return Measure("buys", "What the pay buys there", note, lanes, says)


def _bought(entry: Entry) -> float | None:
    found = pay_of(entry.figures)
    median = found[0].get("median") if found and not found[1] else None
    return None if median is None or entry.prices is None else round(median * 100 / entry.prices, -1)


def change(entries: Sequence[Entry], totals: Figures) -> Measure | None:
    """Projected change in jobs, in percent over ten years."""
    known = [(entry.name, value) for entry in entries if (value := _projected(entry)) is not None]
    if not known:
        return None
    everyone = totals.get("projections", {})
    overall = everyone.get("change_percent")
    values = [value for _, value in known]
    scale = scale_over(values if overall is None else [*values, overall], from_zero=True)
    span = f", {everyone['from_year']} to {everyone['to_year']}" if "to_year" in everyone else ", projected"
    note = f"Change in jobs{span}."
    if overall is not None:
        note += f" The upright line is all occupations, {signed(overall)}."
    lanes = _bars(entries, _projected, scale, words=signed, tick=overall)
    return Measure("change", "Where it is heading", note, lanes, differences.change(known, overall))


def _projected(entry: Entry) -> float | None:
    return entry.figures.get("projections", {}).get("change_percent")


def openings(entries: Sequence[Entry]) -> Measure | None:
    """Openings a year, growth and replacement together."""
    known = [(entry.name, value) for entry in entries if (value := entry.openings) is not None]
    scale = scale_over([value for _, value in known], from_zero=True) if known else HOW_MUCH
    bars = _bars(entries, attrgetter("openings"), scale, words=rounded)
    lanes = tuple(map(_openings_lane, entries, bars))
    if all(lane.value == MISSING for lane in lanes):
        return None
    note = "Growth and replacement together. A small field can pay well and still be hard to get into."
    return Measure("openings", "Openings a year", note, lanes, differences.openings(known))


def _openings_lane(entry: Entry, lane: Lane) -> Lane:
    """A career whose openings are counted with others' has no bar, only their number."""
    counted = entry.figures.get("projections", {}).get("openings") if entry.together else None
    return lane if counted is None else replace(lane, value=f"{rounded(counted)} in its group")


def condition(
    entries: Sequence[Entry], key: str, heading: str, name: str, note: str, more: str
) -> Measure | None:
    """One condition of work, 0 to 100."""

    def value_of(entry: Entry) -> float | None:
        return entry.figures["work_context"]["items"].get(name) if "work_context" in entry.figures else None

    known = [(entry.name, value) for entry in entries if (value := value_of(entry)) is not None]
    if not known:
        return None
    ends = "" if "0" in note else ", 0 (never) to 100 (all the time)"
    lanes = _bars(entries, value_of, HOW_MUCH, words=lambda value: f"{value:.0f}")
    return Measure(key, heading, f"{note}{ends}.", lanes, differences.condition(known, more=more))


def _bars(
    entries: Iterable[Entry],
    value_of: Callable[[Entry], float | None],
    scale: Scale,
    *,
    words: Callable[[float], str],
    tick: float | None = None,
) -> tuple[Lane, ...]:
    lanes = []
    for entry in entries:
        value = value_of(entry)
        if value is None:
            lanes.append(Lane(entry.name, MISSING))
        else:
            drawn = bar(entry.name, words(value), value, scale, tick=tick)
            lanes.append(Lane(entry.name, drawn.value, bar=drawn))
    return tuple(lanes)


def schooling(entries: Sequence[Entry]) -> Measure | None:
    """Highest schooling of the people who do the work, as shares of a hundred."""
    usual = {entry.name: level for entry in entries if (level := most_common(entry.figures))}
    if not usual:
        return None
    note = "Highest schooling of workers aged 25 and over, from high school or less (left) to a graduate degree (right)."
    lanes = tuple(_schooling_lane(entry) for entry in entries)
    levels = {name: level for name, (level, _) in usual.items()}
    shown = tuple(Label(f"{at}%", at, anchor) for at, anchor in ((0, "start"), (50, "middle"), (100, "end")))
    says = differences.schooling(levels)
    return Measure("schooling", "What it takes", note, lanes, says, shown, columns=OF_SCHOOLING)


def most_common(figures: Figures) -> tuple[str, float] | None:
    """The most common group of schooling, and its share in percent."""
    shares = group_shares(figures.get("attainment"))
    if not shares:
        return None
    best = max(range(len(GROUPS)), key=lambda at: shares[at])
    return GROUPS[best][0], shares[best]


def group_shares(attainment: Attainment | None) -> list[float]:
    """Shares of the four groups in percent; empty when they are not published."""
    known = shares_of(attainment) if attainment else {}
    return [sum(known.get(level, 0) for level in levels) for *_, levels in GROUPS] if known else []


def _schooling_lane(entry: Entry) -> Lane:
    shares = group_shares(entry.figures.get("attainment"))
    if not shares:
        return Lane(entry.name, MISSING)
    parts, x, total = [], 0.0, sum(shares)
    for (_, word, fill, _), share in zip(GROUPS, shares, strict=True):
        width = 100 * share / total
        drawn = round(max(0.0, width - 0.4), 1)
        parts.append(Part(round(x, 1), drawn, fill, word if drawn >= ROOM_FOR_A_WORD else ""))
        x += width
    best = max(range(len(GROUPS)), key=lambda at: shares[at])
    points = tuple(f"{share:.1f}%" for share in shares)
    said = ", ".join(f"{name} {point}" for (name, *_), point in zip(GROUPS, points, strict=True))
    value = f"{shares[best]:.0f}% {GROUPS[best][1]}"
    return Lane(entry.name, value, f"{entry.name}: {said}", parts=tuple(parts), points=points)


def axis(scale: Scale, words: Callable[[float], str]) -> tuple[Label, ...]:
    """Names for at most four round values of a scale."""
    ticks = scale.ticks()
    ticks = ticks[:: 1 if len(ticks) <= 4 else 2]
    anchors = {0.0: "start", 100.0: "end"}
    return tuple(
        Label(words(tick), at, anchors.get(at, "middle")) for tick in ticks for at in [scale.at(tick)]
    )
