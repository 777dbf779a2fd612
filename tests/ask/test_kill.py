"""kill -9 in the middle of sending: no letter leaves twice, and nothing is lost."""

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.ask.sink import Sink
from tests.serving import ASKWELL, askwell, environment

BEGIN = """
import os, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from askwell.accounts.services import solo_seeker
from askwell.ask import services
from askwell.connect import services as connect
seeker = solo_seeker()
contact = connect.add_contact(seeker, name="Priya Raman", email="priya@work.example", by=seeker)
letter = services.draft_request(contact, subject="Twenty minutes?", body=os.environ["BODY"], minutes=20, by=seeker)
services.send_letter(letter, channel="smtp", by=seeker)
"""
BODY = (
    "Hello Priya Raman,\n\nElena Ruiz suggested that I write to you. I read about your work on the new ward.\n\n"
    "Would you have 20 minutes to talk, whenever suits you?\n\nThank you,\nNadia"
)


def rows(home: Path, question: str, *values: object) -> list[tuple[object, ...]]:
    """Ask the data file itself."""
    with sqlite3.connect(home / "askwell.sqlite3", timeout=20) as file:
        return file.execute(question, values).fetchall()


def letter(home: Path) -> tuple[object, ...]:
    return rows(home, "select status, body from ask_letter")[0]


def three_minutes_pass(home: Path) -> None:
    rows(home, "update ask_letter set sending_at = datetime(sending_at, '-3 minutes')")
    for moment in ("started_at", "run_after"):
        rows(
            home,
            f"update django_tasks_database_dbtaskresult set {moment} = datetime({moment}, '-3 minutes')",  # noqa: S608 - our own words
        )


def begin(home: Path, sink: Sink) -> dict[str, str]:
    """A home in which one letter waits for the worker; answers the worker's mail settings."""
    home.mkdir()
    mail = {
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(sink.port),
        "SMTP_TLS": "0",
        "SMTP_FROM": "nadia@home.example",
    }
    subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", BEGIN],
        env=environment(home, BODY=BODY, DJANGO_SETTINGS_MODULE="askwell.settings", **mail),
        check=True,
        timeout=180,
    )
    return mail


def test_a_worker_killed_while_sending_never_sends_the_letter_twice(tmp_path: Path) -> None:
    home, go_on = tmp_path / "home", threading.Event()
    with Sink(at_end=lambda: go_on.wait(120)) as sink:
        mail = begin(home, sink)
        worker = subprocess.Popen([*ASKWELL, "work"], env=environment(home, **mail))  # noqa: S603 - our own command
        assert sink.arrived.wait(120)
        worker.send_signal(signal.SIGKILL)
        worker.wait(timeout=60)
        go_on.set()

        assert letter(home) == ("sending", BODY)
        assert askwell("work", "--once", home=home, **mail).returncode == 0
        assert letter(home)[0] == "sending"
        for _ in ("it is given back", "it is tried again"):
            three_minutes_pass(home)
            assert askwell("work", "--once", home=home, **mail).returncode == 0

        assert letter(home) == ("unsure", BODY)
        assert len(sink.taken) == 1
        assert rows(home, "select status from django_tasks_database_dbtaskresult") == [("SUCCESSFUL",)]


def test_a_worker_killed_before_sending_leaves_the_letter_to_the_next_one(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Sink() as sink:
        mail = begin(home, sink)
        worker = subprocess.Popen([*ASKWELL, "work"], env=environment(home, **mail))  # noqa: S603 - our own command
        worker.send_signal(signal.SIGKILL)
        worker.wait(timeout=60)

        until = time.monotonic() + 180
        while letter(home)[0] != "sent" and time.monotonic() < until:
            askwell("work", "--once", home=home, **mail)

        assert letter(home) == ("sent", BODY)
        assert len(sink.taken) == 1
