"""Conversations: all of them, one of them, its time, its calendar; and the page that a letter's link opens."""

from askwell.meet.views.answering import answer
from askwell.meet.views.feeds import calendar_address, feed
from askwell.meet.views.talks import (
    call_off,
    conversation,
    ics,
    index,
    missed,
    offer,
    pick,
    plan,
    slot,
    sure,
    time,
)

__all__ = [
    "answer",
    "calendar_address",
    "call_off",
    "conversation",
    "feed",
    "ics",
    "index",
    "missed",
    "offer",
    "pick",
    "plan",
    "slot",
    "sure",
    "time",
]
