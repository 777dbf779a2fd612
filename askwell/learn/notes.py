"""Two versions of one note become one, and no word of either is lost. No Django."""

from collections.abc import Sequence
from difflib import SequenceMatcher


def merge(kept: str, coming: str) -> str:
    """Both texts in one: shared lines once, and where they part, the kept lines before the coming ones.

    A text whose every line stands in the other, in order, adds nothing; so merging twice changes
    nothing more, and equal texts stay as they are.
    """
    return "\n".join(_both(kept.split("\n"), coming.split("\n")))


def _both(kept: list[str], coming: list[str]) -> list[str]:
    if _covers(kept, coming):
        return kept
    if _covers(coming, kept):
        return coming
    merged: list[str] = []
    for change, a, b, c, d in SequenceMatcher(None, kept, coming).get_opcodes():
        merged += kept[a:b] if change == "equal" else _apart(kept[a:b], coming[c:d])
    return merged


def _apart(kept: list[str], coming: list[str]) -> list[str]:
    if _covers(kept, coming):
        return kept
    return coming if _covers(coming, kept) else kept + coming


def _covers(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether each line of the part stands inside a line of the whole, in the same order."""
    lines = iter([line.split() for line in whole])
    return all(any(_runs_in(line, words) for line in lines) for words in map(str.split, part) if words)


def _runs_in(line: list[str], words: list[str]) -> bool:
    """Whether the words stand in the line side by side."""
    width = len(words)
    return any(line[at : at + width] == words for at in range(len(line) - width + 1))
