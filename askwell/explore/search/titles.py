"""Matching a job title as typed against the many names that occupations go by."""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from typing import Any

from askwell.explore.search.lexicon import LEVELS, SMALL, abbreviations
from askwell.explore.shape import Title
from askwell.explore.words import root, stem, words

KIND_WEIGHT = {
    "common": 1.3,
    "official": 1.0,
    "specialty": 1.0,
    "reported": 1.0,
    "alternate": 0.95,
    "short": 0.9,
    "program": 1.0,
    "wanted tool": 1.0,
    "tool": 0.6,
}
PARTS = re.compile(r"[|/;:()\[\]@–—,]|\s-+\s|\b(?:at|for|in|with|to)\b", re.IGNORECASE)
OF = re.compile(r"\bof\b", re.IGNORECASE)
NUMBERS = re.compile(
    r"\b\d+[ -]?(?:hrs?|hours?)\b|\$[ ]?\d[\d,.]*k?(?:\s?(?:-|–|to)\s?\$?\d[\d,.]*k?)?(?:\s?(?:/|per|an?)\s?(?:hr|h|hour|yr|year|wk|week|mo|month|day)\b)?(?: sign[- ]on)?(?: bonus)?|\b(?:gs|gg|wg|ws|req|job id)[\s#-]*\d[\d/-]*|\b[eow]-\d+\b|#\s*\d+|\b\d{4,}(?:-\d+)?\b",
    re.IGNORECASE,
)
"""Grades, ranks and requisition numbers: they say nothing about the work."""
PLAIN = re.compile(r"(?!.*(?: of | at | for | in | with | to ))[\w '&+#.]*", re.IGNORECASE).fullmatch
"""Whether a title is of one piece."""
EXCEPTION = re.compile(r",? except .*", re.IGNORECASE)
EMPLOYER = re.compile(r"(?<=\w) +(?:@|at (?:an?|the|our)\b)", re.IGNORECASE)
LEVEL_WEIGHT, LATER_WEIGHT, KIN_WEIGHT, EMPLOYER_WEIGHT = 0.2, 0.75, 0.6, 0.35
LISTED, NEAREST = 300, 60  # names looked at for one word, shortest first, and kept for a query
ALL_BUT, HEADS = 0.999, 8
ASKED, OTHER_HEAD, VOTE, EXACT = 0.6, 0.85, 0.65, 0.3
NARROW = 20  # occupations that use a word which by itself says what is meant
NEARLY, PEOPLE_MEAN, BEGUN = 0.9, 3.0, 2.5
"""How like a name of our own list must be, levels apart, to say what people mean, and what that counts; what it
counts for a title that only begins with one."""


@lru_cache(maxsize=20_000)
def expand(word: str) -> tuple[str, ...]:
    """A word of a title, spelled out and without its plural."""
    return tuple(stem(each) for each in abbreviations().get(word, (word,)))


def tokens(text: str) -> tuple[str, ...]:
    """The words of a title that carry its meaning, in order, once each."""
    named = EXCEPTION.sub("", text) if "xcept" in text else text
    found: dict[str, None] = {}
    for word in words(named):
        if word not in SMALL:
            found.update(dict.fromkeys(expand(word)))
    return tuple(found)


@dataclass(slots=True)
class Name:
    """One way of writing a title, and the occupations it stands for."""

    tokens: tuple[str, ...]
    shown: str
    socs: tuple[tuple[str, float], ...]
    """With how much the title counts for each."""
    head: str
    length: float = 0.0


def variants(title: str) -> Iterable[str]:
    """A title and what stands in its parentheses, apart."""
    yield title
    if "(" in title:
        outside, _, inside = title.partition("(")
        yield outside
        yield inside.rstrip(") ")


def gather(titles: Iterable[Title]) -> dict[tuple[str, ...], Name]:
    """Titles by their words; those for the same careers share one tuple, which saves 10 MB."""
    found: dict[tuple[str, ...], tuple[str, dict[str, float]]] = {}
    for each in titles:
        weight = KIND_WEIGHT[each.kind]
        for variant in variants(each.title):
            key = tokens(variant)
            counted = found.setdefault(key, (variant.strip(), {}))[1]
            counted[each.soc] = max(weight, counted.get(each.soc, 0.0))
    found.pop((), None)
    same: dict[Any, Any] = {}
    names = {}
    for key, (shown, weights) in found.items():
        socs = tuple(same.setdefault(pair, pair) for pair in weights.items())
        head = key[-1] if key[-1] not in LEVELS and PLAIN(shown) else headed(shown) or key[-1]
        names[key] = Name(key, shown, same.setdefault(socs, socs), head)
    return names


class TitleIndex:
    """All titles by their words."""

    def __init__(self, titles: Iterable[Title]) -> None:
        self.names = gather(titles)
        self.listed = list(self.names.values())
        self.postings: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for at, name in enumerate(self.listed):
            for word in name.tokens:
                self.postings[word].append(at)
        self.postings = dict(self.postings)
        self.kin: dict[str, list[str]] = {}
        for word in self.postings:
            self.kin.setdefault(root(word), []).append(word)
        heads = Counter(name.head for name in self.listed)
        self.heads = frozenset(head for head, names in heads.items() if names >= HEADS)
        total = len({soc for name in self.listed for soc, _ in name.socs}) or 1
        self.spread = {word: self._spread(listed) for word, listed in self.postings.items()}
        self.weight = {word: weigh(word, spread, total) for word, spread in self.spread.items()}
        for name in self.listed:
            name.length = sum([self.weight[word] for word in name.tokens])
        for word, listed in self.postings.items():
            self.postings[word] = array("I", sorted(listed, key=lambda at: self.listed[at].length))

    def _spread(self, listed: Iterable[int]) -> int:
        """How many occupations use a word."""
        return len({soc for at in listed for soc, _ in self.listed[at].socs})

    def exact(self, key: tuple[str, ...]) -> Name | None:
        """The name written with just these words."""
        return self.names.get(key)

    def known(self, text: str) -> bool:
        """Whether a text is one of the names, whatever its level: "help desk tier 1" as "help desk"."""
        key = tokens(text)
        return key in self.names or tuple(word for word in key if word not in LEVELS) in self.names

    def naming(self, soc: str, said: Iterable[str]) -> str:
        """A name of an occupation that holds one of the words, or a relative of it; the rarest word first."""
        kin = [each for word in said for each in self.kin.get(root(word), ()) if word not in LEVELS]
        for word in sorted(kin, key=self.weight.__getitem__, reverse=True):
            for at in self.postings[word][:LISTED]:
                if any(soc == other for other, _ in self.listed[at].socs):
                    return self.listed[at].shown
        return ""

    def begun(self, text: str) -> list[str]:
        """Careers that a title's first part usually means: "program manager" in "Program Manager, Cloud".

        A single word counts only where few occupations use it: "engineer" waits for what follows, "rabbi" does not.
        """
        whole = tokens(PARTS.split(text, maxsplit=1)[0])
        key = whole if whole in self.names else tuple(word for word in whole if word not in LEVELS)
        name = self.names.get(key)
        if name is None or (len(key) == 1 and self.spread[key[0]] > NARROW):
            return []
        return [soc for soc, weight in name.socs if weight > 1.0]

    def nearest(self, wanted: dict[str, float], head: str) -> list[tuple[float, Name]]:
        """Names that share words with `wanted` (word -> weight from 0 to 1), nearest first."""
        sought, asked = self._sought(wanted)
        near = {at for word in sought for at in self.postings[word][:LISTED]}
        found = ((self._likeness(self.listed[at], sought, asked, head), at) for at in near)
        return [(score, self.listed[at]) for score, at in nlargest(NEAREST, found)]

    def _sought(self, wanted: dict[str, float]) -> tuple[dict[str, float], float]:
        """What each word and its kin ("plastering", "plasterer") would add, and what was asked for in all."""
        sought: dict[str, float] = {}
        asked = 0.0
        for word, share in wanted.items():
            kin = self.kin.get(root(word), ())
            weight = share * max(
                (self.weight[each] for each in ((word,) if word in self.weight else kin)), default=2
            )
            asked += weight
            for each in kin:
                part = weight if each == word else weight * KIN_WEIGHT
                sought[each] = max(part, sought.get(each, 0.0))
        return sought, asked

    @staticmethod
    def _likeness(name: Name, sought: dict[str, float], asked: float, head: str) -> float:
        overlap = sum([sought[word] for word in name.tokens if word in sought])
        likeness = overlap / (ASKED * asked + (1 - ASKED) * name.length)
        return likeness * (1.0 if name.head == head else OTHER_HEAD)


def weigh(word: str, spread: int, total: int) -> float:
    """What a word tells: the fewer occupations use it, the more."""
    rarity = math.log(1 + total / spread)
    return rarity * LEVEL_WEIGHT if word in LEVELS else rarity


def weighted(query: str) -> tuple[dict[str, float], str]:
    """The words of a typed title with their weights, and the word that names the job."""
    found: dict[str, float] = {}
    head = ""
    title, *employer = EMPLOYER.split(NUMBERS.sub(" ", query), maxsplit=1)
    for part in PARTS.split(title):
        weight = LATER_WEIGHT if head else 1.0
        for word in tokens(part):
            found.setdefault(word, weight)
        head = head or headed(part)
    for word in tokens(" ".join(employer)):
        found.setdefault(word, EMPLOYER_WEIGHT)
    return found, head


def headed(title: str) -> str:
    """The word of a title that names the job: "director" in "Senior Director of Nursing, West"."""
    for part in PARTS.split(title):
        for piece in OF.split(part):
            bare = [word for word in tokens(piece) if word not in LEVELS]
            if bare:
                return bare[-1]
    return ""


def shares(near: Sequence[tuple[float, Name]]) -> dict[str, tuple[float, str]]:
    """What each occupation gets from the names near the query, with its best name."""
    best: dict[str, tuple[float, str]] = {}
    votes: dict[str, float] = defaultdict(float)
    for score, name in near:
        for soc, weight in name.socs:
            value = score * weight
            votes[soc] += value**2
            value += EXACT * (score > ALL_BUT)
            value += PEOPLE_MEAN * (weight > 1.0 and score > NEARLY)
            if soc not in best or value > best[soc][0]:
                best[soc] = (value, name.shown)
    return {soc: (value + VOTE * math.log1p(votes[soc]), shown) for soc, (value, shown) in best.items()}
