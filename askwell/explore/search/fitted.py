"""Which careers the words of a title point to, by a model that was fitted to all names.

The model is linear with a narrow middle (Joulin et al. 2017, "Bag of tricks for efficient text classification"): every
word, every run of letters in it, every pair of neighbors and the word that names the job have a row of `WIDTH` numbers
(hashed to one of `ROWS`); their mean is compared with a row for each career. Runs of letters give a meaning to words
that no name holds ("dermatopathologist"). `python -m bench.title_model` fits it.
"""

import json
import math
import zipfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

SHIPPED = Path(__file__).parent / "fitted.zip"
ROWS, WIDTH, RUNS = 32_768, 48, (3, 4)
READ, REMEMBERED = 16, 2_000  # words of a text that are weighed, and words whose rows are kept added up
LEAST = -9.0
"""Careers less likely than this (a logarithm) are all as unlikely."""


def row(part: str) -> int:
    """The row of a part of a title."""
    return crc32(part.encode()) % ROWS


def word_parts(word: str) -> Iterator[str]:
    """A word and its runs of letters."""
    yield f"={word}"
    marked = f"^{word}$"
    for size in RUNS:
        for at in range(len(marked) - size + 1):
            yield marked[at : at + size]


def other_parts(words: Sequence[str], head: str) -> Iterator[str]:
    """Neighbors, and the word that names the job."""
    yield f"<{head}"
    for one, other in pairwise(words):
        yield f"{one} {other}"


def rows(words: Sequence[str], head: str) -> list[int]:
    """The rows of all parts of a title."""
    parts = [part for word in words for part in word_parts(word)]
    return [row(part) for part in (*parts, *other_parts(words, head))]


class Fitted:
    """A fitted model, ready to be asked."""

    def __init__(self, path: Path = SHIPPED) -> None:
        with zipfile.ZipFile(path) as archive:
            about = json.loads(archive.read("about.json"))
            self.rows = array("b", archive.read("rows"))
            columns = array("b", archive.read("careers"))
        self.socs: list[str] = about["careers"]
        scale, last = about["scale"], WIDTH + 1
        places = range(0, len(columns), last)
        self.columns = [tuple(each * scale for each in columns[at : at + WIDTH]) for at in places]
        biases = (columns[at + WIDTH] * about["bias_scale"] for at in places)
        squares = (math.hypot(*column) ** 2 for column in self.columns)
        self.offsets = [bias + square / 2 for bias, square in zip(biases, squares, strict=True)]
        self.added = lru_cache(maxsize=REMEMBERED)(self._added)

    def scores(self, words: Sequence[str], head: str) -> dict[str, float]:
        """The logarithm of how likely each career is meant, where it is above `LEAST`."""
        words = words[:READ]
        found = [self.added(word) for word in words]
        found.append(self._sum(row(part) for part in other_parts(words, head)))
        share = 1 / math.sqrt(sum(count for count, _ in found))
        middle = tuple(share * sum(each) for each in zip(*(each for _, each in found), strict=True))
        # A product is (a² + b² - |a - b|²) / 2; a² is the same for all careers, and distances are counted in C.
        logits = [
            offset - math.dist(middle, column) ** 2 / 2
            for offset, column in zip(self.offsets, self.columns, strict=True)
        ]
        most = max(logits)
        whole = most + math.log(sum([math.exp(each - most) for each in logits]))
        least = whole + LEAST
        return {soc: each - whole for soc, each in zip(self.socs, logits, strict=True) if each > least}

    def _added(self, word: str) -> tuple[int, list[int]]:
        return self._sum(row(part) for part in word_parts(word))

    def _sum(self, rows: Iterable[int]) -> tuple[int, list[int]]:
        """How many rows, and their sum."""
        taken = [self.rows[at * WIDTH : (at + 1) * WIDTH] for at in rows]
        return len(taken), [sum(each) for each in zip(*taken, strict=True)]
