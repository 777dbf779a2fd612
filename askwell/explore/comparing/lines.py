"""Each career in one line, against the others it is compared with."""

from collections.abc import Callable, Sequence
from operator import attrgetter

from askwell.explore.career.pay import pay_of
from askwell.explore.career.wording import WAYS_IN
from askwell.explore.comparing.differences import alike_in_dollars, alike_in_growth, alike_in_openings
from askwell.explore.comparing.lanes import Entry

MUCH = 76
"""An average from 0 to 100 from which on most must have answered above the middle (`career.certain`)."""
NOTHING_KNOWN = "No figures are published. People who do the work are the only source."
NOTHING_APART = "Nothing in these figures sets it apart. Ask people who do the work what does."
CONDITIONS = (
    ("Spend Time Standing", MUCH, "on your feet most of the day"),
    ("Physical Proximity", MUCH, "close to other people"),
    ("Outdoors, Exposed to All Weather Conditions", MUCH, "outdoors in any weather"),
)


def in_one_line(entries: Sequence[Entry]) -> list[str]:
    """One plain line for each career, in their order; none for one career in several places, which is the same work."""
    if len(entries) > 1 and len({entry.soc for entry in entries}) == 1:
        return []
    ranks = [
        _rank(entries, _pay, "the highest middle pay", "the lowest middle pay", alike_in_dollars),
        _rank(entries, _change, "the fastest growth", "", alike_in_growth)
        if any(map(_grows, entries))
        else {},
        _rank(entries, attrgetter("openings"), "the most openings", "the fewest openings", alike_in_openings),
    ]
    return [_line([each.get(entry.name, "") for each in ranks], entry) for entry in entries]


def _line(ranks: list[str], entry: Entry) -> str:
    said = [words for words in [*ranks, _shrinking(entry), _way_in(entry), *_conditions(entry)] if words]
    if not said:
        return NOTHING_APART if {"pay", "projections"} & entry.figures.keys() else NOTHING_KNOWN
    text = ", ".join(said)
    return f"{text[0].upper()}{text[1:]}."


def _rank(
    entries: Sequence[Entry],
    value_of: Callable[[Entry], float | None],
    first: str,
    last: str,
    alike: Callable[[float, float], bool],
) -> dict[str, str]:
    """Who is first and who is last; nobody where one is not known, two are equal, or all are about alike."""
    known = {entry.name: value for entry in entries if (value := value_of(entry)) is not None}
    if len(entries) < 2 or len(set(known.values())) < len(entries):
        return {}
    best, worst = max(known, key=lambda name: known[name]), min(known, key=lambda name: known[name])
    return {} if alike(known[best], known[worst]) else {worst: last, best: first}


def _pay(entry: Entry) -> float | None:
    found = pay_of(entry.figures)
    return found[0].get("median") if found and not found[1] else None


def _change(entry: Entry) -> float | None:
    return entry.figures.get("projections", {}).get("change_percent")


def _grows(entry: Entry) -> bool:
    return (_change(entry) or 0) > 0


def _shrinking(entry: Entry) -> str:
    return (
        "fewer jobs in ten years" if entry.figures.get("projections", {}).get("change_percent", 0) < 0 else ""
    )


def _way_in(entry: Entry) -> str:
    usual = entry.figures.get("entry", {})
    if usual.get("training") == "Apprenticeship":
        return "a paid apprenticeship"
    known = WAYS_IN.get(usual.get("education", ""))
    return f"{known.named}{',' if ',' in known.named else ''} to enter" if known else ""


def _conditions(entry: Entry) -> list[str]:
    items = entry.figures["work_context"]["items"] if "work_context" in entry.figures else {}
    return [words for name, least, words in CONDITIONS if items.get(name, 0) >= least]
