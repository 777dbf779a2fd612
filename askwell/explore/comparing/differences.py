"""Differences in words, by rule: who is first, by how much, and when it is too little to say."""

from collections.abc import Collection, Mapping, Sequence

from askwell.explore.career.wording import dollars, listed, signed

ALIKE = 0.05
FAR_APART = 20
MANY_TIMES = TWICE = 2

Named = Sequence[tuple[str, float]]


def ends(known: Named) -> tuple[tuple[str, float], tuple[str, float]]:
    """The highest and the lowest, each with its name, or the names of all that share it."""
    return _all_at(known, max(value for _, value in known)), _all_at(known, min(value for _, value in known))


def _all_at(known: Named, value: float) -> tuple[str, float]:
    first, *others = [name for name, each in known if each == value]
    return listed([first, *map(quoted, others)]), value


def alike_in_dollars(most: float, least: float) -> bool:
    """Whether two amounts are too near to each other to call one more."""
    return most - least < ALIKE * most


def alike_in_growth(most: float, least: float) -> bool:
    """Whether two projections, in percent, are too near to each other to call one faster."""
    return most - least < 1


def alike_in_openings(most: float, least: float) -> bool:
    """Whether one has not even twice the openings of the other."""
    return most < MANY_TIMES * least


def pay(known: Named, *, bounds: Collection[str] = (), hourly: bool = False) -> str:
    """Who earns most in the middle, and how much more than whom; `bounds` are names whose figure is only the least it can be."""
    if len(known) < 2:
        return ""
    unit, step = ("an hour", 1) if hourly else ("a year", 1_000)
    (top, most), (bottom, least) = ends(known)
    if bounds and (set(bounds) != {top} or bottom in bounds):
        return f"The median of {listed([quoted(name) for name in bounds])} is too high to be published, so the order is not known."
    if bounds:
        return f"{top}: the highest median, at least {dollars(most - least)} {unit} above {quoted(bottom)}."
    if alike_in_dollars(most, least):
        return "Middle pay is about the same."
    gap = round((most - least) / step) * step
    return f"{top}: the highest median, about {dollars(gap)} {unit} above {quoted(bottom)}."


def buys(known: Named) -> str:
    """Whose pay buys most where it is paid."""
    if len(known) < 2:
        return ""
    (top, most), (bottom, least) = ends(known)
    if alike_in_dollars(most, least):
        return "What it buys is about the same."
    gap = round((most - least) / 1_000) * 1_000
    return f"{top}: buys the most, about {dollars(gap)} a year more than {quoted(bottom)}."


def change(known: Named, overall: float | None) -> str:
    """Who is to grow fastest, and who is to shrink."""
    if len(known) < 2:
        return ""
    (top, most), (_, least) = ends(known)
    shrinking = [name for name, value in known if value < 0]
    if alike_in_growth(most, least):
        return "The projections are about the same."
    if most <= 0:
        return "None of them is projected to grow."
    said = f"{top}: the fastest growth ({signed(most)}){_pace(most, overall)}."
    return (
        f"{said} Projected to shrink: {listed([quoted(name) for name in shrinking])}." if shrinking else said
    )


def _pace(most: float, overall: float | None) -> str:
    if overall is None:
        return ""
    if most == overall:
        return ", as fast as all occupations"
    return f", {'faster' if most > overall else 'slower'} than all occupations"


def openings(known: Named) -> str:
    """Who has most openings, and how many times as many."""
    if len(known) < 2:
        return ""
    (top, most), (bottom, least) = ends(known)
    if least <= 0:
        return ""
    if alike_in_openings(most, least):
        return "None has twice the openings of another."
    times = round(most / least)
    return f"{top}: about {'twice' if times == TWICE else f'{times:,} times'} as many openings as {quoted(bottom)}."


def condition(known: Named, *, more: str) -> str:
    """Who has far more of a condition of work than whom."""
    if len(known) < 2:
        return ""
    (top, most), (bottom, least) = ends(known)
    if most - least < FAR_APART:
        return "No large difference."
    return f"{top}: {more} than {quoted(bottom)}."


def schooling(usual: Mapping[str, str]) -> str:
    """Which schooling is most common in each career, together where it is the same."""
    if len(usual) < 2:
        return ""
    together: dict[str, list[str]] = {}
    for name, level in usual.items():
        together.setdefault(level, []).append(name)
    if len(together) == 1:
        return f"Most common in all of them: {next(iter(together))}."
    return " ".join(
        f"{listed([names[0], *map(quoted, names[1:])])}: {level}." for level, names in together.items()
    )


def left_out(names: Sequence[str], *, among: int) -> str:
    """Who has no figure of this kind to be compared by; where only one of so many has one, that nothing is compared."""
    if among > 1 and among - len(names) == 1:
        return "Only one is drawn here, so nothing is compared."
    return f"Not compared: {listed([quoted(name) for name in names])}." if names else ""


def unknown(names: Sequence[str]) -> str:
    """What is published for none of the careers, and so is not there to be compared."""
    return f"Published for none of them: {listed(names)}." if names else ""


def quoted(name: str) -> str:
    """A career's name inside a sentence."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name
