"""Many processes reach for few seats, and one of them is killed in the middle: nothing lost, nothing doubled."""

import os
import signal
import subprocess
import uuid
from pathlib import Path

import pytest

from bench import gather as bench
from tests.serving import free_port

PEOPLE, SEATS = 120, 10


@pytest.fixture
def env(tmp_path: Path) -> bench.Environment:
    """A program edition of its own, on the kind of database the tests run on."""
    server = os.environ.get("DATABASE_URL", "")
    url = bench.another(server, f"seats_{uuid.uuid4().hex}") if server else ""
    home = tmp_path / "home"
    home.mkdir()
    found = bench.ground(home, url, free_port())
    bench.said(bench.run(found, "fill", PEOPLE, SEATS))
    return found


def all_is_right(env: bench.Environment) -> bool:
    """Exactly the seats there are, everyone else in the order of arrival, one letter to each."""
    check = bench.run(env, "check", PEOPLE, SEATS)
    check.communicate(timeout=180)
    return check.returncode == 0


def in_the_middle(process: subprocess.Popen[str]) -> None:
    """Wait until some of its people were told of a seat or a place."""
    assert process.stdout
    assert [process.stdout.readline() for _ in range(SEATS)] == ["told\n"] * SEATS


def test_from_four_processes_exactly_the_seats_there_are_are_given_out(env: bench.Environment) -> None:
    bench.rush(env, PEOPLE, processes=4)

    assert all_is_right(env)


def test_a_process_killed_in_the_middle_loses_nothing_and_doubles_nothing(env: bench.Environment) -> None:
    doomed, other = bench.run(env, "take", 0, PEOPLE), bench.run(env, "take", 0, PEOPLE)
    bench.begin(doomed, other)
    in_the_middle(doomed)

    doomed.send_signal(signal.SIGKILL)
    doomed.communicate()
    bench.said(other)

    assert doomed.returncode == -signal.SIGKILL
    assert all_is_right(env)


def test_a_server_killed_in_the_middle_loses_nothing_and_doubles_nothing(env: bench.Environment) -> None:
    with bench.serving(env) as server:
        pressing = bench.run(env, "press", 0, PEOPLE)
        bench.begin(pressing)
        in_the_middle(pressing)
        os.killpg(server.pid, signal.SIGKILL)
        pressing.communicate()

    assert pressing.returncode
    with bench.serving(env):
        bench.rush(env, PEOPLE, processes=2, act="press")
    assert all_is_right(env)
