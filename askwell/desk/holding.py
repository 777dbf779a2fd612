"""Who holds the data folder: servers share it, a restore needs it alone. No Django.

The lock belongs to the open file, so the system gives it back even when a process is killed.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "in_use"
_held: dict[Path, int] = {}


class Held(Exception):
    """A server holds the data."""


def _open(home: Path) -> int:
    return os.open(home / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def hold(home: Path) -> None:
    """Hold the folder, beside other servers, for as long as this process lives; once is enough."""
    if home in _held:
        return
    file = _open(home)
    fcntl.flock(file, fcntl.LOCK_SH)
    _held[home] = file


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Have the folder alone for a while; `Held` when a server is running on it."""
    file = _open(home)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as fault:
        raise Held from fault
    finally:
        os.close(file)
