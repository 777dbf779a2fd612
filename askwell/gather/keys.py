"""The secrets in letters: each opens one seat until some time after the gathering."""

import hashlib
import secrets
from datetime import timedelta

from django.utils import timezone

from askwell.gather.models import Seat, SeatKey

GOOD_FOR = timedelta(days=30)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def make(seat: Seat) -> str:
    """A fresh key; those in earlier letters go on working."""
    key = secrets.token_urlsafe(24)
    until = max(seat.gathering.ends_at, timezone.now()) + GOOD_FOR
    SeatKey.objects.create(seat=seat, digest=_digest(key), expires_at=until)
    return key


def find(key: str) -> Seat | None:
    """The seat it opens; nobody's when it is wrong, withdrawn or too old."""
    found = (
        SeatKey.objects.filter(digest=_digest(key), expires_at__gt=timezone.now())
        .select_related("seat__gathering", "seat__user")
        .first()
    )
    return found.seat if found else None
