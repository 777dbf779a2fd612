"""How long a freed seat is held for the first in line. No Django."""

from datetime import datetime, timedelta


def until(now: datetime, *, starts_at: datetime, hours: int) -> datetime:
    """The end of an offer: after `hours`, or half-way to the beginning when that is sooner.

    Half-way leaves the next in line a fair time too, however near the beginning is.
    """
    return now + min(timedelta(hours=hours), (starts_at - now) / 2)
