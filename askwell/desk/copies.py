"""Copies of the SQLite file: made while the program runs, checked, put back. No Django."""

import os
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

MARK = b"SQLite format 3\0"
OURS = frozenset({"django_migrations", "accounts_user", "explore_path", "journal_entry"})
BESIDE = ("-wal", "-shm", "-journal")


class BadCopy(Exception):
    """A file that can't serve as a copy; the message says why."""


def make(source: Path, to: Path) -> None:
    """Copy a database in use into a new file that only its owner may read; never over an old one."""
    if not source.exists():
        raise BadCopy("There is no data yet, so there is nothing to copy.")
    to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(_read_only(source)) as live, closing(sqlite3.connect(to)) as copy:
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        verify(to)
    except BaseException:
        to.unlink()
        raise


def verify(file: Path, *, known: Collection[tuple[str, str]] | None = None) -> None:
    """Make sure that the file is a whole Askwell database, and not newer than the steps `known` here."""
    with file.open("rb") as raw:
        if raw.read(len(MARK)) != MARK:
            raise BadCopy(f"{file} is no SQLite database.")
    try:
        with closing(_read_only(file)) as copy:
            _check(copy, file, known)
    except sqlite3.DatabaseError as fault:
        raise BadCopy(f"{file} is damaged: {fault}.") from fault


def _check(copy: sqlite3.Connection, file: Path, known: Collection[tuple[str, str]] | None) -> None:
    found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise BadCopy(f"{file} is damaged: {found}.")
    tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables >= OURS:
        raise BadCopy(f"{file} is a database, but none that Askwell wrote.")
    applied = {(app, name) for app, name in copy.execute("SELECT app, name FROM django_migrations")}
    if known is not None and applied - set(known):
        raise BadCopy(f"{file} was written by a newer Askwell. Update the program, then try again.")


def put_back(copy: Path, to: Path, aside: Path) -> None:
    """Put a copy in the place of the data; what was there is kept as `aside`, with all that belongs to it."""
    fresh = to.with_name(f"{to.name}.{os.getpid()}")
    make(copy, fresh)
    if to.exists():
        for ending in ("", *BESIDE):
            part = to.with_name(to.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
    fresh.rename(to)


def _read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
