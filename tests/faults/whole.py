"""A whole program, every part of which can be killed: database, web server, workers; each starts anew."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import psycopg

from tests.postgresql import Cluster
from tests.serving import ASKWELL, environment, free_port

HASTY = [sys.executable, "-m", "tests.faults.hasty"]
CAREFUL = "-c fsync=on -c synchronous_commit=on"
TOKEN = "a" * 32
TASKS = "django_tasks_database_dbtaskresult"
Process = subprocess.Popen[bytes]


class Cast:
    """Who and what is there."""

    def __init__(self, filled: dict[str, Any]) -> None:
        self.gathering, self.other_gathering = filled["gathering"], filled["other_gathering"]
        self.times: list[str] = filled["times"]
        self.people: Iterator[dict[str, Any]] = iter(filled["people"])


@dataclass
class Task:
    """How a task stands, and the workers that took it."""

    status: str
    took: list[str]
    fault: str
    path: str

    @property
    def is_settled(self) -> bool:
        """Whether it is done, or set aside for good."""
        if self.status != "FAILED":
            return self.status == "SUCCESSFUL"
        return self.fault.endswith("NotSent") or len([one for one in self.took if one != "put off"]) > 1


class Program:
    """One home and one database; nothing runs yet."""

    def __init__(self, folder: Path, *, on_postgresql: bool, smtp_port: int) -> None:
        self.folder, self.home, self.port = folder, folder / "home", free_port()
        self.home.mkdir()
        self.cluster = Cluster(CAREFUL) if on_postgresql else None
        if self.cluster:
            self.cluster.start()
        self.env = environment(
            self.home, ASKWELL_EDITION="program", SECRET_KEY="x" * 50, ASKWELL_TLS="0", ALLOWED_HOSTS="127.0.0.1",
            DJANGO_SETTINGS_MODULE="askwell.settings", PORT=str(self.port), SMTP_HOST="127.0.0.1",
            SMTP_PORT=str(smtp_port), SMTP_TLS="0", SMTP_FROM="ask@school.example",
            **({"DATABASE_URL": self.cluster.url} if self.cluster else {}),
        )  # fmt: skip
        self.running: list[Process] = []
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=60)

    def stage(self, words: str) -> Any:
        """Let tests/faults/stage.py do something in a process of this program's."""
        script = f"import django, json; django.setup(); from tests.faults import stage; print(json.dumps(stage.{words}))"
        done = subprocess.run(  # noqa: S603 - our own words
            [sys.executable, "-c", script], env=self.env, capture_output=True, text=True, timeout=300
        )
        assert not done.returncode, done.stderr
        return json.loads(done.stdout)

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """Ask the database itself."""
        with closing(self.connect()) as connection:
            return list(connection.execute(question).fetchall())

    def connect(self) -> Any:
        """A connection of one's own."""
        if self.cluster:
            return psycopg.connect(self.cluster.url, autocommit=True)
        return sqlite3.connect(self.home / "askwell.sqlite3", timeout=30, isolation_level=None)

    def tasks(self) -> dict[str, "Task"]:
        """Every task by its id, which is its letter's Message-ID too."""
        rows = self.rows(f"SELECT id, status, worker_ids, exception_class_path, task_path FROM {TASKS}")  # noqa: S608 - our own words
        return {
            str(UUID(str(key))): Task(
                status, json.loads(took) if isinstance(took, str) else took, fault, path
            )
            for key, status, took, fault, path in rows
        }

    def is_quiet(self) -> bool:
        """Whether no task waits, runs, or will be tried once more."""
        return all(task.is_settled for task in self.tasks().values())

    def serve(self) -> Process:
        """Start the web server, and wait until it answers."""
        server = self._start("serve", [*ASKWELL, "serve"])
        wait_for(lambda: server.poll() is not None or self.answers())
        assert server.poll() is None, self.log("serve")
        return server

    def answers(self) -> bool:
        """Whether the web server and its database work."""
        try:
            return self.client.get("/healthz").status_code == 200
        except httpx.HTTPError:
            return False

    def work(self, *, patience: int = 2, lease: int = 4) -> Process:
        """Start a worker that waits so many seconds for a mail server, and so many for a lost task."""
        return self._start("work", [*HASTY, "work"], PATIENCE=str(patience), LEASE=str(lease))

    @contextmanager
    def working(self, **seconds: int) -> Iterator[list[Process]]:
        """Two workers, for as long as it lasts."""
        workers = [self.work(**seconds), self.work(**seconds)]
        try:
            yield workers
        finally:
            for worker in workers:
                kill(worker)

    def _start(self, name: str, command: list[str], **more: str) -> Process:
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(  # noqa: S603 - our own words
                command, env=self.env | more, stdout=log, stderr=log, start_new_session=True
            )
        self.running.append(process)
        return process

    def log(self, name: str) -> str:
        """What all servers, or all workers, said."""
        return (self.folder / f"{name}.log").read_text()

    def post(self, path: str, person: dict[str, Any], **said: str) -> httpx.Response:
        """Press a button once."""
        cookies = f"askwell={person['session']}; askwell_csrf={TOKEN}"
        return self.client.post(path, data=said | {"csrfmiddlewaretoken": TOKEN}, headers={"Cookie": cookies})

    def press(self, path: str, person: dict[str, Any], **said: str) -> tuple[httpx.Response, int]:
        """Press a button, and again after an error page: the first answer that is none, and how many were."""
        for interruptions in range(600):
            with suppress(httpx.HTTPError):
                answer = self.post(path, person, **said)
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                    return answer, interruptions
                assert answer.headers["Retry-After"]
                assert "everything saved before is safe" in answer.text
            time.sleep(0.1)
        raise AssertionError(f"{path} did not come about.")

    def end(self) -> None:
        """Everything ends."""
        self.client.close()
        for process in self.running:
            kill(process)
        if self.cluster:
            self.cluster.end()


def kill(process: Process) -> None:
    """kill -9 of it and of all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=60)


def listens(worker: Process) -> bool:
    """Whether it is past its beginnings, and hears SIGTERM."""
    lines = Path(f"/proc/{worker.pid}/status").read_text().splitlines()
    caught = next(line for line in lines if line.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) & 1 << (signal.SIGTERM - 1))


def children(process: Process) -> list[int]:
    """Those it started."""
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


def wait_for(holds: Callable[[], object], seconds: float = 180) -> None:
    """Until it holds; fails when it does not come about."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "It did not come about."
        time.sleep(0.05)
