"""Verbs of gatherings: plan and open one, take a seat, wait for one, give it up, note who came."""

from askwell.gather.services.conversations import listen_to
from askwell.gather.services.gatherings import (
    Details,
    Voice,
    cancel,
    change,
    finish,
    forget_guests,
    open,
    plan,
    remind,
    share_recording,
)
from askwell.gather.services.questions import ask_too, show_question
from askwell.gather.services.seats import (
    accept_offer,
    confirm,
    decline_offer,
    expire,
    give_up,
    leave_all,
    mark_attendance,
    take_seat,
    write_in,
)

__all__ = [
    "Details",
    "Voice",
    "accept_offer",
    "ask_too",
    "cancel",
    "change",
    "confirm",
    "decline_offer",
    "expire",
    "finish",
    "forget_guests",
    "give_up",
    "leave_all",
    "listen_to",
    "mark_attendance",
    "open",
    "plan",
    "remind",
    "share_recording",
    "show_question",
    "take_seat",
    "write_in",
]
