"""pretix with its servers, in an environment and a database of its own."""

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from bench import gather, pretix_walks
from bench.pretix_walks import LEVELS, Rush, Said, hurry
from tests.serving import free_port

CONFIG = """
[pretix]
url=http://127.0.0.1:{port}
datadir={folder}
[database]
backend=postgresql
name=pretix
user=askwell
host=127.0.0.1
port={database}
[redis]
location=redis://127.0.0.1:{redis}/0
sessions=true
[celery]
broker=redis://127.0.0.1:{redis}/1
backend=redis://127.0.0.1:{redis}/2
"""


@dataclass
class Pretix:
    """pretix, set up in an environment of its own; what it is asked, it does in processes of that environment."""

    python: str
    env: gather.Environment
    port: int

    def run(self, act: str, *numbers: int) -> "subprocess.Popen[str]":
        """One act of `bench.pretix_shop`."""
        words = [self.python, "-m", "bench.pretix_shop", act, *map(str, numbers)]
        return subprocess.Popen(  # noqa: S603 - our own module
            words, env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def shop(self, seats: int) -> dict[str, Any]:
        """One more event with so many seats."""
        return dict(json.loads(gather.said(self.run("fill", seats))))

    def rush(self, level: str, asked: argparse.Namespace) -> tuple[Rush, dict[str, Any]]:
        """One rush for the seats of an event of its own, and what is left of it."""
        shop = self.shop(asked.seats)
        if level == "service":
            rush = self.by_service(shop, asked)
        else:
            rush = hurry(self.walk(level, shop), asked.people, asked.hands)
        return rush, json.loads(gather.said(self.run("tally", shop["event"])))

    def walk(self, level: str, shop: dict[str, Any]) -> Callable[[int], Said]:
        """How one person comes to a seat."""
        if level == "interface":
            return lambda number: pretix_walks.interface(self.port, shop, number)
        whole = level == LEVELS[0]
        return lambda number: pretix_walks.pretix(self.port, shop, number, whole=whole)

    def by_service(self, shop: dict[str, Any], asked: argparse.Namespace) -> Rush:
        """Several processes put seats into carts and order them."""
        step = -(-asked.people // asked.processes)
        parts = [(start, min(start + step, asked.people)) for start in range(0, asked.people, step)]
        running = [self.run("buy", shop["event"], shop["item"], *part) for part in parts]
        with gather.ending(running):
            gather.begin(*running)
            begun, start = time.time(), time.perf_counter()
            lines = [line for process in running for line in gather.said(process).splitlines()]
            return Rush(begun, time.perf_counter() - start, Counter(json.loads(line) for line in lines))

    def warm(self, asked: argparse.Namespace) -> None:
        """Let every process import and compile what it needs: nothing of that is counted."""
        hurry(self.walk(LEVELS[0], self.shop(10)), 15, asked.hands)
        hurry(self.walk("interface", self.shop(10)), 10, asked.hands)


@contextmanager
def serving(python: str, url: str) -> Iterator[Pretix]:
    """pretix with Redis, Celery and gunicorn, on an empty database; all ends with the block."""
    with tempfile.TemporaryDirectory() as home, ExitStack() as running:
        folder = Path(home)
        port, redis = free_port(), free_port()
        database = url.rpartition(":")[2].partition("/")[0]
        config = folder / "pretix.cfg"
        config.write_text(CONFIG.format(port=port, folder=folder, redis=redis, database=database))
        env = dict(os.environ) | {"PRETIX_CONFIG_FILE": str(config), "PYTHONPATH": str(Path.cwd())}
        beside = Path(python).parent
        there = Pretix(python, env, port)
        start(
            running, env, "redis-server", "--port", redis, "--bind", "127.0.0.1", "--save", "", "--dir", home
        )
        if is_new(url, "pretix"):
            gather.said(there.run("migrate"))
        start(running, env, beside / "celery", "-A", "pretix.celery_app", "worker", "-Q", "checkout")
        # On a busy machine its processes take longer to begin than the half minute they are given else.
        words = (
            "pretix.wsgi --name pretix --workers 5 --max-requests 1200 --max-requests-jitter 50 --timeout 600"
        )
        start(running, env, beside / "gunicorn", *words.split(), "--bind", f"127.0.0.1:{port}")
        yield there


def is_new(url: str, name: str) -> bool:
    """Make the database, unless a run before has left it on this server."""
    try:
        gather.another(url, name)
    except psycopg.errors.DuplicateDatabase:
        return False
    return True


def start(running: ExitStack, env: gather.Environment, *words: object) -> None:
    """A program that ends with the block; what it writes is not read."""
    process = subprocess.Popen(  # noqa: S603 - the programs named above
        list(map(str, words)), env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/"
    )
    running.callback(process.wait, 120)
    running.callback(process.terminate)
