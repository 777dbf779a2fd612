"""Which careers the words of a title point to, by a model that was fitted to all names.

The model is linear with a narrow middle (Joulin et al. 2017, "Bag of tricks for efficient text classification"): every
word, every run of letters in it, every pair of neighbors and the word that names the job have a row of `WIDTH` numbers
if enough names hold them; their mean is compared with a row for each career. Runs of letters give a meaning to words
that no name holds ("dermatopathologist"). `python -m bench.title_model` fits it.
"""

import json
import math
import struct
import zipfile
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from askwell.explore.search.titles import Name

SHIPPED = Path(__file__).parent / "fitted.zip"
WIDTH, RUNS = 96, (3, 4)
READ, REMEMBERED = 16, 2_000  # words of a text that are weighed, and words whose rows are kept added up
LEAST = -9.0
"""Careers less likely than this (a logarithm) are all as unlikely."""


def word_parts(word: str) -> Iterator[int]:
    """A word and its runs of letters, as numbers."""
    yield crc32(f"={word}".encode())
    marked = f"^{word}$".encode()
    for size in RUNS:
        for at in range(len(marked) - size + 1):
            yield crc32(marked[at : at + size])


def other_parts(words: Sequence[str], head: str) -> Iterator[int]:
    """Neighbors, and the word that names the job, as numbers."""
    yield crc32(f"<{head}".encode())
    for one, other in pairwise(words):
        yield crc32(f"{one} {other}".encode())


def parts(words: Sequence[str], head: str) -> list[int]:
    """All parts of a title, as numbers."""
    return [*(part for word in words for part in word_parts(word)), *other_parts(words, head)]


def digest(names: Iterable[Name]) -> str:
    """A fingerprint of names as the word rules take them apart: a model fitted to others no longer fits."""
    told = sha256()
    for line in sorted(f"{name.tokens} {name.head} {sorted(name.socs)}" for name in names):
        told.update(line.encode())
    return told.hexdigest()


class Fitted:
    """A fitted model, ready to be asked."""

    def __init__(self, path: Path = SHIPPED) -> None:
        with zipfile.ZipFile(path) as archive:
            about = json.loads(archive.read("about.json"))
            held = archive.read("parts")
            self.rows = array("b", archive.read("rows"))
            columns = array("b", archive.read("careers"))
        self.parts = array("I", struct.unpack(f"<{len(held) // 4}I", held))
        self.socs: list[str] = about["careers"]
        self.fitted_to: str = about["fitted_to"]
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
        found.append(self._sum(other_parts(words, head)))
        share = 1 / math.sqrt(sum(count for count, _ in found) or 1)
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
        return self._sum(word_parts(word))

    def _sum(self, parts: Iterable[int]) -> tuple[int, list[int]]:
        """How many of some parts are known, and the sum of their rows."""
        taken = [self.rows[at * WIDTH : (at + 1) * WIDTH] for at in map(self._place, parts) if at >= 0]
        return len(taken), [sum(each) for each in zip(*taken, strict=True)] or [0] * WIDTH

    def _place(self, part: int) -> int:
        """Where the row of a part is; below zero where it has none."""
        at = bisect_left(self.parts, part)
        return at if at < len(self.parts) and self.parts[at] == part else -1
