"""Mending words that no career knows, by the known word that looks most like them."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping

from askwell.explore.words import root, stem

LETTERS = re.compile(r"[^\W\d_]{4,}")
UNFINISHED = re.compile(r"[^\W\d_]{3,24}$")
SHORTEST, LONGEST, MOST, ALIKE = 4, 24, 8, 5
NEAR = 25
LONG, LONG_IN_SENTENCES = 8, 11  # from this length on, two slips are forgiven


class Spelling:
    """Known words by the runs of three letters in them."""

    def __init__(self, known: Mapping[str, int], also: Iterable[str], heads: Container[str]) -> None:
        self.known = known
        self.heads = heads
        self.whole = frozenset(known) | frozenset(also)
        self.fine = self.whole | {root(word) for word in known}
        self.ordered = sorted(word for word in known if word.isalpha())
        self.listed = [word for word in known if SHORTEST <= len(word) <= LONGEST and word.isalpha()]
        self.postings: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.listed):
            for three in threes(word):
                self.postings[three].append(at)

    def mend(self, text: str, *, sentence: bool = False) -> str:
        """The text with up to eight unknown words replaced by their likeliest spelling.

        Sentences hold more words that are rightly unknown, so less is forgiven there.
        """
        left = MOST
        if not sentence:
            text = UNFINISHED.sub(lambda found: self.begun(found[0].lower()) or found[0], text)

        def instead(found: re.Match[str]) -> str:
            nonlocal left
            word = found[0].lower()
            if left == 0 or len(word) > LONGEST or not self.fine.isdisjoint({word, stem(word), root(word)}):
                return found[0]
            left -= 1
            return self._instead(word, sentence=sentence) or found[0]

        return LETTERS.sub(instead, text)

    def _instead(self, word: str, *, sentence: bool) -> str | None:
        """The word meant by an unknown one; in a title also its two parts, or a word that starts alike."""
        long = LONG_IN_SENTENCES if sentence else LONG
        near = self.likeliest(word, 2 if len(word) >= long else 1)
        if near is None and not sentence:
            near = self.parted(word) or self.relative(word)
        return near

    def parted(self, word: str) -> str | None:
        """The two known words that some write as one, where the second names a job: "copyeditor"."""
        for at in range(len(word) - SHORTEST + 1, SHORTEST - 2, -1):
            first, second = word[:at], word[at:]
            if first in self.known and second in self.heads:
                return f"{first} {second}"
        return None

    def begun(self, word: str) -> str | None:
        """The commonest known word that starts with an unknown one, which may be still being typed."""
        if not self.whole.isdisjoint({word, stem(word)}):
            return None
        first = bisect_left(self.ordered, word)
        last = bisect_left(self.ordered, word + "{")  # what follows z
        return max(self.ordered[first:last], key=self.known.__getitem__, default=None)

    def relative(self, word: str) -> str | None:
        """The commonest known word that starts as this one does: "facial" for "facialist"."""
        for size in range(len(word) - 1, max(ALIKE, len(word) * 3 // 5) - 1, -1):
            start = word[:size]
            at = bisect_left(self.ordered, start)
            alike = []
            while at < len(self.ordered) and self.ordered[at].startswith(start):
                alike += [self.ordered[at]] * (self.ordered[at] != word)
                at += 1
            if alike:
                return max(alike, key=lambda other: self.known[other])
        return None

    def likeliest(self, word: str, allowed: int) -> str | None:
        """The known word nearest to this one, if any is within the allowed slips."""
        shared: Counter[int] = Counter()
        for three in threes(word):
            shared.update(self.postings.get(three, ()))
        best: tuple[int, int, str] | None = None
        for at, _ in shared.most_common(NEAR):
            other = self.listed[at]
            slips = distance(word, other) if abs(len(other) - len(word)) <= allowed else allowed + 1
            twice = slips > 1 and word[0] != other[0]
            if slips <= allowed and not twice and (best is None or (slips, -self.known[other], other) < best):
                best = (slips, -self.known[other], other)
        return best[2] if best else None


def threes(word: str) -> set[str]:
    """The runs of three letters in a word with its ends marked."""
    marked = f"^{word}$"
    return {marked[at : at + 3] for at in range(len(marked) - 2)}


def distance(one: str, other: str) -> int:
    """Slips between two words: letters added, left out, changed, or two neighbors swapped.

    The restricted edit distance of Damerau (1964).
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
