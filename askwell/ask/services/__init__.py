"""Verbs of asking: draft, send, and say what came of it."""

from askwell.ask.services.answering import accept, decline, let_rest, mark
from askwell.ask.services.drafting import draft_follow_up, draft_request, rewrite, write_letter
from askwell.ask.services.sending import rescue, send_letter, settle

__all__ = [
    "accept",
    "decline",
    "draft_follow_up",
    "draft_request",
    "let_rest",
    "mark",
    "rescue",
    "rewrite",
    "send_letter",
    "settle",
    "write_letter",
]
