"""Killed again and again in the middle of a rush: nothing lost, nothing doubled."""

import os
import random
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import httpx

from tests.ask.sink import Sink
from tests.faults.conftest import SEATS
from tests.faults.whole import Cast, Process, Program, children, kill, wait_for

AT_ONCE = 5
WEB_PROCESSES = 2
GONE = "Somebody else has just taken that time."


class Person:
    """Takes a seat, books a half hour, sends a letter; remembers what the answers said."""

    def __init__(self, program: Program, cast: Cast, number: int) -> None:
        self.program, self.cast, self.known = program, cast, next(cast.people)
        self.name, self.time = self.known["name"], cast.times[number % len(cast.times)]
        self.has_booked, self.interruptions = False, 0

    def does_it_all(self) -> None:
        """One press after the other; each again after an error page, as people do."""
        self._presses(f"/gather/{self.cast.gathering}/take", answer="")
        self.has_booked = self._presses("/meet/consultation", at=self.time)
        self._presses(f"/ask/letter/{self.known['letter']}/send", channel="smtp")

    def _presses(self, path: str, **said: str) -> bool:
        answer, interruptions = self.program.press(path, self.known, **said)
        self.interruptions += interruptions
        done = answer.status_code == httpx.codes.FOUND
        assert done or GONE in answer.text, answer.text
        return done


def blows(program: Program, server: list[Process], workers: list[Process]) -> list[Callable[[], None]]:
    """What happens, one after the other, each in the middle of a rush."""

    def a_worker() -> None:
        kill(workers.pop(0))
        workers.append(program.work())

    def one_web_process() -> None:
        killed = children(server[0])[-1]
        os.kill(killed, signal.SIGKILL)
        wait_for(lambda: len(children(server[0])) == WEB_PROCESSES and killed not in children(server[0]))

    def the_first_web_process() -> None:
        # Those it started must leave by themselves, or the next one finds its port in use.
        os.kill(server[0].pid, signal.SIGKILL)
        server.pop().wait()
        server.append(program.serve())

    def the_database() -> None:
        if program.cluster:
            program.cluster.kill()
            time.sleep(0.5)
            program.cluster.start()

    def all_of_it() -> None:
        kill(server.pop())
        the_database()
        a_worker()
        server.append(program.serve())

    twice = [the_database, the_database] if program.cluster else []
    return [a_worker, *twice, one_web_process, the_first_web_process, all_of_it]


KILLED_WORKERS = 2


def test_killed_again_and_again_it_loses_nothing_and_doubles_nothing(
    program: Program, cast: Cast, server: list[Process], sink: Sink
) -> None:
    before = set(program.tasks())
    crowds: list[list[Person]] = []

    with program.working() as workers:
        for blow in blows(program, server, workers):
            crowd = [Person(program, cast, len(crowds) * AT_ONCE + number) for number in range(AT_ONCE)]
            with ThreadPoolExecutor(AT_ONCE) as pool:
                rush = [pool.submit(person.does_it_all) for person in crowd]
                time.sleep(random.uniform(0, 0.2))  # noqa: S311 - any moment will do
                blow()
                for one in rush:
                    one.result()
            crowds.append(crowd)
        wait_for(program.is_quiet)

    people = [person for crowd in crowds for person in crowd]
    assert any(person.interruptions for person in people)
    everyone_has_a_seat_or_a_place(program, cast, crowds)
    every_half_hour_is_one_persons(program, people)
    what_seekers_wrote_left_at_most_once(program, sink, people)
    all_other_letters_left_once(program, sink, before, people)
    assert "Traceback" not in program.log("work") + program.log("serve")


def everyone_has_a_seat_or_a_place(program: Program, cast: Cast, crowds: list[list[Person]]) -> None:
    """Exactly the seats there are; the others in the order in which they were answered."""
    every = program.rows(
        "SELECT arrival, username, seat.status, joined_as FROM gather_seat AS seat"  # noqa: S608 - our own words
        " JOIN accounts_user ON user_id = accounts_user.id JOIN gather_gathering ON gathering_id = gather_gathering.id"
        f" WHERE code = '{cast.gathering}' ORDER BY arrival"
    )
    assert [arrival for arrival, *_ in every] == list(range(1, len(every) + 1))
    arrived = [name for _, name, *_ in every]
    for crowd in crowds:
        assert set(arrived[:AT_ONCE]) == {person.name for person in crowd}
        del arrived[:AT_ONCE]
    assert not arrived
    assert [(status, place) for *_, status, place in every] == [
        *[("taken", None)] * SEATS,
        *[("waiting", place) for place in range(1, len(every) - SEATS + 1)],
    ]


def every_half_hour_is_one_persons(program: Program, people: list[Person]) -> None:
    """Whoever was told that it is theirs has it, and nobody else; no half hour stayed free."""
    told = sorted((person.name, person.time[:16]) for person in people if person.has_booked)
    booked = program.rows(
        "SELECT username, starts_at FROM meet_booking JOIN accounts_user ON person_id = accounts_user.id"
        " WHERE username LIKE 'seeker%'"
    )
    assert sorted((name, str(at)[:16].replace(" ", "T")) for name, at in booked) == told
    assert sorted(at for _, at in told) == sorted({person.time[:16] for person in people})


def what_seekers_wrote_left_at_most_once(program: Program, sink: Sink, people: list[Person]) -> None:
    """And where nobody can tell whether it left, the seeker is asked."""
    copies = sink.copies()
    names = {person.name for person in people}
    written = program.rows(
        "SELECT username, message_id, status FROM ask_letter JOIN accounts_user ON seeker_id = accounts_user.id"
    )
    mine = [(copies[str(UUID(str(key)))], status) for name, key, status in written if name in names]
    assert len(mine) == len(people)
    assert set(mine) <= {(1, "sent"), (1, "unsure"), (0, "unsure")}


def all_other_letters_left_once(program: Program, sink: Sink, before: set[str], people: list[Person]) -> None:
    """One task for each, and one copy; a second one only of what a killed worker had in hand."""
    copies = sink.copies()
    tasks = {
        key: task.status
        for key, task in program.tasks().items()
        if key not in before and not task.path.endswith(("deliver", "write_everywhere"))
    }
    booked = sum(person.has_booked for person in people)
    assert len(tasks) == len(people) + 2 * booked
    assert set(tasks.values()) == {"SUCCESSFUL"}
    assert {copies[key] for key in tasks} <= {1, 2}
    assert sum(copies[key] == 2 for key in tasks) <= KILLED_WORKERS
