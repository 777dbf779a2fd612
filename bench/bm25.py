"""Plain BM25 over the names of careers, to compare the search with (Robertson and Zaragoza 2009)."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from askwell.explore.search import Hit
from askwell.explore.shape import Title
from askwell.explore.words import words

TERMS, LENGTH = 1.2, 0.75


class Plain:
    """An index in which each name is a document; a career stands where its best name does."""

    def __init__(self, titles: Iterable[Title]) -> None:
        self.titles = list(titles)
        self.names = [Counter(words(each.title)) for each in self.titles]
        self.usual = sum(name.total() for name in self.names) / len(self.names)
        self.postings: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self.names):
            for word in name:
                self.postings[word].append(at)

    def find(self, query: str, limit: int = 10) -> list[Hit]:
        """The careers whose names share words with the query, best first."""
        scores: dict[int, float] = defaultdict(float)
        for word in set(words(query)):
            listed = self.postings.get(word, [])
            rarity = math.log(1 + (len(self.names) - len(listed) + 0.5) / (len(listed) + 0.5))
            for at in listed:
                scores[at] += rarity * self._weight(at, word)
        best: dict[str, Hit] = {}
        for at in sorted(scores, key=lambda at: -scores[at]):
            title = self.titles[at]
            best.setdefault(title.soc, Hit(title.soc, title.title, title.title, scores[at]))
            if len(best) == limit:
                break
        return list(best.values())

    def _weight(self, at: int, word: str) -> float:
        often, long = self.names[at][word], self.names[at].total() / self.usual
        return often * (TERMS + 1) / (often + TERMS * (1 - LENGTH + LENGTH * long))
