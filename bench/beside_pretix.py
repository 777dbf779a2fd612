"""Registrations a second beside pretix: the same machine, run and PostgreSQL, few seats, many people. One table.

    python3 -m venv ENV && ENV/bin/pip install pretix==2026.8.0 gunicorn && apt-get install redis-server
    python -m bench.beside_pretix --pretix ENV/bin/python [--people 500] [--seats 50] [--hands 8] [--runs 3]

Ours runs on granian with two workers; pretix as its guide for small installations says: gunicorn with five workers,
a Celery worker, Redis. Three levels: every page of a browser; only the requests that must be sent; the services
called from several processes, without a server. How many seats each gave is in the table; ours must be all there are.
"""

import argparse
import json
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import psycopg

from bench import gather, pretix_walks
from bench.pretix_served import serving
from bench.pretix_walks import LEVELS, Rush, Said, hurry
from tests import postgresql
from tests.serving import free_port

DURABLE = "-c max_connections=300"


@dataclass
class Outcome:
    """How a rush ended: seats given a second until the last one, people answered a second, what is left of it."""

    rush: Rush
    seats: int
    sold: float
    answered: float
    left: dict[str, int]


def outcome(rush: Rush, told: dict[str, Any], asked: argparse.Namespace) -> Outcome:
    """The rates."""
    sold = told["seats"] / (told["last"] - rush.begun)
    return Outcome(rush, told["seats"], sold, asked.people / rush.seconds, told["left"])


@dataclass
class Askwell:
    """Ours, served by granian; everybody is signed in."""

    url: str
    env: gather.Environment
    port: int

    def rush(self, level: str, asked: argparse.Namespace) -> Outcome:
        """One rush for the seats of a gathering of its own."""
        if level == "service":
            return self.by_service(asked)
        door = told(self.env, "open", asked.seats)

        def walk(number: int) -> Said:
            cookies = {door["session"]: f"{gather.SESSION}{number}", door["csrf"]: pretix_walks.TOKEN}
            return pretix_walks.ours(self.port, door["code"], cookies, whole=level == LEVELS[0])

        return outcome(hurry(walk, asked.people, asked.hands), told(self.env, "tally", door["code"]), asked)

    def by_service(self, asked: argparse.Namespace) -> Outcome:
        """The same, by several processes that call the service, in a database of its own."""
        with tempfile.TemporaryDirectory() as folder:
            env = gather.ground(Path(folder), copy(self.url))
            seconds = gather.rush(env, asked.people, asked.processes)
            rush = Rush(time.time() - seconds, seconds)
            gather.said(gather.run(env, "check", asked.people, asked.seats))
            return outcome(rush, told(env, "tally"), asked)


def copy(url: str) -> str:
    """A copy of the database in which our people are."""
    name = f"askwell_{secrets.token_hex(4)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {url.rpartition('/')[2]}".encode())
    return url.rpartition("/")[0] + f"/{name}"


def told(env: gather.Environment, act: str, *words: object) -> Any:
    """What an act of this module says, in a process of its own."""
    command = [sys.executable, "-m", "bench.beside_pretix", act, *map(str, words)]
    ran = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own module
    return json.loads(ran.stdout)


def open_one(seats: str) -> dict[str, str]:
    """One more gathering: where to press, and the names of the cookies."""
    from django.conf import settings  # noqa: PLC0415 - only where Django is set up

    from askwell.accounts.models import User  # noqa: PLC0415 - as above
    from askwell.gather import services  # noqa: PLC0415 - as above
    from askwell.gather.models import Gathering  # noqa: PLC0415 - as above

    staff = User.objects.get(username="staff")
    found = Gathering.objects.order_by("pk")[0]
    planned = services.plan(
        title=found.title,
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        time_zone=found.time_zone,
        seats=int(seats),
        by=staff,
    )
    services.open(planned, by=staff)
    return {"code": planned.code, "session": settings.SESSION_COOKIE_NAME, "csrf": settings.CSRF_COOKIE_NAME}


def tally(code: str = "") -> dict[str, Any]:
    """Seats given, when the last one was, and what is left of everybody; all arrived in one line."""
    from django.db.models import Max  # noqa: PLC0415 - only where Django is set up
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415 - as above

    from askwell.gather.models import Gathering, Seat  # noqa: PLC0415 - as above
    from askwell.journal.models import Entry  # noqa: PLC0415 - as above

    gathering = Gathering.objects.filter(code__contains=code).latest("pk")
    every = Seat.objects.filter(gathering=gathering)
    seated = every.filter(status="taken")
    last = seated.aggregate(last=Max("seated_at"))["last"].timestamp()
    entries = Entry.objects.filter(
        verb__in=["SeatTaken", "WaitingListJoined"], subject_id__in=every.values("pk")
    )
    left = {"in line": gathering.arrivals, "journal entries": entries.count()}
    letters = DBTaskResult.objects.filter(enqueued_at__gte=gathering.made_at).count()
    return {"seats": seated.count(), "last": last, "left": left | {"letters": letters}}


@contextmanager
def ours(url: str, asked: argparse.Namespace) -> Iterator[Askwell]:
    """Ours, with everybody in it."""
    with tempfile.TemporaryDirectory() as folder:
        full = gather.another(url, f"askwell_{secrets.token_hex(4)}")
        gather.said(gather.run(gather.ground(Path(folder), full), "fill", asked.people, asked.seats))
        env = gather.ground(Path(folder), copy(full), free_port())
        with gather.serving(env):
            here = Askwell(full, env, int(env["PORT"]))
            here.rush(LEVELS[0], asked)
            yield here


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pretix", metavar="PYTHON", help="the Python of an environment with pretix")
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--seats", type=int, default=50)
    parser.add_argument("--hands", type=int, default=8, help="people at the server at the same moment")
    parser.add_argument("--processes", type=int, default=4, help="processes that call the service")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--at", metavar="URL", help="a PostgreSQL that runs already, perhaps with pretix's tables"
    )
    parser.add_argument(
        "--durable", action="store_true", help="PostgreSQL writes to the disk before it answers"
    )
    parser.add_argument("--levels", nargs="+", choices=LEVELS, default=LEVELS)
    asked = parser.parse_args()
    if not asked.pretix:
        print(
            "Without --pretix PYTHON, the Python of an environment with pretix, nothing is measured beside it."
        )
        return
    gather.end_when_told()
    url = asked.at or postgresql.start(*[DURABLE] * asked.durable)
    with serving(asked.pretix, url) as there, ours(url, asked) as here:
        there.warm(asked)
        for level in asked.levels:
            # In turn, so that both meet the same machine.
            pairs = [
                (here.rush(level, asked), outcome(*there.rush(level, asked), asked))
                for _ in range(asked.runs)
            ]
            report(level, asked.seats, pairs)


def report(level: str, seats: int, pairs: list[tuple[Outcome, Outcome]]) -> None:
    """Medians of one level, ours and theirs, and what each was told."""
    print(f"\n{level}", flush=True)
    mine, theirs = zip(*pairs, strict=True)
    if {one.seats for one in mine} != {seats}:
        raise SystemExit("Ours did not give exactly the seats there are.")
    for name, every in (("Askwell", mine), ("pretix", theirs)):
        sold, answered = median(one.sold for one in every), median(one.answered for one in every)
        last = every[-1]
        print(
            f"  {name:<8} {sold:7.1f} seats/s {answered:7.1f} people/s {last.rush.requests:5.1f} requests a seat,",
            f"{[one.seats for one in every]} given;",
            f"from {[round(one.sold, 1) for one in every]}, {[round(one.answered, 1) for one in every]}",
        )
        print(f"           {dict(last.rush.said)} {last.left}", flush=True)
    print(
        f"  ratio    {median(a.sold / b.sold for a, b in pairs):7.1f}"
        f"         {median(a.answered / b.answered for a, b in pairs):7.1f}",
        flush=True,
    )


if __name__ == "__main__":
    if sys.argv[1:2] in (["open"], ["tally"]):
        import django

        django.setup()
        acts: dict[str, Callable[..., dict[str, Any]]] = {"open": open_one, "tally": tally}
        print(json.dumps(acts[sys.argv[1]](*sys.argv[2:])))
    else:
        main()
