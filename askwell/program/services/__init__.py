"""Letting people in, one by one or by roster, and saying what they are."""

from askwell.program.services.people import (
    DAYS_OPEN,
    change_roles,
    close_account,
    forget,
    invite,
    open_account,
    operator,
    revoke,
    take,
)
from askwell.program.services.rosters import take_in, undo

__all__ = [
    "DAYS_OPEN",
    "change_roles",
    "close_account",
    "forget",
    "invite",
    "open_account",
    "operator",
    "revoke",
    "take",
    "take_in",
    "undo",
]
