import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from askwell.desk import copies
from askwell.desk.copies import BadCopy


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small database in use, shaped like ours."""
    file = tmp_path / "data.sqlite3"
    with closing(sqlite3.connect(file)) as made:
        made.execute("PRAGMA journal_mode=WAL")
        for table in sorted(copies.OURS - {"django_migrations"}):
            made.execute(f"CREATE TABLE {table} (word TEXT)")
        made.execute("CREATE TABLE django_migrations (app TEXT, name TEXT)")
        made.execute("INSERT INTO django_migrations VALUES ('explore', '0001_begin')")
        made.execute("INSERT INTO explore_path VALUES ('nurse')")
        made.commit()
    return file


def paths(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as read:
        return [word for (word,) in read.execute("SELECT word FROM explore_path")]


def test_a_copy_is_whole_private_and_one_file(data: Path, tmp_path: Path) -> None:
    to = tmp_path / "backups" / "copy.sqlite3"

    copies.make(data, to)

    assert paths(to) == ["nurse"]
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert [one.name for one in to.parent.iterdir()] == ["copy.sqlite3"]


def test_a_copy_holds_what_was_written_while_the_data_is_open(data: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(data)) as writer:
        writer.execute("INSERT INTO explore_path VALUES ('baker')")
        writer.commit()

        copies.make(data, tmp_path / "copy.sqlite3")

    assert paths(tmp_path / "copy.sqlite3") == ["nurse", "baker"]


def test_a_copy_never_replaces_a_file(data: Path, tmp_path: Path) -> None:
    there = tmp_path / "copy.sqlite3"
    there.write_text("precious")

    with pytest.raises(FileExistsError):
        copies.make(data, there)

    assert there.read_text() == "precious"


def test_a_failed_copy_leaves_no_half_of_one(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(copies.MARK + b"x" * 5000)

    with pytest.raises((BadCopy, sqlite3.DatabaseError)):
        copies.make(broken, tmp_path / "copy.sqlite3")

    assert not (tmp_path / "copy.sqlite3").exists()


def test_without_data_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(BadCopy, match="no data yet"):
        copies.make(tmp_path / "none", tmp_path / "copy")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Dear diary")

    with pytest.raises(BadCopy, match="no SQLite database"):
        copies.verify(text)


def test_a_database_of_another_program_is_named(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(file)) as made:
        made.execute("CREATE TABLE recipes (name TEXT)")
        made.commit()

    with pytest.raises(BadCopy, match="none that Askwell wrote"):
        copies.verify(file)


def test_a_damaged_database_is_named(data: Path) -> None:
    with closing(sqlite3.connect(data)) as closing_log:
        closing_log.execute("PRAGMA journal_mode=DELETE")
        closing_log.executemany("INSERT INTO explore_path VALUES (?)", [("x" * 900,) for _ in range(200)])
        closing_log.commit()
    size = data.stat().st_size
    with data.open("r+b") as raw:
        raw.seek(size // 2)
        raw.write(os.urandom(size // 3))

    with pytest.raises(BadCopy, match="damaged"):
        copies.verify(data)


def test_a_newer_database_is_named(data: Path) -> None:
    with pytest.raises(BadCopy, match="newer"):
        copies.verify(data, known={("explore", "0000_older")})


def test_putting_back_keeps_what_was_there_aside(data: Path, tmp_path: Path) -> None:
    copy, aside = tmp_path / "copy.sqlite3", tmp_path / "aside.sqlite3"
    copies.make(data, copy)
    with closing(sqlite3.connect(data)) as later:
        later.execute("DELETE FROM explore_path")
        later.execute("INSERT INTO explore_path VALUES ('later')")
        later.commit()

    copies.put_back(copy, data, aside)

    assert paths(data) == ["nurse"]
    assert paths(aside) == ["later"]
