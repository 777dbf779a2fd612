"""How typical a word is of an occupation's titles."""

import math
from collections import Counter, defaultdict

from askwell.explore.search.lexicon import LEVELS
from askwell.explore.search.titles import LEVEL_WEIGHT, TitleIndex
from askwell.explore.words import root

SMOOTHING, ROOT_WEIGHT = 20.0, 0.6


class Affinity:
    """Log-likelihood of words under each occupation's titles, against all titles.

    A naive Bayes score with Dirichlet smoothing (Zhai and Lafferty 2004), on words and their roots.
    """

    def __init__(self, titles: TitleIndex) -> None:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        size: Counter[str] = Counter()
        for name in titles.listed:
            features = {*name.tokens, *(f"~{root(word)}" for word in name.tokens)}
            for soc in name.socs:
                size[soc] += 1
                for feature in features:
                    counts[feature][soc] += 1
        self.counts, self.size = counts, size
        self.total = sum(size.values()) or 1

    def scores(self, wanted: dict[str, float]) -> dict[str, float]:
        """How much likelier than chance the wanted words are for each occupation, per word."""
        found: dict[str, float] = defaultdict(float)
        for word, share in wanted.items():
            weight = share * (LEVEL_WEIGHT if word in LEVELS else 1.0)
            self._add(found, word, weight)
            self._add(found, f"~{root(word)}", weight * ROOT_WEIGHT * (1 if word in self.counts else 2))
        asked = sum(wanted.values()) or 1
        return {soc: score / asked for soc, score in found.items()}

    def _add(self, found: dict[str, float], feature: str, weight: float) -> None:
        socs = self.counts.get(feature)
        if not socs:
            return
        chance = SMOOTHING * sum(socs.values()) / self.total
        for soc, count in socs.items():
            found[soc] += weight * math.log(1 + count / chance)
