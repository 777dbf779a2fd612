"""Where the pages of a conversation are, and what is typed on them."""

from datetime import UTC, datetime

from django.urls import reverse

from askwell.meet.models import Conversation

TUESDAY = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)
TYPED = {
    "day": "2026-11-24",
    "clock": "17:30",
    "minutes": "20",
    "place": "phone",
    "place_details": "555-0142",
}


def at(name: str, conversation: Conversation) -> str:
    """The address of a page of this conversation."""
    return reverse(f"meet:{name}", args=[conversation.pk])
