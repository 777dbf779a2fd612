"""What every reader of a release shares: the error that names file and column, and figures from cells."""

import lzma
import math
import zipfile
import zlib
from collections.abc import Mapping, Sequence, Sized
from html import unescape
from statistics import fmean
from typing import TypeVar

Row = dict[str, str]
Value = TypeVar("Value")
Found = TypeVar("Found", bound=Sized)
BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    RuntimeError,
    ValueError,
    IndexError,
)
"""What is raised besides OSError where an archive is damaged, or none."""


class SourceError(Exception):
    """A release file can't be used; the text names the file and what is wrong with it."""


def plain(cell: str) -> str:
    """A cell as a person would write it: no blanks at its ends, none doubled, no web page's codes for letters."""
    return " ".join((unescape(cell) if "&" in cell and ";" in cell else cell).split())


def require(found: Sequence[str], columns: Sequence[str], name: str) -> None:
    """Refuse a table that lacks a column."""
    missing = [column for column in columns if column not in found]
    if missing:
        raise SourceError(f"The file {name} has no column “{missing[0]}”.")


def number(cell: object, name: str, column: str) -> float | None:
    """A figure from a cell; None where the source leaves it out."""
    text = str(cell if cell is not None else "").strip().replace(",", "")
    if text in {"", "-", "–", "—", "n/a", "N/A", "(NA)", "*", "**", "#", "~"}:
        return None
    try:
        value = float(text)
        if not math.isfinite(value):
            raise ValueError
    except ValueError:
        raise SourceError(
            f"The file {name} has “{text}” where a number belongs, in column “{column}”."
        ) from None
    return value


def rating(cell: object, name: str, column: str, scale: tuple[int, int]) -> float | None:
    """A figure from a cell that lies between the one and the other; None where the source leaves it out."""
    value = number(cell, name, column)
    if value is not None and not scale[0] <= value <= scale[1]:
        raise SourceError(
            f"The file {name} has “{cell}” where a number from {scale[0]} to {scale[1]} belongs, in column “{column}”."
        )
    return value


def count(cell: object, name: str, column: str) -> int:
    """A whole number that must be there."""
    value = number(cell, name, column)
    if value is None:
        raise SourceError(f"The file {name} lacks a number in column “{column}”.")
    return round(value)


def some(found: Found, sought: str, name: str, column: str) -> Found:
    """What was found, where something must be: rows marked in another way than before give no figures at all."""
    if not found:
        raise SourceError(f"The file {name} has no figures with “{sought}” in column “{column}”.")
    return found


def known(found: Mapping[str, Value], key: str, name: str, column: str) -> Value:
    """What a code stands for, where it must stand for something."""
    if key not in found:
        raise SourceError(f"The file {name} has the unknown code “{key}” in column “{column}”.")
    return found[key]


def means(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean of each figure over the rows that give it."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: tidy(round(fmean(row[name] for row in rows if name in row), 2)) for name in names}


def tidy(value: float) -> float | int:
    """A figure without a needless fraction."""
    return int(value) if value == int(value) else round(value, 4)
