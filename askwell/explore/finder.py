"""The search over all careers, made once per process and pack."""

import ctypes
import gc
import sys
import threading
from pathlib import Path

from askwell.explore import pack
from askwell.explore.search import Answer, Hit, Search

_lock = threading.Lock()
_made: list[Search] = []
_made_of: list[tuple[Path, int]] = []


def search() -> Search:
    """The one search of this process; the first caller waits a second or two while it is made, also after an update."""
    file = pack.in_use()
    now = (file, pack.written(file))
    with _lock:
        if not _made or (_made_of != [now] and file.exists()):
            _made[:], _made_of[:] = [_make(file)], [now]
        return _made[0]


def _make(file: Path) -> Search:
    """Little of the index is ever thrown away: going through it would stop every request for 50 ms now and then."""
    gc.disable()
    try:
        return Search.from_pack(pack.load(file))
    finally:
        gc.freeze()
        gc.enable()
        _give_back()


def _give_back() -> None:
    """Let the system have the memory that the making took: 10 MB and more, where the C library can do so (glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def find(query: str, *, limit: int = 20) -> list[Hit]:
    """Careers that fit what was typed, best first; raises `PackError` when the pack can't be read."""
    return answer(query, limit=limit).hits


def answer(query: str, *, limit: int = 20) -> Answer:
    """The same, with what else the text was taken to say."""
    return search().answer(query, limit=limit) if query.strip() else Answer([], ())


def warm() -> None:
    """Make the search before anybody asks; that the pack can't be read is told to whoever searches."""
    try:
        search()
    except pack.PackError:
        return
