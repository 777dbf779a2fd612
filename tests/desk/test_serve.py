"""Starting, stopping, killing, and every fault of the ground that a person may meet."""

import os
import shlex
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management.base import CommandError

from askwell.desk.management.commands import serve
from askwell.explore import pack
from tests.serving import ASKWELL, Server, askwell, environment

solo_only = pytest.mark.skipif(
    "DATABASE_URL" in os.environ, reason="the solo edition keeps its data in one SQLite file"
)
pytestmark = solo_only


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_the_first_start_prints_one_address_and_where_the_data_is(home: Path) -> None:
    with Server(home) as server:
        said = (home.parent / f"home-{server.port}.log").read_text()

    assert said.count("token=") == 1
    assert server.address.startswith(f"http://127.0.0.1:{server.port}/")
    assert str(home / "askwell.sqlite3") in said


def test_two_first_starts_at_once_do_not_trip_over_each_other(home: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda server: server.start(), [Server(home), Server(home)])

    first.stop()
    second.stop()
    assert first.address
    assert second.address


def test_two_homes_on_one_machine_do_not_sign_each_other_out(home: Path) -> None:
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with Server(home) as first, Server(home.with_name("other")) as second:
        for address in (first.address, second.address):
            browser.open(address, timeout=20).close()

        for root in (first.root, second.root):
            with browser.open(f"{root}/accounts/you", timeout=20) as answer:
                assert answer.status == 200


def test_a_second_start_keeps_the_data_and_takes_seconds(home: Path) -> None:
    with Server(home):
        pass
    key = (home / "secret_key").read_text()
    begun = time.monotonic()

    with Server(home):
        took = time.monotonic() - begun

    assert took < 20
    assert (home / "secret_key").read_text() == key


@pytest.fixture
def terminal() -> Iterator[None]:
    """Programs start as from a terminal, even where these tests themselves were started to outlive theirs."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("terminal")
def test_a_closed_terminal_ends_the_server(home: Path) -> None:
    server = Server(home).start()
    assert server.process

    server.process.send_signal(signal.SIGHUP)

    assert server.process.wait(timeout=30) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", server.port)) != 0


def test_after_kill_9_nothing_of_it_is_left_and_it_starts_again_on_the_same_port(home: Path) -> None:
    server = Server(home).start()
    server.kill()

    with server:
        assert server.address

    with sqlite3.connect(home / "askwell.sqlite3") as data:
        assert data.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_data_is_readable_by_its_owner_only(home: Path) -> None:
    with Server(home):
        pass

    assert home.stat().st_mode & 0o077 == 0
    assert (home / "secret_key").stat().st_mode & 0o077 == 0


def test_a_damaged_file_is_left_untouched_and_said_so(home: Path) -> None:
    home.mkdir()
    (home / "askwell.sqlite3").write_text("This was a database once. " * 100)

    done = askwell("serve", home=home)

    assert done.returncode == 1
    assert "damaged and was left untouched" in done.stderr
    assert (home / "askwell.sqlite3").read_text().startswith("This was a database once.")


def test_a_file_that_another_program_holds_is_said_so(home: Path) -> None:
    home.mkdir()
    holder = sqlite3.connect(home / "askwell.sqlite3")
    holder.execute("PRAGMA journal_mode=WAL")
    holder.execute("BEGIN EXCLUSIVE")

    done = askwell("serve", home=home)

    holder.close()
    assert done.returncode == 1
    assert "holding the data file" in done.stderr


def test_a_database_of_another_program_is_left_untouched_and_said_so(home: Path) -> None:
    home.mkdir()
    with closing(sqlite3.connect(home / "askwell.sqlite3")) as other:
        other.execute("CREATE TABLE auth_group (recipe TEXT)")

    done = askwell("serve", home=home)

    assert done.returncode == 1
    assert "another program and was left untouched" in done.stderr
    assert tables(home) == {"auth_group"}


@pytest.mark.skipif(
    not Path("/bin/sh").exists(), reason="a shell's limit on file sizes stands in for a full disk"
)
def test_a_disk_that_fills_while_the_data_is_set_up_leaves_nothing_half_made(home: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", 'ulimit -f 300; exec "$@" address', "sh", *ASKWELL],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("askwell: The disk")
    assert tables(home) == set()
    assert askwell("address", home=home).returncode == 0


def test_a_fresh_address_names_the_port_that_it_is_told(home: Path) -> None:
    told = askwell("address", "--port", "8123", home=home)
    wrong = askwell("address", "--port", "0", home=home)

    assert told.stdout.startswith("http://127.0.0.1:8123/accounts/enter?token=")
    assert wrong.returncode == 2
    assert "whole number from 1 to 65535" in wrong.stderr


def tables(home: Path) -> set[str]:
    with closing(sqlite3.connect(home / "askwell.sqlite3")) as data:
        return {name for (name,) in data.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_background_work_sets_up_what_is_missing(home: Path) -> None:
    assert askwell("work", "--once", home=home).returncode == 0


def test_a_port_in_use_is_said_so(home: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()

        done = askwell("serve", "--port", str(other.getsockname()[1]), home=home)

    assert done.returncode == 1
    assert "uses this port" in done.stderr


@pytest.mark.parametrize("port", ["abc", "-1", "70000", "8 000", "٣"])
def test_a_port_that_is_none_is_said_so(home: Path, port: str) -> None:
    done = askwell("serve", home=home, PORT=port)

    assert done.returncode == 1
    assert "PORT must be a whole number" in done.stderr


@pytest.mark.parametrize("port", ["99999999", "-1", "0", "x", "9" * 5000])
def test_a_port_that_is_none_is_wrong_use(home: Path, port: str) -> None:
    done = askwell("serve", f"--port={port}", home=home)

    assert done.returncode == 2
    assert "from 1 to 65535" in done.stderr


@pytest.mark.django_db
def test_a_missing_pack_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack, "SHIPPED", tmp_path / "none.zip")

    with pytest.raises(CommandError, match="pack of figures is missing"):
        serve.prepare_data()


def test_data_of_a_newer_askwell_is_left_untouched(home: Path) -> None:
    askwell("address", home=home)
    with sqlite3.connect(home / "askwell.sqlite3") as data:
        data.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('explore', '9999_later', '2030-01-01')"
        )

    done = askwell("serve", home=home)

    assert done.returncode == 1
    assert "newer Askwell" in done.stderr


@pytest.mark.parametrize(
    ("words", "code"), [((), 2), (("--help",), 0), (("nonsense",), 2), (("serve", "-x"), 2)]
)
def test_wrong_use_ends_with_2(home: Path, words: tuple[str, ...], code: int) -> None:
    assert askwell(*words, home=home).returncode == code


def test_looking_at_the_commands_leaves_nothing_in_the_folder(home: Path) -> None:
    assert askwell("--help", home=home).returncode == 0

    assert not list(home.glob("*"))


def test_the_readme_s_first_command_names_every_command(home: Path) -> None:
    said = askwell("--help", home=home).stdout

    for words in ("serve", "work", "explore search", "explore build", "ask check", "decide weigh", "export",
                  "import", "backup", "restore", "example", "check"):  # fmt: skip
        assert f"  {words} " in said


def test_a_reader_that_leaves_early_does_no_harm(home: Path) -> None:
    command = f"( {shlex.join([*ASKWELL, '--help'])} | true ) 2>&1"

    done = subprocess.run(  # noqa: S602 - a shell's closed pipe is what is under test
        command, shell=True, capture_output=True, text=True, env=environment(home)
    )

    assert "Traceback" not in done.stdout


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="the list of listeners is Linux's")
def test_it_listens_on_loopback_only(home: Path) -> None:
    with Server(home) as server:
        listeners = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]

    assert next(at for at in listeners if at.endswith(f":{server.port:04X}")) == f"0100007F:{server.port:04X}"
