"""Titles of careers as one can say them, and how like two titles are. No Django."""

import re
from collections.abc import Set
from itertools import takewhile

from askwell.explore.words import root, words

RESIDENCIES = ("60.", "61.")
"""How the codes of programs begin that one enters after years of practice."""
HELPERS, HELPERS_OF = "Helpers--", "Helpers of "
SILENT = frozenset(
    words("all and for general in of on or other related science sciences studies the with worker workers")
)
"""Words of titles that tell nothing of what the work is."""
LEFT_OUT = re.compile(r",? (?:except|all other)\b.*")
AKIN = 5
"""Words with so many first letters in common are of one kind: statisticians, statistics."""


def plain(official: str) -> str:
    """An official title as one can say it: “Helpers--carpenters” is “Helpers of carpenters”."""
    return official.replace(HELPERS, HELPERS_OF, 1)


def official(title: str) -> str:
    """What the tables call a career of this title."""
    return title.replace(HELPERS_OF, HELPERS, 1)


def telling(title: str) -> frozenset[str]:
    """The words of a title that tell what it is about, without their endings."""
    return frozenset(root(word) for word in words(LEFT_OUT.sub("", title)) if word not in SILENT)


def likeness(one: Set[str], other: Set[str]) -> float:
    """How much of two titles is about the same, 0 to 2: what share of the words of each has its like in the other."""
    if not one or not other:
        return 0.0
    return _held(one, other) / len(one) + _held(other, one) / len(other)


def _held(ours: Set[str], theirs: Set[str]) -> int:
    return sum(any(_akin(word, each) for each in theirs) for word in ours)


def _akin(one: str, other: str) -> bool:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return shared >= AKIN or shared == min(len(one), len(other)) >= len("law")
