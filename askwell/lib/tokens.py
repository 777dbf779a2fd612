"""Addresses that need no sign-in: signed for one purpose, and good as long as the row behind them stands."""

from uuid import UUID

from django.core.signing import BadSignature, Signer


def make(scope: str, uid: UUID) -> str:
    """The secret part of an address; it can be made again at any time, and tells nothing of anybody."""
    return _signer(scope).sign(uid.hex)


def read(scope: str, token: str) -> UUID | None:
    """Which row a token stands for; nothing when it was made up, altered, or made for another purpose."""
    try:
        return UUID(_signer(scope).unsign(token))
    except (BadSignature, ValueError):
        return None


def _signer(scope: str) -> Signer:
    return Signer(sep=".", salt=f"askwell.{scope}")
