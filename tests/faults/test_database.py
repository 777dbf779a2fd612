"""PostgreSQL is killed under letters on their way, under workers that stop, under people who read."""

import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import httpx
import pytest

from tests.ask.sink import Sink
from tests.faults.whole import Cast, Process, Program, listens, wait_for

pytestmark = pytest.mark.skipif(
    "DATABASE_URL" not in os.environ, reason="a SQLite file has no server that could be killed"
)


def take_a_seat(program: Program, cast: Cast) -> str:
    """Somebody gets a letter about a seat: its Message-ID, which is the task's id."""
    before = set(program.tasks())
    program.press(f"/gather/{cast.other_gathering}/take", next(cast.people), answer="")
    [key] = set(program.tasks()) - before
    return key


def after(say: Callable[[], None], answered: threading.Event) -> Callable[[], object]:
    """The mail server says that it holds a whole letter, and answers when it is told to."""

    def hold() -> object:
        say()
        return answered.wait(180)

    return hold


def send_a_letter(program: Program, cast: Cast) -> tuple[int, str]:
    """Somebody sends a request: the letter's number and its Message-ID."""
    person = next(cast.people)
    number = person["letter"]
    program.press(f"/ask/letter/{number}/send", person, channel="smtp")
    [[key]] = program.rows(f"SELECT message_id FROM ask_letter WHERE id = {number}")  # noqa: S608 - a number
    return number, str(UUID(str(key)))


@pytest.mark.usefixtures("server")
def test_letters_under_way_while_the_database_starts_anew_leave_once_and_are_known_to_have_left(
    program: Program, cast: Cast, sink: Sink
) -> None:
    assert program.cluster
    whole, answered = threading.Semaphore(0), threading.Event()
    sink.at_end = after(whole.release, answered)
    seat = take_a_seat(program, cast)
    number, request = send_a_letter(program, cast)

    with program.working(patience=60, lease=120) as workers:
        assert whole.acquire(timeout=180)
        assert whole.acquire(timeout=180)
        program.cluster.kill()
        program.cluster.start()
        answered.set()
        wait_for(program.is_quiet)
        assert [worker.poll() for worker in workers] == [None, None]

    assert (sink.copies()[seat], sink.copies()[request]) == (1, 1)
    assert program.tasks()[seat].status == "SUCCESSFUL"
    assert program.rows(f"SELECT status FROM ask_letter WHERE id = {number}") == [("sent",)]  # noqa: S608


@dataclass
class Outage:
    """What was seen while the database was away for longer than a task may take, and afterwards."""

    letter: str
    page: httpx.Response
    health: int
    page_afterwards: int
    said: list[str]
    running_afterwards: bool
    ended_with: list[int]


@pytest.fixture(scope="module")
def outage(program: Program, cast: Cast, server: list[Process], mail_server: Sink) -> Outage:
    """The database goes while a letter is on its way, comes back, and goes once more as the workers stop."""
    assert program.cluster
    whole, answered = threading.Event(), threading.Event()
    mail_server.at_end = after(whole.set, answered)
    letter = take_a_seat(program, cast)
    person, page = next(cast.people), f"/gather/{cast.other_gathering}/take"

    with program.working(patience=5, lease=6) as workers:
        for worker in workers:
            wait_for(lambda worker=worker: listens(worker))  # type: ignore[misc]
        assert whole.wait(180)
        said_before = len(program.log("work").splitlines())
        program.cluster.kill()
        answered.set()
        time.sleep(7)  # longer than the lease: the other worker may take the task for lost
        shown, health = program.post(page, person), program.client.get("/healthz")
        program.cluster.start()
        wait_for(lambda: program.log("work").count("Background work goes on.") >= 2)
        said = program.log("work").splitlines()[said_before:]
        afterwards = program.post(page, person)
        wait_for(program.is_quiet)
        runs = [worker.poll() for worker in workers] == [None, None]
        program.cluster.kill()
        for worker in workers:
            worker.send_signal(signal.SIGTERM)
        ended_with = [worker.wait(timeout=60) for worker in workers]
        program.cluster.start()
    mail_server.at_end = None
    return Outage(letter, shown, health.status_code, afterwards.status_code, said, runs, ended_with)


def test_a_letter_answered_while_the_database_is_away_for_long_leaves_once(
    outage: Outage, program: Program, sink: Sink
) -> None:
    assert sink.copies()[outage.letter] == 1
    assert program.tasks()[outage.letter].status == "SUCCESSFUL"


def test_pages_say_plainly_that_the_database_is_away_and_work_as_soon_as_it_is_back(outage: Outage) -> None:
    assert outage.page.status_code == outage.health == 503
    assert "so nothing was changed; everything saved before is safe" in outage.page.text
    assert outage.page.headers["Retry-After"] == "60"
    assert outage.page_afterwards == 302


def test_workers_outlive_the_database_and_say_so_in_a_few_lines(outage: Outage) -> None:
    assert outage.running_afterwards
    assert 2 * 3 <= len(outage.said) <= 2 * 7, outage.said


def test_workers_told_to_stop_while_the_database_is_away_stop_cleanly(outage: Outage) -> None:
    assert outage.ended_with == [0, 0]
