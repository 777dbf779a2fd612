"""The commands of the desk, run as a person runs them."""

import errno
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from askwell.desk.management.commands.export import write_new
from tests.serving import Server, askwell

pytestmark = pytest.mark.skipif(
    "DATABASE_URL" in os.environ, reason="the solo edition keeps its data in one SQLite file"
)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the figures are loaded and a journey has begun."""
    home = tmp_path_factory.mktemp("homes") / "home"
    assert askwell("example", home=home).returncode == 0
    journey = {
        "format": "askwell-journey",
        "version": 1,
        "seeker": {"name": "Nadia"},
        "paths": [{"id": 1, "soc": "29-1141", "narrowed": "", "added_at": "2026-10-01T10:00:00Z"}],
    }
    brought = askwell("import", "-", home=home, stdin=json.dumps(journey))
    assert brought.returncode == 0, brought.stderr
    return home


def paths(home: Path) -> int:
    with closing(sqlite3.connect(home / "askwell.sqlite3")) as data:
        count: int = data.execute(
            "SELECT count(*) FROM explore_path JOIN accounts_user u ON u.id = seeker_id WHERE u.example_of_id IS NULL"
        ).fetchone()[0]
        return count


def test_export_answers_on_standard_output_and_import_finds_it_all_there(begun: Path) -> None:
    out = askwell("export", home=begun)

    again = askwell("import", "-", "--json", home=begun, stdin=out.stdout)

    assert json.loads(out.stdout)["seeker"]["name"] == "Nadia"
    assert {"of": "paths", "new": 0, "here_already": 1} in json.loads(again.stdout)
    assert paths(begun) == 1


def test_export_writes_a_new_private_file_and_never_over_an_old_one(begun: Path, tmp_path: Path) -> None:
    to = tmp_path / "journey.pdf"

    first = askwell("export", "--form", "pdf", "--to", str(to), home=begun)
    second = askwell("export", "--to", str(to), home=begun)

    assert first.returncode == 0
    assert to.read_bytes().startswith(b"%PDF-")
    assert to.stat().st_mode & 0o077 == 0
    assert second.returncode == 1
    assert "there already" in second.stderr


def test_an_export_that_fills_the_disk_leaves_no_half_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fills(path: Path, data: bytes) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fills)

    with pytest.raises(OSError, match="No space left"):
        write_new(tmp_path / "journey.json", b"{}")

    assert not (tmp_path / "journey.json").exists()


def test_import_refuses_with_the_place_and_changes_nothing(begun: Path) -> None:
    wrong = {
        "format": "askwell-journey",
        "version": 1,
        "paths": [{"id": 1, "soc": "99-9999", "narrowed": ""}],
    }

    refused = askwell("import", "-", home=begun, stdin=json.dumps(wrong))

    assert refused.returncode == 1
    assert "99-9999" in refused.stderr
    assert paths(begun) == 1


def test_a_backup_is_restored_and_what_was_there_is_kept(begun: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    made = askwell("backup", str(copy), home=begun)
    other = tmp_path / "other"

    restored = askwell("restore", str(copy), home=other)
    again = askwell("restore", str(copy), home=other)

    assert made.returncode == restored.returncode == again.returncode == 0, restored.stderr + again.stderr
    assert paths(other) == 1
    assert len(list(other.glob("askwell-before-*.sqlite3"))) == 1


def test_a_backup_never_replaces_a_file(begun: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("precious")

    refused = askwell("backup", str(tmp_path / "copy"), home=begun)

    assert refused.returncode == 1
    assert (tmp_path / "copy").read_text() == "precious"


def test_restore_refuses_what_is_no_backup(begun: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("Dear diary")

    for file in ("notes", "missing"):
        refused = askwell("restore", str(tmp_path / file), home=begun)
        assert refused.returncode == 1
        assert "Nothing was changed." in refused.stderr
    assert paths(begun) == 1


def test_restore_refuses_while_a_server_runs_on_the_data(begun: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    askwell("backup", str(copy), home=begun)

    with Server(begun):
        refused = askwell("restore", str(copy), home=begun)

    assert refused.returncode == 1
    assert "Askwell is running" in refused.stderr
    assert paths(begun) == 1


def test_the_example_goes_without_touching_what_is_real(begun: Path) -> None:
    before = askwell("export", home=begun).stdout

    gone = askwell("example", "--remove", home=begun)

    assert "gone" in gone.stdout
    assert askwell("export", home=begun).stdout == before


def test_check_is_content_with_a_good_home_and_names_what_is_open(begun: Path) -> None:
    good = askwell("check", "--json", home=begun)
    begun.chmod(0o755)
    try:
        bad = askwell("check", home=begun)
    finally:
        begun.chmod(0o700)

    assert good.returncode == 0
    assert json.loads(good.stdout)["ok"] is True
    assert bad.returncode == 1
    assert f"chmod 700 {begun}" in bad.stdout


def test_check_names_a_damaged_database_and_leaves_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    (home / "askwell.sqlite3").write_bytes(b"SQLite format 3\0" + b"x" * 4096)
    before = (home / "askwell.sqlite3").read_bytes()

    bad = askwell("check", "--json", home=home)

    assert bad.returncode == 1
    assert any(
        one["state"] == "bad" and one["name"] == "database" for one in json.loads(bad.stdout)["checks"]
    )
    assert (home / "askwell.sqlite3").read_bytes() == before


def test_check_works_before_the_first_start(tmp_path: Path) -> None:
    assert askwell("check", home=tmp_path / "nowhere-yet").returncode == 0


def test_check_says_when_sending_is_half_set_up(begun: Path) -> None:
    bad = askwell("check", home=begun, SMTP_HOST="mail.example.org")

    assert bad.returncode == 1
    assert "SMTP_FROM" in bad.stdout


def test_the_program_edition_is_told_what_it_lacks(tmp_path: Path) -> None:
    bad = askwell("check", home=tmp_path, ASKWELL_EDITION="program", SECRET_KEY="short", SMTP_TLS="1")

    assert bad.returncode == 1
    for name in ("ALLOWED_HOSTS", "SECRET_KEY", "DATABASE_URL"):
        assert name in bad.stdout
