"""A real server in a process of its own, on a home of its own: for kill tests, journeys and measurements."""

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from types import TracebackType

ASKWELL = [sys.executable, "-c", "from askwell.cli import main; main()"]


def free_port() -> int:
    """A port nobody listens on just now, and none that the system gives of itself to whoever calls out."""
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a person's shell, with a home of its own and none of the tests' settings."""
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("DATABASE_URL", "ASKWELL_", "SMTP_", "PORT"))
    }
    return kept | {"ASKWELL_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[1])} | more


def askwell(*words: str, home: Path, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run one command as a person does."""
    return subprocess.run(  # noqa: S603 - our own command
        [*ASKWELL, *words],
        env=environment(home, **more),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=300,
    )


class Server:
    """`askwell serve` on loopback; kills and restarts keep the home."""

    def __init__(self, home: Path, **more: str) -> None:
        self.home, self.more, self.port = home, more, free_port()
        self.process: subprocess.Popen[str] | None = None
        self.address = ""

    @property
    def root(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Server":
        """Start and wait until it answers; `address` is the one-time address it printed."""
        log = (self.home.parent / f"{self.home.name}-{self.port}.log").open("w+")
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            [*ASKWELL, "serve", "--port", str(self.port)],
            env=environment(self.home, PORT=str(self.port), **self.more),
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
        )
        until = time.monotonic() + 180
        # After a kill the old web process may answer for a moment more: wait for the new one's own word.
        while "token=" not in Path(log.name).read_text() or not self._answers():
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the server did not start: {Path(log.name).read_text()}")
            time.sleep(0.05)
        found = re.search(r"http://\S+token=\S+", Path(log.name).read_text())
        self.address = found.group(0) if found else ""
        log.close()
        return self

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.root}/healthz", timeout=2) as answer:  # noqa: S310 - loopback
                return bool(answer.status == 200)
        except OSError:
            return False

    def kill(self) -> None:
        """kill -9: no goodbye."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ctrl+C."""
        self._end(signal.SIGINT)

    def _end(self, number: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)
            self.process.wait(timeout=60)

    def __enter__(self) -> "Server":
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
