"""Who may have their conversations put in a calendar."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache

from askwell.lib.verdicts import Verdict, allow_if, refused

if TYPE_CHECKING:
    from askwell.accounts.models import User

HOUR = 3600
MOST_TRIES = 12
"""An hour; each may hold a page for as long as a server is waited for."""


def may_have_calendar(user: "User", person: "User") -> Verdict:
    """Whether this is one's own calendar, in a program; on a machine of one's own a file is one press away."""
    if settings.SOLO:
        return refused("Writing into a calendar belongs to the program edition.")
    return allow_if(user.pk == person.pk, otherwise="This is somebody else's calendar.")


def may_try(person: "User") -> Verdict:
    """Whether another address, name or password may be tried so soon."""
    key = f"own-calendar-{person.pk}"
    cache.add(key, 0, timeout=HOUR)
    try:
        tries = cache.incr(key)
    except ValueError:
        tries = 1
    return allow_if(
        tries <= MOST_TRIES, otherwise="You have tried many times within an hour. Try again in a while."
    )
