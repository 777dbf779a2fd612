"""Matching a job title as typed against the many names that occupations go by."""

import math
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from askwell.explore.search.lexicon import LEVELS, SMALL, abbreviations
from askwell.explore.shape import Title
from askwell.explore.words import stem, words

KIND_WEIGHT = {
    "common": 1.1,
    "official": 1.0,
    "specialty": 1.0,
    "reported": 1.0,
    "alternate": 0.95,
    "short": 0.9,
}
PARTS = re.compile(r"[|/;:()\[\]@–—,]|\s-+\s|\b(?:at|for|in|with|of)\b", re.IGNORECASE)
EXCEPTION = re.compile(r",? except .*", re.IGNORECASE)
LEVEL_WEIGHT, LATER_WEIGHT = 0.2, 0.55
FREQUENT, NEAREST = 2500, 60
ASKED, OTHER_HEAD, VOTE = 0.6, 0.85, 0.2


@lru_cache(maxsize=50_000)
def expand(word: str) -> dict[str, None]:
    """A word of a title, spelled out and without its plural."""
    return {stem(each): None for each in abbreviations().get(word, (word,))}


def tokens(text: str) -> tuple[str, ...]:
    """The words of a title that carry its meaning, in order, once each."""
    named = EXCEPTION.sub("", text) if "xcept" in text else text
    found: dict[str, None] = {}
    for word in words(named):
        if word not in SMALL:
            found.update(expand(word))
    return tuple(found)


@dataclass(slots=True)
class Name:
    """One way of writing a title, and the occupations it stands for."""

    tokens: tuple[str, ...]
    shown: str
    socs: dict[str, float]
    length: float = 0.0


def variants(title: str) -> Iterable[str]:
    """A title and what stands in its parentheses, apart."""
    yield title
    if "(" in title:
        outside, _, inside = title.partition("(")
        yield outside
        yield inside.rstrip(") ")


class TitleIndex:
    """All titles by their words."""

    def __init__(self, titles: Iterable[Title]) -> None:
        self.names: dict[tuple[str, ...], Name] = {}
        for each in titles:
            for variant in variants(each.title):
                self._add(tokens(variant), each, variant)
        self.listed = list(self.names.values())
        self.postings: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for at, name in enumerate(self.listed):
            for word in name.tokens:
                self.postings[word].append(at)
        self.postings = dict(self.postings)
        total = len({soc for name in self.listed for soc in name.socs}) or 1
        self.spread = {word: self._spread(listed) for word, listed in self.postings.items()}
        self.weight = {word: weigh(word, spread, total) for word, spread in self.spread.items()}
        for name in self.listed:
            name.length = sum([self.weight[word] for word in name.tokens])

    def _add(self, key: tuple[str, ...], title: Title, shown: str) -> None:
        if not key:
            return
        name = self.names.get(key)
        if name is None:
            name = self.names[key] = Name(key, shown.strip(), {})
        weight = KIND_WEIGHT[title.kind]
        if weight > name.socs.get(title.soc, 0):
            name.socs[title.soc] = weight

    def _spread(self, listed: Iterable[int]) -> int:
        """How many occupations use a word."""
        return len({soc for at in listed for soc in self.listed[at].socs})

    def exact(self, key: tuple[str, ...]) -> Name | None:
        """The name written with just these words."""
        return self.names.get(key)

    def nearest(self, wanted: dict[str, float], head: str) -> list[tuple[float, Name]]:
        """Names that share words with `wanted` (word -> weight from 0 to 1), nearest first."""
        weights = {word: self.weight[word] * share for word, share in wanted.items() if word in self.weight}
        unknown = sum(share for word, share in wanted.items() if word not in self.weight)
        asked = sum(weights.values()) + 2 * unknown
        shared = self._shared(weights)
        found = (
            (self._likeness(overlap, asked, self.listed[at], head), at) for at, overlap in shared.items()
        )
        return [(score, self.listed[at]) for score, at in nlargest(NEAREST, found)]

    def _shared(self, weights: dict[str, float]) -> dict[int, float]:
        shared: dict[int, float] = {}
        for word in sorted(weights, key=lambda each: len(self.postings[each])):
            listed, weight = self.postings[word], weights[word]
            if len(listed) > FREQUENT and len(shared) > NEAREST:
                for at in shared:
                    if word in self.listed[at].tokens:
                        shared[at] += weight
            else:
                for at in listed:
                    shared[at] = shared.get(at, 0.0) + weight
        return shared

    @staticmethod
    def _likeness(overlap: float, asked: float, name: Name, head: str) -> float:
        likeness = overlap / (ASKED * asked + (1 - ASKED) * name.length)
        return likeness * (1.0 if name.tokens[-1] == head else OTHER_HEAD)


def weigh(word: str, spread: int, total: int) -> float:
    """What a word tells: the fewer occupations use it, the more."""
    rarity = math.log(1 + total / spread)
    return rarity * LEVEL_WEIGHT if word in LEVELS else rarity


def weighted(query: str) -> tuple[dict[str, float], str]:
    """The words of a typed title with their weights, and the word that names the job."""
    found: dict[str, float] = {}
    head = ""
    for at, part in enumerate(PARTS.split(query)):
        inside = tokens(part)
        for word in inside:
            found.setdefault(word, 1.0 if not head or (head in inside and at == 0) else LATER_WEIGHT)
        bare = [word for word in inside if word not in LEVELS]
        head = head or (bare[-1] if bare else "")
    return found, head


def shares(near: Sequence[tuple[float, Name]]) -> dict[str, tuple[float, str]]:
    """What each occupation gets from the names near the query, with its best name."""
    best: dict[str, tuple[float, str]] = {}
    votes: dict[str, float] = defaultdict(float)
    for score, name in near:
        for soc, weight in name.socs.items():
            value = score * weight
            votes[soc] += value**2
            if soc not in best or value > best[soc][0]:
                best[soc] = (value, name.shown)
    return {soc: (value + VOTE * math.log1p(votes[soc]), shown) for soc, (value, shown) in best.items()}
