"""Three hundred people reach for one counselor's one free half hour, from several processes at once.

    python -m bench.booking [--people 300] [--processes 6] [--on sqlite postgresql] [--by service http]

Exactly one gets it and every other is told that it is gone, or the run fails. `service` calls the service from
threads of several processes; `http` presses the button against a real server, and any page but the booking or the
refusal fails the run.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from datetime import time as clock
from pathlib import Path
from typing import Any

import httpx

from bench.gather import end_when_told
from tests import postgresql
from tests.serving import ASKWELL, environment, free_port

BOOKED, GONE = "booked", "Somebody else has just taken that time. Here are the next ones."
Act = Callable[[int], str]


def set_up(people: int) -> dict[str, Any]:
    """A counselor who is open one half hour, everybody who wants it, and their sessions."""
    _django()
    from importlib import import_module  # noqa: PLC0415 - models come after django.setup

    from django.conf import settings  # noqa: PLC0415
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from askwell.accounts.models import Role, RoleName, User  # noqa: PLC0415
    from askwell.meet.availability import selectors, services  # noqa: PLC0415

    counselor = User.objects.create(username="curtis", name="Curtis", time_zone="UTC")
    Role.objects.create(user=counselor, name=RoleName.COUNSELOR)
    now = timezone.now()
    day = (now + timedelta(days=5)).date()
    services.set_days(counselor, first=day, last=day, spans=[(clock(12), clock(12, 30))], by=counselor)
    [at] = selectors.slots(counselor, first=now, last=now + timedelta(days=9), minutes=30)
    names = [f"seeker{number}" for number in range(people)]
    seekers = User.objects.bulk_create(User(username=name, name=name, time_zone="UTC") for name in names)
    Role.objects.bulk_create(Role(user=seeker, name=RoleName.SEEKER) for seeker in seekers)
    sessions = []
    for seeker in seekers:
        session = import_module(settings.SESSION_ENGINE).SessionStore()
        session[SESSION_KEY] = str(seeker.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = seeker.get_session_auth_hash()
        session.save()
        sessions.append(session.session_key)
    return {
        "at": at.isoformat(),
        "seekers": [seeker.pk for seeker in seekers],
        "sessions": sessions,
        "cookies": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME],
    }


def _django() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "askwell.settings"
    import django  # noqa: PLC0415 - only the processes that need it

    django.setup()


def by_service(cast: dict[str, Any]) -> Act:
    """Call the service."""
    _django()

    from django.db import connection  # noqa: PLC0415

    from askwell.accounts.models import User  # noqa: PLC0415
    from askwell.lib.verdicts import Refused  # noqa: PLC0415
    from askwell.meet.consultations import services  # noqa: PLC0415

    at = datetime.fromisoformat(cast["at"])

    def act(number: int) -> str:
        try:
            seeker = User.objects.get(pk=cast["seekers"][number])
            services.take(seeker, at=at, time_zone="UTC", by=seeker)
        except Refused as refusal:
            return refusal.reason
        finally:
            connection.close()
        return BOOKED

    return act


def by_http(cast: dict[str, Any]) -> Act:
    """Press the button."""
    session, csrf = cast["cookies"]
    token = "a" * 32
    client = httpx.Client(timeout=120, limits=httpx.Limits(max_connections=None))

    def act(number: int) -> str:
        answer = client.post(
            f"{cast['root']}/meet/consultation",
            data={"at": cast["at"], "csrfmiddlewaretoken": token},
            headers={"Cookie": f"{session}={cast['sessions'][number]}; {csrf}={token}"},
        )
        if answer.status_code == httpx.codes.FOUND:
            return BOOKED
        return (
            GONE if answer.status_code == httpx.codes.CONFLICT and GONE in answer.text else answer.text[:300]
        )

    return act


WAYS = {"service": by_service, "http": by_http}
MOST_AT_ONCE = {"service": 8, "http": 1000}
"""Threads of one process: of the service each holds a connection to the database."""


def work(cast: dict[str, Any], way: str, mine: list[int]) -> list[tuple[str, float]]:
    """One process: its people in threads, all off at the same moment."""
    act = WAYS[way](cast)

    def one(number: int) -> tuple[str, float]:
        time.sleep(max(0.0, cast["start"] - time.time()))
        begun = time.perf_counter()
        try:
            said = act(number)
        except Exception as fault:
            said = f"{type(fault).__name__}: {fault}"
        return said, time.perf_counter() - begun

    with ThreadPoolExecutor(min(len(mine), MOST_AT_ONCE[way])) as pool:
        return list(pool.map(one, mine))


def _python(*words: str, env: dict[str, str], stdin: str = "") -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "bench.booking", *words]
    process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert process.stdin  # noqa: S101
    process.stdin.write(stdin)
    process.stdin.close()
    process.stdin = None
    return process


@contextmanager
def served(env: dict[str, str]) -> Iterator[str]:
    """A real server."""
    port = free_port()
    command = [*ASKWELL, "serve", "--port", str(port)]
    log = Path(env["ASKWELL_HOME"]) / "serve.log"
    with log.open("w") as out:
        server = subprocess.Popen(command, env=env | {"PORT": env["PORT"]}, stdout=out, stderr=out)  # noqa: S603
    try:
        for _ in range(1800):
            try:
                httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=2)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(60)


def race(on: str, way: str, *, people: int, processes: int) -> dict[str, Any]:
    """One race on a fresh database: how it ended, and how long each waited."""
    with tempfile.TemporaryDirectory() as home:
        database = {"DATABASE_URL": postgresql.start()} if on == "postgresql" else {}
        env = environment(Path(home), ASKWELL_EDITION="program", SECRET_KEY="x" * 50, ASKWELL_TLS="0",
                          ALLOWED_HOSTS="127.0.0.1", PORT="8000", **database)  # fmt: skip
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], env=env, check=True)
        cast = json.loads(_python("--set-up", str(people), env=env).communicate()[0])
        if way == "http":
            with served(env) as root:
                return _run(env, cast | {"root": root}, way, processes)
        return _run(env, cast, way, processes)


def _run(env: dict[str, str], cast: dict[str, Any], way: str, processes: int) -> dict[str, Any]:
    cast["start"] = time.time() + 4 + processes / 2
    everyone = list(range(len(cast["seekers"])))
    parts = [everyone[n::processes] for n in range(processes)]
    words = [json.dumps({"cast": cast, "mine": part}) for part in parts]
    running = [_python("--work", way, env=env, stdin=word) for word in words]
    said = [one for process in running for one in json.loads(process.communicate()[0])]
    waits = sorted(wait for _, wait in said)
    return {
        "outcomes": Counter(outcome for outcome, _ in said),
        "median": waits[len(waits) // 2],
        "longest": waits[-1],
    }


def main() -> int:
    """Run what was asked for; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--processes", type=int, default=6)
    parser.add_argument("--on", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--by", nargs="+", default=["service", "http"])
    parser.add_argument("--set-up", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--work", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.set_up:
        print(json.dumps(set_up(given.set_up)))
        return 0
    if given.work:
        task = json.load(sys.stdin)
        print(json.dumps(work(task["cast"], given.work, task["mine"])))
        return 0
    end_when_told()
    kept = True
    for on in given.on:
        for way in given.by:
            found = race(on, way, people=given.people, processes=given.processes)
            kept &= found["outcomes"] == {BOOKED: 1, GONE: given.people - 1}
            print(
                f"{on}, {way}: {dict(found['outcomes'])}, median {found['median']:.2f} s, longest {found['longest']:.2f} s"
            )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
