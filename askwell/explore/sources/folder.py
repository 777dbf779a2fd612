"""A folder of release files, however it is laid out, or one archive: files, and what archives among them hold."""

import codecs
import csv
import gzip
import hashlib
import io
import lzma
import os
import re
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from python_calamine import CalamineError, CalamineWorkbook

from askwell.explore.sources.reading import BROKEN_ARCHIVE, Row, SourceError, plain, require

MOST_FILES = 5_000
LARGEST = 1_000_000_000
"""Bytes of one file, unpacked; the largest real one, the pay of every place, has a third of it."""
LARGEST_WORKBOOK = 4_000_000_000
HEADER_WITHIN = 12
UNREADABLE = (
    UnicodeError,
    csv.Error,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    gzip.BadGzipFile,
    EOFError,
    RuntimeError,
)


class Tabs(csv.excel_tab):
    """Cells between tabs, in which quotation marks are letters like others: that is how publishers write them."""

    quoting = csv.QUOTE_NONE


@dataclass(frozen=True, slots=True)
class Held:
    """A file of the folder, or a part of an archive there."""

    file: Path
    part: str | None = None


class Folder:
    """Release files by name, which of them were read for which source, and what release they name."""

    def __init__(self, place: Path) -> None:
        self.root = place.parent if place.is_file() else place
        self.files: dict[str, dict[str, str]] = {}
        self.releases: dict[str, str] = {}
        try:
            self._held = dict(self._list([place] if place.is_file() else sorted(_files(place))))
        except OSError as trouble:
            which = trouble.filename or place
            raise SourceError(f"The folder {which} can't be read: {trouble.strerror or trouble}.") from None
        if not self._held:
            raise SourceError(f"The folder {place} holds no files.")

    def _list(self, files: Sequence[Path]) -> Iterator[tuple[str, Held]]:
        for file in files:
            name = file.relative_to(self.root).as_posix()
            yield name, Held(file)
            if file.suffix.lower() == ".zip":
                yield from _parts(name, file)

    def named(self, pattern: str) -> list[str]:
        """The files whose own name fits the pattern, whatever folder or archive they lie in."""
        fits = re.compile(pattern, re.IGNORECASE).fullmatch
        return [name for name in self._held if fits(name.rpartition("/")[2])]

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        return name in self._held

    @contextmanager
    def open(self, source: str, name: str) -> Iterator[IO[bytes]]:
        """A file to read from; it is noted as read for that source."""
        if name not in self._held:
            raise SourceError(f"The file {name} is missing from {self.root}.")
        held = self._held[name]
        try:
            self._note(source, held.file)
            if held.part is None:
                with held.file.open("rb") as stream:
                    yield stream
            else:
                with zipfile.ZipFile(held.file) as archive, archive.open(held.part) as part:
                    yield part
        except UNREADABLE as trouble:
            raise SourceError(f"The file {name} can't be read: {_plainly(trouble)}.") from None
        except OSError as trouble:
            raise SourceError(f"The file {name} can't be read: {trouble.strerror or trouble}.") from None

    def _note(self, source: str, file: Path) -> None:
        name, files = file.relative_to(self.root).as_posix(), self.files.setdefault(source, {})
        if name not in files:
            known = (each[name] for each in self.files.values() if name in each)
            files[name] = next(known, "") or digest_of(file)

    @contextmanager
    def text(self, source: str, name: str, encoding: str = "utf-8") -> Iterator[IO[str]]:
        """A text file to read from, in UTF-8 whatever was expected where it is marked as such."""
        with self.open(source, name) as stream:
            marked = stream.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
            stream.seek(0)
            with io.TextIOWrapper(stream, "utf-8-sig" if marked else encoding, newline="") as text:
                yield text

    def lines(self, source: str, name: str, encoding: str = "utf-8") -> Generator[str, None, None]:
        """The lines of a text file."""
        with self.text(source, name, encoding) as text:
            yield from text

    def table(
        self, source: str, name: str, columns: Sequence[str], *, encoding: str = "utf-8"
    ) -> Iterator[Row]:
        """The rows of a comma-separated file, or a tab-separated one if it is no .csv, their cells as `plain` has them."""
        dialect = csv.excel if name.lower().endswith(".csv") else Tabs
        with self.text(source, name, encoding) as text:
            rows = csv.reader(text, dialect, skipinitialspace=True)
            header = [cell.strip() for cell in next(rows, [])]
            require(header, columns, name)
            places = {column: header.index(column) for column in dict.fromkeys([*columns, *header])}
            needed, found = max((places[column] for column in columns), default=0), False
            for cells in rows:
                if len(cells) <= needed:
                    if len(cells) > 1 and dialect is Tabs:
                        raise SourceError(f"The file {name} is cut short in line {rows.line_num}.")
                    continue  # an empty line, or a remark below the table
                found = True
                yield {column: plain(cells[at]) for column, at in places.items() if at < len(cells)}
            if not found:
                raise SourceError(f"The file {name} has no rows below its header.")

    def sheet(
        self,
        source: str,
        name: str,
        sheet: str | None,
        columns: Sequence[str],
        *,
        rename: Callable[[str], str] = str,
    ) -> Iterator[dict[str, Any]]:
        """The rows of one sheet (None: the first that has the columns), keyed by the header as `rename` has it."""
        shown = f"{name} (sheet {sheet})" if sheet else name
        fullest: list[str] = []
        for rows in self._sheets(source, name, sheet):
            for cells in _first(rows, HEADER_WITHIN):
                header = [rename(str(cell)) for cell in cells]
                if set(columns) <= set(header):
                    yield from _keyed(rows, header, shown)
                    return
                fullest = max(fullest, header, key=lambda row: len(set(columns) & set(row)))
        require(fullest, columns, shown)
        raise SourceError(f"The file {shown} has no header row.")

    def top(self, source: str, name: str, sheet: str) -> list[str]:
        """The cells of the first rows of a sheet, as text."""
        rows = next(self._sheets(source, name, sheet))
        return [str(cell) for row in _first(rows, HEADER_WITHIN) for cell in row]

    def _sheets(self, source: str, name: str, sheet: str | None) -> Iterator[Iterator[list[Any]]]:
        with self.open(source, name) as stream:
            packed = io.BytesIO(stream.read(LARGEST))
        try:
            _refuse_bomb(packed, name)
            book = CalamineWorkbook.from_filelike(packed)
            if sheet and sheet not in book.sheet_names:
                raise SourceError(f"The file {name} has no sheet “{sheet}”.")
            for each in [sheet] if sheet else book.sheet_names:
                yield book.get_sheet_by_name(each).iter_rows()
        except (CalamineError, *BROKEN_ARCHIVE) as trouble:
            raise SourceError(f"The file {name} can't be read: {_plainly(trouble)}.") from None

    @contextmanager
    def database(self, source: str, name: str) -> Iterator[sqlite3.Connection]:
        """A gzipped SQLite database, opened from a copy that is removed again."""
        with tempfile.NamedTemporaryFile(suffix=".sqlite") as copy:
            try:
                with self.open(source, name) as stream, gzip.open(stream) as packed:
                    _unpack(packed, copy, name)
                copy.flush()
                connection = sqlite3.connect(copy.name)
                try:
                    yield connection
                finally:
                    connection.close()
            except sqlite3.DatabaseError as trouble:
                raise SourceError(
                    f"The file {name} can't be read as a database: {_plainly(trouble)}."
                ) from None


def _files(root: Path) -> Iterator[Path]:
    """Every file in a folder and its folders that is not hidden; OSError for a folder that can't be read."""

    def refuse(trouble: OSError) -> None:
        raise trouble

    for place, folders, names in os.walk(root, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(place) / name for name in names if not name.startswith("."))
        yield from (file for file in files if file.is_file())


def _unpack(packed: gzip.GzipFile, copy: IO[bytes], name: str) -> None:
    while chunk := packed.read(1 << 20):
        copy.write(chunk)
        if copy.tell() > LARGEST:
            raise SourceError(f"The file {name} unpacks to more than any release does.")


def _parts(name: str, file: Path) -> Iterator[tuple[str, Held]]:
    """What an archive holds, if it may be trusted to hold it."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except BROKEN_ARCHIVE:
        raise SourceError(f"The file {name} is cut short, or no zip archive. Download it again.") from None
    if len(entries) > MOST_FILES:
        raise SourceError(f"The file {name} holds more than {MOST_FILES:,} files, which no release does.")
    for entry in entries:
        if ".." in PurePosixPath(entry.filename).parts or entry.filename.startswith(("/", "\\")):
            raise SourceError(f"The file {name} holds “{entry.filename}”, a place outside of it.")
        if entry.file_size > LARGEST:
            raise SourceError(f"The file {name} holds {entry.filename}, larger than any release file.")
        yield f"{name}/{entry.filename}", Held(file, entry.filename)


def _refuse_bomb(packed: io.BytesIO, name: str) -> None:
    with zipfile.ZipFile(packed) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST_WORKBOOK:
            raise SourceError(f"The file {name} unpacks to more than any workbook of a release.")
    packed.seek(0)


def _first(rows: Iterator[list[Any]], count: int) -> Iterator[list[Any]]:
    for _, row in zip(range(count), rows, strict=False):
        yield row


def _keyed(rows: Iterator[list[Any]], header: list[str], shown: str) -> Iterator[dict[str, Any]]:
    found = False
    for row in rows:
        found = True
        yield dict(
            zip(header, (plain(cell) if isinstance(cell, str) else cell for cell in row), strict=False)
        )
    if not found:
        raise SourceError(f"The file {shown} has no rows below its header.")


def digest_of(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _plainly(trouble: Exception) -> str:
    if isinstance(trouble, UnicodeError):
        return "it is not text in UTF-8, as it was published"
    if isinstance(trouble, zipfile.BadZipFile | gzip.BadGzipFile | zlib.error | lzma.LZMAError | EOFError):
        return "it is damaged or cut short"
    return str(trouble).rstrip(".") or type(trouble).__name__
