"""A message as a careful reader takes it in: plain lower case, long forms, sentences, and where each came from."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from askwell.ask.check.wrapping import unwrapped

LONGEST = 100_000  # characters read; what stands after them is only counted
QUOTES = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2011": "-",
    }
    | {"\0": " "}
)

# Short and sloppy forms, read as what they stand for, so that the vocabulary needs only one spelling.
LONG_FORMS = {
    "i'm": "i am", "im": "i am", "i'd": "i would", "id": "i would", "i've": "i have", "ive": "i have", "i'll": "i will",
    "u": "you", "ur": "your", "r": "are", "you're": "you are", "youre": "you are", "you've": "you have", "you'd": "you would",
    "you'll": "you will", "we're": "we are", "we'd": "we would", "we've": "we have", "it's": "it is", "that's": "that is",
    "there's": "there is", "they're": "they are", "he's": "he is", "she's": "she is", "who's": "who is", "let's": "let us",
    "can't": "can not", "cant": "can not", "cannot": "can not", "won't": "will not", "wont": "will not", "dont": "do not",
    "didnt": "did not", "isnt": "is not", "pls": "please", "plz": "please", "thx": "thanks", "lmk": "let me know",
    "n": "and", "&": "and", "abt": "about", "w/": "with", "gonna": "going to", "wanna": "want to", "kindly": "please",
    "whatever's": "whatever is", "what's": "what is", "here's": "here is", "how's": "how is", "where's": "where is", "resumes": "resume", "cvs": "cv", "minuets": "minutes",
}  # fmt: skip
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "jr",
        "sr",
        "e.g",
        "i.e",
        "vs",
        "approx",
        "rev",
        "gen",
        "lt",
        "sgt",
    ]
)

CHUNK = re.compile(r"\s+|\S+")
SENTENCE_END = re.compile(r"[.?!\u3002\uff1f\uff01\u2026][\"')\]]{0,3}")
BULLETS = ("*", "-", "+", "\u2022", "\u00b7")
CLAUSE_BREAK = re.compile(
    r"; | but |, however|, though|, (?:so )?(?:could|can|would|please)\b| - |,? and i |, i "
)


@dataclass(frozen=True)
class Span:
    """A stretch of the text as given, in character offsets."""

    start: int
    end: int


class Reading:
    """One message, read once: `plain` to match words in, `origin` back to the text as given."""

    def __init__(self, text: str) -> None:
        self.text = unwrapped(text[:LONGEST]) + text[LONGEST:]
        self.words = count_words(self.text)
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._breaks: list[int] = [0]
        for chunk in CHUNK.finditer(self.text[:LONGEST].translate(QUOTES)):
            self._take(chunk.group(), chunk.start())
        self.plain = "".join(self._pieces)

    def _take(self, chunk: str, at: int) -> None:
        if chunk.isspace():
            self._put("\n" if chunk.count("\n") > 1 else " ", at, at + len(chunk))
            if "\n" in self._pieces[-1]:
                self._breaks.append(len(self._starts))
            return
        if chunk.startswith(BULLETS) and self._pieces and "\n" in self.text[max(0, at - 3) : at]:
            self._breaks.append(len(self._starts))
        self._word(chunk, at)

    def _word(self, chunk: str, at: int) -> None:
        lead, core, tail = split_chunk(chunk)
        for offset, char in enumerate(lead):
            self._put(char, at + offset, at + offset + 1)
        at += len(lead)
        self._put_core(core, at)
        at += len(core)
        ends = bool(SENTENCE_END.search(tail)) and not (tail == "." and core.lower() in ABBREVIATIONS)
        for offset, char in enumerate(tail if ends else tail.replace(".", "")):
            self._put(char, at + offset, at + offset + 1)
        if ends:
            self._breaks.append(len(self._starts))

    def _put_core(self, core: str, at: int) -> None:
        low = core.lower()
        long = LONG_FORMS.get(low) or (low[:-3] + " not" if low.endswith("n't") else None)
        if long is not None:
            self._put(long, at, at + len(core))
            return
        for offset, char in enumerate(core):
            self._put(char.lower() if char.isascii() else folded(char), at + offset, at + offset + 1)

    def _put(self, piece: str, start: int, end: int) -> None:
        self._pieces.append(piece)
        self._starts.extend([start] * len(piece))
        self._ends.extend([end] * len(piece))

    @cached_property
    def breaks(self) -> list[int]:
        """Where sentences begin in `plain`, with its end last."""
        return sorted({*self._breaks, len(self.plain)})

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The bounds, in `plain`, of the sentence that holds a position."""
        index = bisect_right(self.breaks, position)
        return self.breaks[index - 1], self.breaks[min(index, len(self.breaks) - 1)]

    def before(self, start: int) -> str:
        """What stands before a position in its own clause."""
        left = max(self.sentence_at(start)[0], start - 160)
        head = self.plain[left:start]
        last = 0
        for cut in CLAUSE_BREAK.finditer(head):
            last = cut.end()
        return head[last:]

    def origin(self, start: int, end: int) -> Span:
        """Where a stretch of `plain` stands in the text as given."""
        if start >= len(self._starts):
            return Span(len(self.text), len(self.text))
        return Span(self._starts[start], self._ends[max(start, end - 1)])

    def word_index(self, position: int) -> int:
        """How many words stand before a position in `plain`."""
        return self.plain.count(" ", 0, position) + self.plain.count("\n", 0, position)


def folded(char: str) -> str:
    """A letter in plain lower case, without its accents; nothing for a mark that only joins, hides or accents."""
    if unicodedata.category(char) in ("Mn", "Cf"):
        return ""
    return unicodedata.normalize("NFD", char)[0].lower()[0]


def split_chunk(chunk: str) -> tuple[str, str, str]:
    """Part a chunk into the punctuation before, the word, and the punctuation after."""
    core = chunk.lstrip("\"'*_>-\u2022\u00b7([{<")
    lead = chunk[: len(chunk) - len(core)]
    word = core.rstrip("\"'*_.,;:!?)\u2026\u3002\uff1f\uff01")
    return lead, word, core[len(word) :]


def count_words(text: str) -> int:
    """Count words as a person would: what spaces part, and each character where a script has no spaces."""
    unspaced = sum("\u3040" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff" for char in text)
    return max(len(text.replace("\0", " ").split()), unspaced)
