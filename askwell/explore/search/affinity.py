"""How typical a word is of an occupation's titles."""

import math
from collections import Counter, defaultdict
from functools import lru_cache

from askwell.explore.search.lexicon import LEVELS
from askwell.explore.search.titles import LEVEL_WEIGHT, TitleIndex
from askwell.explore.words import root

SMOOTHING, ROOT_WEIGHT = 20.0, 0.6
REMEMBERED = 2_000


class Affinity:
    """Log-likelihood of words under each occupation's titles, against all titles.

    A naive Bayes score with Dirichlet smoothing (Zhai and Lafferty 2004), on words and their roots.
    """

    def __init__(self, titles: TitleIndex) -> None:
        self.titles = titles
        self.kin: dict[str, list[str]] = defaultdict(list)
        for word in titles.postings:
            self.kin[root(word)].append(word)
        self.total = sum(len(name.socs) for name in titles.listed) or 1
        self.lift = lru_cache(maxsize=REMEMBERED)(self._lift)

    def scores(self, wanted: dict[str, float]) -> dict[str, float]:
        """How much likelier than chance the wanted words are for each occupation, per word."""
        found: dict[str, float] = defaultdict(float)
        for word, share in wanted.items():
            weight = share * (LEVEL_WEIGHT if word in LEVELS else 1.0)
            known = word in self.titles.postings
            kin = tuple(self.kin.get(root(word), ()))
            for words, part in (((word,), weight), (kin, weight * ROOT_WEIGHT * (1 if known else 2))):
                for soc, lift in self.lift(words).items():
                    found[soc] += part * lift
        asked = sum(wanted.values()) or 1
        return {soc: score / asked for soc, score in found.items()}

    def _lift(self, words: tuple[str, ...]) -> dict[str, float]:
        """How much likelier than chance any of some words is, for the occupations that use them."""
        counts: Counter[str] = Counter()
        for word in words:
            for at in self.titles.postings.get(word, ()):
                counts.update(self.titles.listed[at].socs.keys())
        chance = SMOOTHING * counts.total() / self.total
        return {soc: math.log1p(count / chance) for soc, count in counts.items()}
