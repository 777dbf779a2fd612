"""Matching a job title as typed against the many names that occupations go by."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest

from askwell.explore.search.lexicon import LEVELS, SMALL, abbreviations
from askwell.explore.shape import Title
from askwell.explore.words import stem, words

KIND_WEIGHT = {"official": 1.0, "specialty": 1.0, "reported": 1.0, "alternate": 0.95, "short": 0.9}
PARTS = re.compile(r"[|/;:()\[\]@–—,]|\s-+\s|\b(?:at|for|in|with|of)\b", re.IGNORECASE)
EXCEPTION = re.compile(r",? except .*", re.IGNORECASE)
LEVEL_WEIGHT, LATER_WEIGHT = 0.2, 0.55
FREQUENT, NEAREST = 2500, 60


@lru_cache(maxsize=50_000)
def expand(word: str) -> tuple[str, ...]:
    """A word of a title, spelled out and without its plural."""
    return tuple(stem(each) for each in abbreviations().get(word, (word,)))


def tokens(text: str) -> tuple[str, ...]:
    """The words of a title that carry its meaning, in order, once each."""
    named = EXCEPTION.sub("", text)
    found = (each for word in words(named) if word not in SMALL for each in expand(word))
    return tuple(dict.fromkeys(found))


@dataclass(slots=True)
class Name:
    """One way of writing a title, and the occupations it stands for."""

    tokens: tuple[str, ...]
    shown: str
    socs: dict[str, float] = field(default_factory=dict)
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
        self.socs_of: dict[str, set[str]] = defaultdict(set)
        for each in titles:
            for variant in variants(each.title):
                self._add(tokens(variant), each, variant.strip())
        self.listed = list(self.names.values())
        total = len({soc for socs in self.socs_of.values() for soc in socs}) or 1
        self.weight = {word: self._weigh(word, len(socs), total) for word, socs in self.socs_of.items()}
        self.postings: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self.listed):
            name.length = sum(self.weight[word] for word in name.tokens)
            for word in name.tokens:
                self.postings[word].append(at)

    def _add(self, key: tuple[str, ...], title: Title, shown: str) -> None:
        if not key:
            return
        name = self.names.setdefault(key, Name(key, shown))
        name.socs[title.soc] = max(name.socs.get(title.soc, 0), KIND_WEIGHT[title.kind])
        for word in key:
            self.socs_of[word].add(title.soc)

    @staticmethod
    def _weigh(word: str, spread: int, total: int) -> float:
        rarity = math.log(1 + total / spread)
        return rarity * LEVEL_WEIGHT if word in LEVELS else rarity

    def exact(self, key: tuple[str, ...]) -> Name | None:
        """The name written with just these words."""
        return self.names.get(key)

    def nearest(self, wanted: dict[str, float], head: str) -> list[tuple[float, Name]]:
        """Names that share words with `wanted` (word -> weight from 0 to 1), nearest first."""
        weights = {word: self.weight[word] * share for word, share in wanted.items() if word in self.weight}
        unknown = sum(share for word, share in wanted.items() if word not in self.weight)
        asked = sum(weights.values()) + 2 * unknown
        shared = self._shared(weights)
        found = ((self._likeness(overlap, asked, self.listed[at], head), at) for at, overlap in shared.items())
        return [(score, self.listed[at]) for score, at in nlargest(NEAREST, found)]

    def _shared(self, weights: dict[str, float]) -> Counter[int] | dict[int, float]:
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
        likeness = overlap / (0.5 * asked + 0.5 * name.length)
        return likeness * (1.0 if name.tokens[-1] == head else 0.85)


def weighted(query: str) -> tuple[dict[str, float], str]:
    """The words of a typed title with their weights, and the word that names the job."""
    found: dict[str, float] = {}
    head = ""
    for at, part in enumerate(PARTS.split(query)):
        inside = tokens(part)
        for word in inside:
            found.setdefault(word, 1.0 if not head or head in inside and at == 0 else LATER_WEIGHT)
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
            votes[soc] += value**3
            if soc not in best or value > best[soc][0]:
                best[soc] = (value, name.shown)
    return {soc: (value + 0.1 * math.log1p(votes[soc]), shown) for soc, (value, shown) in best.items()}
