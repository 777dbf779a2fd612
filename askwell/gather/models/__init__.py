"""Rows of this room: gatherings, and the seats people take at them."""

from askwell.gather.models.gatherings import (
    MOST_SEATS,
    STAFF,
    Audience,
    Gathering,
    GatheringStatus,
    Notice,
    Reminder,
    Series,
    Setting,
    Speaker,
)
from askwell.gather.models.seats import ACTIVE, HOLDING, MeToo, Seat, SeatKey, SeatStatus

__all__ = [
    "ACTIVE",
    "HOLDING",
    "MOST_SEATS",
    "STAFF",
    "Audience",
    "Gathering",
    "GatheringStatus",
    "MeToo",
    "Notice",
    "Reminder",
    "Seat",
    "SeatKey",
    "SeatStatus",
    "Series",
    "Setting",
    "Speaker",
]
