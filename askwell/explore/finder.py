"""The search over all careers, made once per process from the shipped pack."""

import gc
import threading

from askwell.explore import pack
from askwell.explore.search import Hit, Search

_lock = threading.Lock()
_made: list[Search] = []


def search() -> Search:
    """The one search of this process; the first caller waits one or two seconds while it is made."""
    with _lock:
        if not _made:
            _made.append(Search.from_pack(pack.load()))
            gc.freeze()  # the index stays for good: going through it would stop every request for 50 ms now and then
        return _made[0]


def find(query: str, *, limit: int = 20) -> list[Hit]:
    """Careers that fit what was typed, best first; raises `PackError` when the pack can't be read."""
    return search().find(query, limit=limit) if query.strip() else []


def warm() -> None:
    """Make the search beside whatever else goes on, so that nobody waits for it."""
    if not _made and not _lock.locked():
        threading.Thread(target=_try, name="warm the search", daemon=True).start()


def _try() -> None:
    try:
        search()
    except pack.PackError:
        return  # whoever searches is told; nobody has asked yet
