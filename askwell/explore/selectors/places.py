"""Where a career pays, and the places that words may mean."""

from dataclasses import dataclass

from askwell.explore import pack
from askwell.explore.career import where
from askwell.explore.career.where import By, Where
from askwell.explore.citing import cite
from askwell.explore.models import Occupation, Path
from askwell.explore.narrowing import Kind, Place
from askwell.explore.selectors.figures import breakdown, pay_at, place_and_pay, places, release
from askwell.explore.shape import StatePay

FEW = 3


@dataclass(frozen=True, slots=True)
class WherePage:
    """Where one career pays, the place that was asked for, and those its words may mean."""

    where: Where
    place: Place | None
    perhaps: list[Place]
    source: str
    prices: str


def where_it_pays(occupation: Occupation, by: By, near: str = "") -> WherePage:
    """Pay by state and metropolitan area; `near` is a place in somebody's words."""
    known = places()
    place = known.find(near) if near else None
    pay = pay_at(occupation, place) if place else None
    held: dict[str, StatePay] = occupation.figures.get("pay_by_state", {}).get("states", {})
    metros = breakdown(occupation.figures_soc).metros
    manifest = release().manifest
    return WherePage(
        where=where.where(
            by,
            [(state, held[state.code]) for state in known.of(Kind.STATE) if state.code in held],
            [(metro, metros[metro.code]) for metro in known.of(Kind.METRO) if metro.code in metros],
            (place, pay) if place and pay else None,
        ),
        place=place,
        perhaps=[] if place else known.like(near),
        source=cite(manifest, "pay"),
        prices=cite(manifest, "price-levels"),
    )


def like(words: str) -> list[Place]:
    """Places and industries that begin like what was typed; none without the pack."""
    try:
        return places().like(words)
    except pack.PackError:
        return []


def known_there(path: Path) -> str:
    """What the figures know of the place a path is narrowed to, in a sentence or two."""
    place, found = place_and_pay(path)
    if place and found:
        return where.sentence(place, found)
    if place:
        return f"No yearly pay is published for this career {place.inside}; the figures of the whole country stand."
    if perhaps := like(path.narrowed):
        names = "; ".join(each.name for each in perhaps[:FEW])
        return f"“{path.narrowed}” could be {names}. Say which; until then, the figures of the whole country stand."
    return (
        f"The figures know no place or industry called “{path.narrowed}”; those of the whole country stand."
    )
