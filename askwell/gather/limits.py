"""How often somebody without an account may ask for a seat; counted in the cache that all processes share."""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from askwell.lib.locks import one_at_a_time
from askwell.lib.verdicts import Verdict, allow_if

HOUR = 3600
FROM_ONE_NETWORK = 60
"""An hour; a class behind one router is thirty people."""
TO_ONE_ADDRESS = 5
"""Letters an hour."""


def may_come_from(network: str) -> Verdict:
    """Whether so many from one network address is still a class, or a machine."""
    return allow_if(
        _count("network", network) <= FROM_ONE_NETWORK,
        otherwise="Very many people have registered from your network within an hour. Try again in a while.",
    )


def may_get_a_letter(email: str) -> bool:
    """Whether this address has had few enough letters; the page says the same either way."""
    return _count("mail", email) <= TO_ONE_ADDRESS


def _count(kind: str, who: str) -> int:
    """How often this was asked within the hour that began with the first time, by whichever process."""
    key = f"gather-{kind}-{hashlib.sha256(who.encode()).hexdigest()}"
    # Reading and writing must be one step: Django's own `incr` is two, and forgets after five minutes.
    with one_at_a_time(settings.HOME / "counting"):
        now = timezone.now().timestamp()
        since, count = cache.get(key) or (now, 0)
        cache.set(key, (since, count + 1), timeout=since + HOUR - now)
    return int(count) + 1
