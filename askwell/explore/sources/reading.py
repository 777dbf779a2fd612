"""Opening release files: every table says which columns it needs and misses none quietly."""

import csv
import gzip
import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from python_calamine import CalamineError, CalamineWorkbook

Row = dict[str, str]
Value = TypeVar("Value")


class SourceError(Exception):
    """A release file can't be used; the text names the file and what is wrong with it."""


class Folder:
    """A folder of release files, which of them were read for which source, and what release they name."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, dict[str, str]] = {}
        self.releases: dict[str, str] = {}

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        return (self.root / name).is_file()

    def path(self, source: str, name: str) -> Path:
        """Where a file is; it is noted as read for that source, with its SHA-256."""
        path = self.root / name
        if not path.is_file():
            raise SourceError(f"The file {name} is missing from {self.root}.")
        if name not in self.files.setdefault(source, {}):
            with path.open("rb") as stream:
                self.files[source][name] = hashlib.file_digest(stream, "sha256").hexdigest()
        return path

    def table(self, source: str, name: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a comma- or tab-separated file."""
        delimiter = "\t" if name.endswith(".txt") else ","
        with self.path(source, name).open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream, delimiter=delimiter)
            try:
                require(rows.fieldnames or (), columns, name)
                yield from rows
            except (UnicodeDecodeError, csv.Error) as trouble:
                raise SourceError(f"The file {name} can't be read as text: {trouble}.") from None

    def sheet(self, source: str, name: str, sheet: str, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """The rows of one sheet, keyed by the header, which is the first row with all columns."""
        path = self.path(source, name)
        try:
            rows = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
        except CalamineError as trouble:
            raise SourceError(f"The sheet {sheet} of the file {name} can't be read: {trouble}.") from None
        start = next((at for at, row in enumerate(rows[:10]) if set(columns) <= set(row)), None)
        if start is None:
            fullest = max(rows[:10], key=lambda row: len(set(columns) & set(row)), default=[])
            require([str(cell) for cell in fullest], columns, f"{name} (sheet {sheet})")
            raise SourceError(f"The file {name} (sheet {sheet}) has no header row.")
        header = [str(cell) for cell in rows[start]]
        for row in rows[start + 1 :]:
            yield dict(zip(header, row, strict=False))

    @contextmanager
    def database(self, source: str, name: str) -> Iterator[sqlite3.Connection]:
        """A gzipped SQLite database, opened from a copy that is removed again."""
        path = self.path(source, name)
        with tempfile.NamedTemporaryFile(suffix=".sqlite") as copy:
            try:
                with gzip.open(path) as packed:
                    shutil.copyfileobj(packed, copy)
                copy.flush()
                connection = sqlite3.connect(copy.name)
                try:
                    yield connection
                finally:
                    connection.close()
            except (gzip.BadGzipFile, EOFError, sqlite3.DatabaseError) as trouble:
                raise SourceError(f"The file {name} can't be read as a database: {trouble}.") from None


def require(found: Sequence[str], columns: Sequence[str], name: str) -> None:
    """Refuse a table that lacks a column."""
    missing = [column for column in columns if column not in found]
    if missing:
        raise SourceError(f"The file {name} has no column “{missing[0]}”.")


def number(cell: object, name: str, column: str) -> float | None:
    """A figure from a cell; None where the source leaves it out."""
    text = str(cell if cell is not None else "").strip().replace(",", "")
    if text in {"", "-", "–", "—", "n/a", "N/A", "*", "**", "#"}:
        return None
    try:
        return float(text)
    except ValueError:
        raise SourceError(
            f"The file {name} has “{text}” where a number belongs, in column “{column}”."
        ) from None


def count(cell: object, name: str, column: str) -> int:
    """A whole number that must be there."""
    value = number(cell, name, column)
    if value is None:
        raise SourceError(f"The file {name} lacks a number in column “{column}”.")
    return round(value)


def known(found: Mapping[str, Value], key: str, name: str, column: str) -> Value:
    """What a code stands for, where it must stand for something."""
    if key not in found:
        raise SourceError(f"The file {name} has the unknown code “{key}” in column “{column}”.")
    return found[key]


def tidy(value: float) -> float | int:
    """A figure without a needless fraction."""
    return int(value) if value == int(value) else round(value, 4)
