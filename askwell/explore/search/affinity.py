"""How typical a word is of an occupation's titles."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from askwell.explore.search.lexicon import LEVELS
from askwell.explore.search.titles import LEVEL_WEIGHT, TitleIndex
from askwell.explore.words import root

FAMILIES = ((4, 100.0), (6, 30.0), (7, 5.0))
"""How much of a code names a family of occupations ("15-1", "15-125", "15-1252"), wide to narrow, and how many
titles' worth of belief each takes over from the family around it."""
REMEMBERED = 1_000


class Affinity:
    """Log-likelihood of words under each occupation's titles, against all titles.

    Naive Bayes on the roots of words; one that no title uses counts where technologies do. Few titles say little about one occupation, so each is smoothed towards its family, and that
    towards the wider one (Dirichlet smoothing as in Zhai and Lafferty 2004, level by level).
    """

    def __init__(self, titles: TitleIndex, tools: TitleIndex, socs: Iterable[str]) -> None:
        self.socs = sorted(socs)
        self.sizes = Counter(
            family for name in titles.listed for soc, _ in name.socs for family in families(soc)
        )
        self.used = {**self._count(tools), **self._count(titles)}
        self.total = sum(len(name.socs) for name in titles.listed) or 1
        self.unused = array("f", (math.log(self._ratio(soc, {}, 1.0)) for soc in self.socs))
        self.lift = lru_cache(maxsize=REMEMBERED)(self._lift)

    def _count(self, index: TitleIndex) -> dict[str, tuple[array[int], array[int]]]:
        """How many titles of each occupation use each root: its occupations by number, and how often."""
        numbers = {soc: at for at, soc in enumerate(self.socs)}
        seen: dict[str, array[int]] = {}
        for name in index.listed:
            holders = [numbers[soc] for soc, _ in name.socs if soc in numbers]
            for key in {root(word) for word in name.tokens}:
                seen.setdefault(key, array("H")).extend(holders)
        counted = {key: Counter(holders) for key, holders in seen.items()}
        return {key: (array("H", counts), array("I", counts.values())) for key, counts in counted.items()}

    def scores(self, wanted: dict[str, float]) -> dict[str, float]:
        """How much likelier than chance the wanted words are for each occupation; 0 is chance."""
        weights: dict[str, float] = {}
        for word, share in wanted.items():
            key = root(word)
            if key in self.used:
                weights[key] = max(weights.get(key, 0.0), share * (LEVEL_WEIGHT if word in LEVELS else 1.0))
        scale = 1 / math.sqrt(sum(weights.values()) or 1)
        found = [0.0] * len(self.socs)
        for key, weight in weights.items():
            part = weight * scale
            found = [so_far + part * lift for so_far, lift in zip(found, self.lift(key), strict=True)]
        return dict(zip(self.socs, found, strict=True))

    def _lift(self, key: str) -> array[float]:
        """How much likelier than chance a root is, for every occupation."""
        holders, times = self.used[key]
        counts: dict[str, int] = {}
        for at, count in zip(holders, times, strict=True):
            for family in families(self.socs[at]):
                counts[family] = counts.get(family, 0) + count
        chance = sum(times) / self.total
        found = self.unused[:]
        widest = FAMILIES[0][0]
        for at, soc in enumerate(self.socs):
            if soc[:widest] in counts:
                found[at] = math.log(self._ratio(soc, counts, chance))
        return found

    def _ratio(self, soc: str, counts: Mapping[str, int], chance: float) -> float:
        """The share of a word in an occupation's titles over its share in all titles."""
        share = 1.0
        for size, belief in FAMILIES:
            family = soc[:size]
            share = (counts.get(family, 0) / chance + belief * share) / (self.sizes[family] + belief)
        return share


def families(soc: str) -> list[str]:
    """An occupation and the families around it."""
    return [soc[:size] for size, _ in FAMILIES]
