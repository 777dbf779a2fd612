"""How much something matters, from 0 to 5, and what can speak to it, in words."""

from askwell.decide.from_figures import Kind

WEIGHTS = {
    5: "matters most",
    4: "matters a lot",
    3: "matters",
    2: "matters somewhat",
    1: "matters a little",
    0: "doesn’t matter",
}
"""Words for each weight, heaviest first."""

SPEAKS = {
    "own": "No figure: people can tell",
    "pay": "Pay: more is better",
    "outlook": "Change in jobs: more is better",
    "openings": "Openings: more is better",
    "schooling": "Years of school: less is better",
    "steady_hours": "Hours: people can tell",
    "with_people": "Close to people: more is better",
    "with_people-less": "Close to people: less is better",
    "outdoors": "Outdoors: more is better",
    "outdoors-less": "Outdoors: less is better",
    "on_feet": "On my feet: more is better",
    "on_feet-less": "On my feet: less is better",
}
"""What can speak to a criterion: its kind, and "-less" where the seeker wants less of it."""

TURNS = frozenset({Kind.WITH_PEOPLE, Kind.OUTDOORS, Kind.ON_FEET})
"""Kinds on which people differ about which way is better."""


def speaks(kind: str, wants_more: bool) -> str:
    """The key in SPEAKS for a criterion of this kind."""
    return f"{kind}-less" if kind in TURNS and not wants_more else kind


def kind_and_way(key: str) -> tuple[str, bool]:
    """The kind, and whether more of it is wanted, that a key in SPEAKS stands for."""
    kind = key.removesuffix("-less")
    return kind, not (key.endswith("-less") or kind == Kind.SCHOOLING)
