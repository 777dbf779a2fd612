"""Two thousand people for fifty seats: registrations a second, and whether everything was right. One table.

    python -m bench.gather [--people 2000] [--seats 50] [--processes 4]

On SQLite and on PostgreSQL, first by the service from several processes, then over HTTP against granian. Everyone
presses "Take a seat" once, all as fast as they can. It ends with an error unless exactly the seats there are were given
out, everybody else waits in the order of arrival, and everyone was told the truth.
"""

import argparse
import http.client
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

from tests import postgresql
from tests.serving import environment, free_port

Environment = dict[str, str]
SESSION = "b" * 20


def ground(home: Path, url: str = "", port: int = 8000) -> Environment:
    """A program edition on its own SQLite file, or on the PostgreSQL database that `url` names."""
    more = {"ASKWELL_EDITION": "program", "SECRET_KEY": "for measuring only", "ASKWELL_TLS": "0"}
    more |= {"ALLOWED_HOSTS": "127.0.0.1", "PORT": str(port), "DJANGO_SETTINGS_MODULE": "askwell.settings"}
    return environment(home, **more) | ({"DATABASE_URL": url} if url else {})


def run(env: Environment, act: str, *numbers: int) -> subprocess.Popen[str]:
    """One act of this module in a process of its own."""
    words = [sys.executable, "-m", "bench.gather", act, *map(str, numbers)]
    return subprocess.Popen(  # noqa: S603 - our own module
        words, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


@contextmanager
def ending(processes: Sequence[subprocess.Popen[str]]) -> Iterator[None]:
    """Whatever happens, none of them outlives the block."""
    try:
        yield
    finally:
        for process in processes:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    """What it printed, once it ended well."""
    with ending([process]):
        out, _ = process.communicate(timeout=600)
    if process.returncode:
        raise SystemExit(f"A process ended with {process.returncode}.")
    return out


def end_when_told() -> None:
    """SIGTERM ends a run as an error does: what it started ends with it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended before it was done."))


def begin(*processes: subprocess.Popen[str]) -> None:
    """Wait until every process is ready, then give all of them the word."""
    for process in processes:
        if process.stdout is None or process.stdout.readline() != "ready\n":
            raise SystemExit("A process did not get ready.")
    for process in processes:
        if process.stdin:
            process.stdin.write("go\n")
            process.stdin.flush()


def rush(env: Environment, people: int, processes: int, act: str = "take") -> float:
    """Let everyone reach for a seat from several processes; seconds from the word to the last answer."""
    step = -(-people // processes)
    running = [run(env, act, start, min(start + step, people)) for start in range(0, people, step)]
    with ending(running):
        begin(*running)
        begun = time.perf_counter()
        for process in running:
            said(process)
        return time.perf_counter() - begun


# What the processes do.


def fill(people: int, seats: int) -> None:
    """Bring the database up, with so many people, each signed in, and one open gathering."""
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415 - only where Django is set up
    from django.contrib.sessions.models import Session  # noqa: PLC0415 - as above
    from django.core.management import call_command  # noqa: PLC0415 - as above
    from django.utils import timezone  # noqa: PLC0415 - as above

    from askwell.accounts.models import Role, RoleName, User  # noqa: PLC0415 - as above
    from askwell.gather import services  # noqa: PLC0415 - as above

    call_command("migrate", verbosity=0, interactive=False)
    staff = User.objects.create(username="staff")
    Role.objects.create(user=staff, name=RoleName.COORDINATOR)
    tomorrow = timezone.now() + timedelta(days=1)
    made = User.objects.bulk_create(User(username=f"p{n}") for n in range(people))
    Session.objects.bulk_create(
        Session(
            session_key=f"{SESSION}{number}",
            session_data=SessionStore().encode(
                {
                    "_auth_user_id": str(user.pk),
                    "_auth_user_backend": "django.contrib.auth.backends.ModelBackend",
                    "_auth_user_hash": user.get_session_auth_hash(),
                }
            ),
            expire_date=tomorrow,
        )
        for number, user in enumerate(made)
    )
    gathering = services.plan(
        title="A night shift",
        starts_at=tomorrow,
        ends_at=tomorrow + timedelta(hours=1),
        time_zone="America/Chicago",
        seats=seats,
        by=staff,
    )
    services.open(gathering, by=staff)


def ready() -> None:
    """Say so, and wait for the word."""
    say("ready")
    sys.stdin.readline()


def say(word: str) -> None:
    """To whoever started this process."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def take(first: int, last: int) -> None:
    """These people take a seat by the service; each is told of a seat or a place."""
    from askwell.accounts.models import User  # noqa: PLC0415 - only where Django is set up
    from askwell.gather import services  # noqa: PLC0415 - as above
    from askwell.gather.models import Gathering  # noqa: PLC0415 - as above

    gathering = Gathering.objects.get()
    users = list(User.objects.filter(username__startswith="p").order_by("pk")[first:last])
    ready()
    for user in users:
        seat = services.take_seat(gathering, by=user)
        if seat.status not in {"taken", "waiting"}:
            raise SystemExit(f"Told {seat.status}.")
        say("told")


def press(first: int, last: int) -> None:
    """These people press the button of the page; no answer may be an error page."""
    from django.conf import settings  # noqa: PLC0415 - only where Django is set up

    from askwell.gather.models import Gathering  # noqa: PLC0415 - as above

    port, code = int(os.environ["PORT"]), Gathering.objects.get().code
    token = secrets.token_hex(16)
    form = urlencode({"csrfmiddlewaretoken": token, "answer": ""})
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    ready()
    for number in range(first, last):
        cookie = f"{settings.SESSION_COOKIE_NAME}={SESSION}{number}; {settings.CSRF_COOKIE_NAME}={token}"
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", f"/gather/{code}/take", form, headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 302:
            raise SystemExit(f"The page answered {answer.status}.")
        say("told")


def check(people: int, seats: int) -> None:
    """Exactly the seats there are, everyone else in the order of arrival, one letter to each; else an error."""
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415 - only where Django is set up

    from askwell.gather.models import Gathering, Seat  # noqa: PLC0415 - as above

    gathering = Gathering.objects.get()
    every = list(Seat.objects.order_by("arrival"))
    seated, waiting = every[:seats], every[seats:]
    right = {
        "everyone has a number": [seat.arrival for seat in every] == list(range(1, people + 1)),
        "everyone is there once": len({seat.user_id for seat in every}) == people,
        "the counter": (gathering.taken, gathering.arrivals) == (min(seats, people), people),
        "the first have a seat": all(seat.status == "taken" for seat in seated),
        "the others wait": all(seat.status == "waiting" for seat in waiting),
        "in order": [seat.joined_as for seat in waiting] == list(range(1, len(waiting) + 1)),
        "one letter each": DBTaskResult.objects.count() == people,
    }
    if wrong := [words for words, holds in right.items() if not holds]:
        raise SystemExit(f"Not right: {', '.join(wrong)}.")


@contextmanager
def serving(env: Environment) -> Iterator[subprocess.Popen[bytes]]:
    """granian with two workers, all in one group of processes."""
    port = env["PORT"]
    collect = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(collect, env=env, check=True, timeout=120)  # noqa: S603 - our own words
    words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2", "--no-ws"]
    words += ["--blocking-threads", "4", "--host", "127.0.0.1", "--port", port, "--log-level", "warning"]
    server = subprocess.Popen(  # noqa: S603 - our own words
        [*words, "askwell.wsgi:application"], env=env, start_new_session=True
    )
    try:
        until = time.monotonic() + 180
        while not _answers(int(port)):
            if time.monotonic() > until:
                raise SystemExit("The server did not start.")
            time.sleep(0.1)
        yield server
    finally:
        server.terminate()
        server.wait(timeout=60)


def _answers(port: int) -> bool:
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=2)) as connection:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
    except OSError:
        return False


def another(url: str, name: str) -> str:
    """A fresh database on the same PostgreSQL."""
    import psycopg  # noqa: PLC0415 - only where PostgreSQL is measured

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return url.rpartition("/")[0] + f"/{name}"


def measure(url: str, people: int, seats: int, processes: int) -> list[float]:
    """Registrations a second on this database, by the service and over HTTP."""
    rates = []
    for way in ("take", "press"):
        with tempfile.TemporaryDirectory() as folder:
            env = ground(Path(folder), another(url, f"bench_{way}") if url else "", free_port())
            said(run(env, "fill", people, seats))
            if way == "take":
                seconds = rush(env, people, processes)
            else:
                with serving(env):
                    seconds = rush(env, people, processes, act="press")
            said(run(env, "check", people, seats))
            rates.append(people / seconds)
    return rates


def act(words: list[str]) -> None:
    """What a process of its own was told to do."""
    import django  # noqa: PLC0415 - only in a process of its own

    django.setup()
    {"fill": fill, "take": take, "press": press, "check": check}[words[0]](*map(int, words[1:]))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--seats", type=int, default=50)
    parser.add_argument("--processes", type=int, default=4)
    asked = parser.parse_args()
    end_when_told()
    print(f"{asked.people} people, {asked.seats} seats, {asked.processes} processes; registrations a second")
    print(f"{'database':<12} {'service':>9} {'over HTTP':>11}")
    for name, url in (("SQLite", ""), ("PostgreSQL", postgresql.start())):
        service, pages = measure(url, asked.people, asked.seats, asked.processes)
        print(f"{name:<12} {service:>9.0f} {pages:>11.0f}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in {"fill", "take", "press", "check"}:
        act(sys.argv[1:])
    else:
        main()
