"""One program for all tests of this folder: to set one up takes longer than to kill it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ask.sink import Sink
from tests.faults.whole import Cast, Process, Program

SEATS = 8


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Together in one process of the tests, so that they share it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("faults"))
            item.add_marker(pytest.mark.only_on("postgresql"))  # a program's own
            item.add_marker(
                pytest.mark.skipif(
                    not Path("/proc/self/task").exists(), reason="finds what a process started in /proc"
                )
            )


@pytest.fixture(scope="session")
def mail_server() -> Iterator[Sink]:
    """It runs throughout."""
    with Sink() as sink:
        yield sink


@pytest.fixture
def sink(mail_server: Sink) -> Iterator[Sink]:
    """The mail server, which takes everything unless a test makes it do otherwise."""
    talk = mail_server.RequestHandlerClass
    yield mail_server
    mail_server.at_end, mail_server.RequestHandlerClass = None, talk


@pytest.fixture(scope="session")
def program(mail_server: Sink, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A program, on a database that takes as much care as in earnest."""
    folder = tmp_path_factory.mktemp("program")
    program = Program(folder, on_postgresql="DATABASE_URL" in os.environ, smtp_port=mail_server.port)
    yield program
    program.end()


@pytest.fixture(scope="session")
def cast(program: Program) -> Cast:
    """Who is there; each test takes people of its own."""
    return Cast(program.stage(f"fill(60, seats={SEATS}, hours=4)"))


@pytest.fixture(scope="session")
def server(program: Program, cast: Cast) -> list[Process]:
    """The web server that runs just now, in a list of one."""
    return [program.serve()]
