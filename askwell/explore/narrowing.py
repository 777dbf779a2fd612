"""From the words on a path ("Ohio", "Columbus, OH", "hospitals") to a place or industry that has figures."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from askwell.explore.shape import Industry, Metro, State
from askwell.lib.titles import with_article

REST = re.compile(r" nonmetropolitan area.*$")
JOINT = re.compile(r",\s+|\b(?:in|near|around|greater|the|an?)\s+", re.IGNORECASE)
BETWEEN = re.compile("-+|/")
COUNTRY = re.compile(r",?\s+(?:USA?|U\.S\.(?:A\.)?|United States)$", re.IGNORECASE)
NEAR_ME = re.compile(r"\b(?:near|around)\s+me$", re.IGNORECASE)
"""Where somebody is, which is not Maine."""
SHOWN = 8
UNSEEN = {"Cc", "Cf"}
"""Unicode's names for what is no letter and leaves no trace: controls and formats."""
SPOKEN = {
    "Las Vegas": ("Vegas",),
    "Los Angeles": ("LA",),
    "Minneapolis": ("Twin Cities",),
    "New York": ("NYC", "New York City"),
    "Philadelphia": ("Philly",),
    "San Francisco": ("SF", "Bay Area", "San Francisco Bay Area"),
    "San Jose": ("Silicon Valley",),
    "St. Louis": ("Saint Louis",),
}
"""What people call a metropolitan area, by the first of its cities; “LA” is a state’s code as well, so it is asked about."""


class Kind(StrEnum):
    """What a path may be narrowed to and still have figures."""

    STATE = "state"
    METRO = "metro"
    INDUSTRY = "industry"


@dataclass(frozen=True, slots=True)
class Place:
    """A state, a metropolitan area or an industry; `price_parity` is 100 in the whole country, None if unknown."""

    kind: Kind
    code: str
    name: str
    price_parity: float | None = None

    @property
    def inside(self) -> str:
        """As it stands in a sentence: “in Ohio”, “in the District of Columbia”, “in the industry “Hospitals””."""
        if self.kind is Kind.INDUSTRY:
            return f"in the industry “{self.name}”"
        return f"in the {self.name}" if REST.search(self.name) else f"in {with_article(self.name)}"

    @property
    def prices(self) -> float | None:
        """The price level where its pay is spent; an industry is in the whole country."""
        return 100 if self.kind is Kind.INDUSTRY else self.price_parity


class Places:
    """Every place and industry that has figures, to be found by the words people use."""

    def __init__(self, known: Iterable[Place]) -> None:
        places = tuple(known)
        states = {place.code: place.name for place in places if place.kind is Kind.STATE}
        self._plain = [(place, plain(place.name)) for place in places]
        self._named = {name: place for place, name in reversed(self._plain)}
        self._called: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            for words in dict.fromkeys(nicknames(place, states)):
                self._called[words].append(place)

    def of(self, kind: Kind) -> list[Place]:
        """Every place of one kind."""
        return [place for place, _ in self._plain if place.kind is kind]

    def find(self, words: str) -> Place | None:
        """The one place meant: by these words, or by what follows a comma, an “in” or a “the”; None when it is not clear."""
        words = NEAR_ME.sub("", COUNTRY.sub("", words))
        starts = [0, *(joint.end() for joint in JOINT.finditer(words))]
        found = (self._meant(plain(words[start:])) for start in starts)
        return next((place for place in found if place), None)

    def _meant(self, words: str) -> Place | None:
        called = self._called.get(words, [])
        return self._named.get(words) or (called[0] if len(called) == 1 else None)

    def like(self, words: str, *, limit: int = SHOWN) -> list[Place]:
        """Places whose name has a word beginning with each word typed; the nearest first."""
        typed = plain(words)
        if not typed:
            return []
        held = [
            (name != typed, not name.startswith(typed), len(name), place)
            for place, name in self._plain
            if holds(name, typed.split())
        ]
        ranked = [place for *_, place in sorted(held, key=lambda each: each[:3])]
        return list(dict.fromkeys([*self._called.get(typed, []), *ranked]))[:limit]


def of(states: Iterable[State], metros: Iterable[Metro], industries: Iterable[Industry]) -> Places:
    """The places of a pack of figures."""
    return Places(
        [
            *(Place(Kind.STATE, each.code, each.name, each.price_parity) for each in states),
            *(Place(Kind.INDUSTRY, each.code, each.name) for each in industries),
            *(Place(Kind.METRO, each.code, each.name, each.price_parity) for each in metros),
        ]
    )


def nicknames(place: Place, states: Mapping[str, str]) -> Iterator[str]:
    """What else a place is called: a state by its code, a metropolitan area by its cities, a business by one of its kind."""
    if place.kind is Kind.STATE:
        yield plain(place.code)
    if place.kind is Kind.INDUSTRY:
        yield plain(place.name).removesuffix("s")
    if place.kind is not Kind.METRO or REST.search(place.name):
        return
    towns, _, codes = place.name.rpartition(", ")
    first, *others = BETWEEN.split(towns)
    together = (towns[: mark.start()] for mark in BETWEEN.finditer(towns))
    for town in dict.fromkeys([towns, *together, first, *others, *SPOKEN.get(first, ())]):
        yield plain(town)
        for code in codes.split("-"):
            yield plain(f"{town} {code}")
            yield plain(f"{town} {states.get(code, code)}")


def tidy(words: str) -> str:
    """The words of a path on one line, without what nobody sees: controls, marks that turn the direction of a text."""
    seen = (each for each in words if each.isspace() or unicodedata.category(each) not in UNSEEN)
    return " ".join("".join(seen).split())


def plain(words: str) -> str:
    """Words without capitals, marks and needless blanks."""
    return " ".join(re.sub(r"[^\w&]+", " ", re.sub("[.'’]", "", words.casefold())).split())


def holds(name: str, typed: Iterable[str]) -> bool:
    """Whether a word of the name begins with each word typed."""
    return all(f" {each}" in f" {name}" for each in typed)
