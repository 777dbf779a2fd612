"""Several people, or one in several tabs, act in the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from askwell.lib.verdicts import Refused


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run the acts at the same moment; for each "" or the reason why it was refused. Other faults are raised."""
    line = Barrier(len(acts))

    def one(act: Callable[[], object]) -> str:
        try:
            line.wait(timeout=60)
            act()
        except Refused as refusal:
            return refusal.reason
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))
