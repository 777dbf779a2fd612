"""How often somebody without an account may ask: one count, whoever counts."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from askwell.gather import limits
from tests.gather.conftest import Plan
from tests.gather.test_views import FORM, PUBLIC, of
from tests.serving import environment

COUNT = """
import sys
import django
django.setup()
from django.db import connection
if connection.vendor == "postgresql":
    connection.settings_dict["NAME"] = sys.argv[1]
else:
    from django.core.management import call_command
    call_command("createcachetable", verbosity=0)
from askwell.gather import limits
from tests.at_once import at_once
print("ready", flush=True)
sys.stdin.readline()
counted = [limits._count("network", "203.0.113.7") for _ in range(40)]
at_once(*[lambda: counted.append(limits._count("network", "203.0.113.7"))] * 4)
print(*counted)
"""


def counting(database: str, home: Path) -> "subprocess.Popen[str]":
    """A process of its own that counts forty times, then from four threads, once it is told to."""
    more = {"DJANGO_SETTINGS_MODULE": "askwell.settings"}
    if url := os.environ.get("DATABASE_URL"):
        more["DATABASE_URL"] = url
    return subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", COUNT, database],
        env=environment(home, **more),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.django_db(transaction=True)
def test_two_processes_and_their_threads_count_together(tmp_path: Path) -> None:
    cache.clear()
    # On SQLite in a file of their own: this process holds the tests' file open.
    both = []
    for _ in range(2):
        both.append(counting(str(connection.settings_dict["NAME"]), tmp_path))
        assert both[-1].stdout.readline() == "ready\n"  # type: ignore[union-attr]
    for process in both:
        process.stdin.write("go\n")  # type: ignore[union-attr]
        process.stdin.flush()  # type: ignore[union-attr]

    counted = [int(number) for process in both for number in process.communicate(timeout=180)[0].split()]

    assert sorted(counted) == list(range(1, 89))


@pytest.mark.django_db
def test_the_hour_begins_with_the_first_time_and_no_later_try_makes_it_longer() -> None:
    cache.clear()
    start = timezone.now().replace(microsecond=0)
    counted = []
    for minutes in (0, 30, 59, 61):
        with time_machine.travel(start + timedelta(minutes=minutes), tick=False):
            counted.append(limits._count("mail", "gus@home.example"))

    assert counted == [1, 2, 3, 1]


@pytest.mark.parametrize(
    ("proxies", "counted"), [(0, "127.0.0.1"), (1, "10.0.0.2"), (2, "203.0.113.7")], ids=str
)
def test_a_visitor_is_told_by_what_our_own_proxies_say(
    opened: Plan, program: Settings, proxies: int, counted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathering, seen = opened(**PUBLIC), []
    program.ALLAUTH_TRUSTED_PROXY_COUNT = proxies

    def count(kind: str, who: str) -> int:
        seen.append(who)
        return 1

    monkeypatch.setattr(limits, "_count", count)
    chain = "198.51.100.1,203.0.113.7,10.0.0.2"

    Client().post(of(gathering, "/write-in"), FORM, headers={"X-Forwarded-For": chain})

    assert seen == [counted, "gus@home.example"]
