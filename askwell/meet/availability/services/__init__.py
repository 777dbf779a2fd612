"""Verbs of offering time."""

from askwell.meet.availability.services.calendars import add_calendar, drop_calendar, read_again
from askwell.meet.availability.services.hours import (
    add_hours,
    come_back,
    drop_hours,
    move,
    pause,
    restore_days,
    set_days,
    set_limits,
)

__all__ = [
    "add_calendar",
    "add_hours",
    "come_back",
    "drop_calendar",
    "drop_hours",
    "move",
    "pause",
    "read_again",
    "restore_days",
    "set_days",
    "set_limits",
]
