"""Verbs of asking: draft, send, and say what came of it."""

from askwell.ask.services.answering import accept, decline, let_rest, mark
from askwell.ask.services.by_link import end_link, leave_alone, pass_on, say_no, welcome_again
from askwell.ask.services.drafting import draft_follow_up, draft_request, rewrite, write_letter
from askwell.ask.services.sending import rescue, send_letter, settle

__all__ = [
    "accept",
    "decline",
    "draft_follow_up",
    "draft_request",
    "end_link",
    "leave_alone",
    "let_rest",
    "mark",
    "pass_on",
    "rescue",
    "rewrite",
    "say_no",
    "send_letter",
    "settle",
    "welcome_again",
    "write_letter",
]
