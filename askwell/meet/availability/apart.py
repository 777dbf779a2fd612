"""Files of strangers are worked out in a process of their own, which is ended when they take too long. No Django.

A rule of one line can keep a computer busy for hours. Nobody can tell which ones do, so the clock decides.
"""

import atexit
import multiprocessing
import threading
from collections.abc import Collection, Iterable
from datetime import datetime
from multiprocessing.pool import Pool

from askwell.meet.availability import reading
from askwell.meet.availability.reading import Times, Unreadable

MOST_SECONDS = 30.0
MOST_BYTES = 20_000_000
A_FRESH_ONE_AFTER = 200
_one_at_a_time = threading.Lock()
_pools: list[Pool] = []


def busy(
    files: Iterable[bytes], *, zone: str, first: datetime, last: datetime, own: Collection[str] = ()
) -> list[Times]:
    """The same as `reading.busy`, for at most half a minute."""
    asked = {"zone": zone, "first": first, "last": last, "own": own}
    together = _within_bounds(files)
    with _one_at_a_time:
        try:
            return _pool().apply_async(reading.busy, [together], asked).get(MOST_SECONDS)
        except multiprocessing.TimeoutError as fault:
            _pools.pop().terminate()
            raise Unreadable("Its events take too long to work out.") from fault


def _within_bounds(files: Iterable[bytes]) -> list[bytes]:
    found: list[bytes] = []
    size = 0
    for file in files:
        found.append(file)
        size += len(file)
        if size > MOST_BYTES:
            raise Unreadable(f"It is larger than {MOST_BYTES // 1_000_000} MB.")
    return found


def _pool() -> Pool:
    if not _pools:
        fresh = multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=A_FRESH_ONE_AFTER)
        atexit.register(fresh.terminate)
        _pools.append(fresh)
    return _pools[0]
