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
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest

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


class Writer(threading.Thread):
    """One tab that saves longer and longer notes on one question until the server is gone."""

    def __init__(self, root: str, opener: urllib.request.OpenerDirector, *, talk: int, question: int) -> None:
        super().__init__()
        self.url, self.opener = f"{root}/learn/{talk}/note", opener
        self.question, self.version, self.acknowledged = question, 0, 0

    def run(self) -> None:
        while True:
            try:
                self.save(self.acknowledged + 1)
            except OSError:
                return

    def save(self, number: int) -> None:
        fields = {
            "question": self.question,
            "text": f"line {number} {'and on ' * 50}",
            "base_version": self.version,
            "csrfmiddlewaretoken": next(c.value for c in jar_of(self.opener) if "csrf" in c.name),
        }
        with self.opener.open(self.url, urlencode(fields).encode(), timeout=10) as answer:
            said = json.loads(answer.read())
        assert said["version"] > self.version
        self.version, self.acknowledged = said["version"], number


def jar_of(opener: urllib.request.OpenerDirector) -> CookieJar:
    return next(h.cookiejar for h in opener.handlers if isinstance(h, urllib.request.HTTPCookieProcessor))


def sign_in(server: Server, talk: int) -> urllib.request.OpenerDirector:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    opener.open(server.address, timeout=10).close()
    opener.open(f"{server.root}/learn/{talk}", timeout=10).close()
    return opener


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
    opener = sign_in(server, talk)
    writers = [Writer(server.root, opener, talk=talk, question=q) for q in questions]

    for writer in writers:
        writer.start()
    time.sleep(random.uniform(0.6, 1.4))  # noqa: S311 - any moment will do
    kill_all_of(server)
    for writer in writers:
        writer.join(timeout=20)

    assert sum(w.acknowledged for w in writers) > 10
    with server:
        rows = read(server.home, "SELECT question_id, version, text FROM learn_note")
        kept = {question: (version, text) for question, version, text in rows}
        for writer in writers:
            version, text = kept[writer.question]
            assert int(text.split()[1]) >= writer.acknowledged
            assert version >= writer.version
        assert read(server.home, "PRAGMA integrity_check") == [("ok",)]


def read(home: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(home / "askwell.sqlite3") as connection:
        return connection.execute(query).fetchall()
