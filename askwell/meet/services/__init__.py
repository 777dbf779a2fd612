"""Verbs of meeting: agree to talk, find a time, talk, call it off; and the address of one's calendar."""

from askwell.meet.services.answering import cannot_come, choose, say_yes
from askwell.meet.services.feeds import end_feed, make_feed
from askwell.meet.services.talks import (
    begin,
    book,
    call_off,
    hold,
    offer_times,
    plan,
    rate,
    resume,
    take_offered,
)

__all__ = [
    "begin",
    "book",
    "call_off",
    "cannot_come",
    "choose",
    "end_feed",
    "hold",
    "make_feed",
    "offer_times",
    "plan",
    "rate",
    "resume",
    "say_yes",
    "take_offered",
]
