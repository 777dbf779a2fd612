"""Killed in the middle of saving, the server has lost nothing that it said was kept."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.faults.whole import wait_for
from tests.serving import Server, environment

SETUP = """
import django
django.setup()
from askwell.accounts import services as accounts
from askwell.connect import services as connect
from askwell.meet import services as meet
from askwell.prepare.models import Question
me = accounts.solo_seeker()
talk = meet.plan(connect.add_contact(me, name="Ilse Marten", by=me), by=me)
talk.questions.all().delete()
texts = ["What fills a week?", "What wears on you?", "Who thrives here?", "Who else should I talk to?"]
asked = [Question.objects.create(seeker=me, conversation=talk, text=t, theme="field", position=i) for i, t in enumerate(texts)]
print(talk.pk, *[question.pk for question in asked])
"""


class Tab:
    """A browser that is signed in."""

    def __init__(self, server: Server, *, talk: int) -> None:
        self.url, self.cookies = f"{server.root}/learn/{talk}/note", CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        for page in (server.address, f"{server.root}/learn/{talk}"):
            self.opener.open(page, timeout=60).close()

    def send(self, **fields: str | int) -> int:
        """Save a note; the version that the server acknowledged."""
        mark = next(cookie.value for cookie in self.cookies if "csrf" in cookie.name)
        body = urlencode({**fields, "csrfmiddlewaretoken": mark}).encode()
        with self.opener.open(self.url, body, timeout=60) as answer:
            version: int = json.loads(answer.read())["version"]
            return version


class Writer(threading.Thread):
    """Saves longer and longer notes on one question until the server is gone."""

    def __init__(self, tab: Tab, *, question: int) -> None:
        super().__init__()
        self.tab, self.question, self.version, self.acknowledged = tab, question, 0, 0

    def run(self) -> None:
        while True:
            number = self.acknowledged + 1
            text = f"line {number} {'and on ' * 50}"
            try:
                version = self.tab.send(question=self.question, text=text, base_version=self.version)
            except (OSError, HTTPException):
                return
            assert version > self.version
            self.version, self.acknowledged = version, number


def kill_all_of(server: Server) -> None:
    """The web process and what started it, both at once and without a goodbye."""
    assert server.process
    folder = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    for pid in folder.read_text().split():
        os.kill(int(pid), signal.SIGKILL)
    server.kill()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the web process in /proc")
def test_every_note_that_was_acknowledged_outlives_kill_9(tmp_path: Path) -> None:
    server = Server(tmp_path / "home").start()
    made = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", SETUP],
        env=environment(server.home, DJANGO_SETTINGS_MODULE="askwell.settings"),
        capture_output=True,
        text=True,
        check=True,
    )
    talk, *questions = map(int, made.stdout.split())
    tab = Tab(server, talk=talk)
    writers = [Writer(tab, question=question) for question in questions]

    for writer in writers:
        writer.start()
    wait_for(lambda: all(w.acknowledged for w in writers) and sum(w.acknowledged for w in writers) > 10)
    time.sleep(random.uniform(0, 0.5))  # noqa: S311 - any moment will do
    kill_all_of(server)
    for writer in writers:
        writer.join(timeout=120)

    with server:
        rows = read(server.home, "SELECT question_id, version, text FROM learn_note")
        kept = {question: (version, text) for question, version, text in rows}
        for writer in writers:
            version, text = kept[writer.question]
            assert int(text.split()[1]) >= writer.acknowledged
            assert version >= writer.version
        assert read(server.home, "PRAGMA integrity_check") == [("ok",)]


def read(home: Path, query: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(home / "askwell.sqlite3") as connection:
        found: list[tuple[Any, ...]] = connection.execute(query).fetchall()
        return found
