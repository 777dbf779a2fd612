"""Verbs of meeting: agree to talk, find a time, talk, call it off; and the address of one's calendar."""

from askwell.meet.services.answering import cannot_come, choose, leave_alone, pass_on, say_no, say_yes
from askwell.meet.services.feeds import end_feed, make_feed
from askwell.meet.services.off import call_off, miss
from askwell.meet.services.talks import (
    begin,
    book,
    hold,
    offer_times,
    plan,
    rate,
    resume,
    set_place,
    take_offered,
    take_slot,
)

__all__ = [
    "begin",
    "book",
    "call_off",
    "cannot_come",
    "choose",
    "end_feed",
    "hold",
    "leave_alone",
    "make_feed",
    "miss",
    "offer_times",
    "pass_on",
    "plan",
    "rate",
    "resume",
    "say_no",
    "say_yes",
    "set_place",
    "take_offered",
    "take_slot",
]
