"""How often somebody without an account may ask for a seat; counted in Django's cache."""

import hashlib

from django.core.cache import cache

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
    """How often this was asked within the hour that began with the first time."""
    key = f"gather-{kind}-{hashlib.sha256(who.encode()).hexdigest()}"
    cache.add(key, 0, timeout=HOUR)
    try:
        return cache.incr(key)
    except ValueError:
        # It ran out between the two lines.
        cache.set(key, 1, timeout=HOUR)
        return 1
