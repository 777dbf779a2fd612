"""Moments and rows as pages send them back. No Django."""

from datetime import UTC, datetime


def read_moment(said: str) -> datetime | None:
    """The moment that a form or an address names; nothing when it names none, or leaves its zone out."""
    # In an address a plus sign may have become a space.
    try:
        at = datetime.fromisoformat(said.strip().replace(" ", "+"))
        return at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def read_number(said: str) -> int:
    """A row's number from a form; 0, which no row has, for anything else."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 12 else 0
