"""Where people talk when nobody named a place: a room of their own at the operator's video service."""

import secrets

from django.conf import settings

from askwell.meet.models import Conversation, Place

ROOM = "{room}"


def with_link(conversation: Conversation, *, place: str, details: str) -> str:
    """What was typed; for a talk by video without it, its room, the same one for as long as it stands there."""
    address: str = settings.VIDEO_LINK
    if details or place != Place.VIDEO or not address:
        return details
    known = conversation.place_details
    # Nobody can guess a room, so only the two are in it.
    made = address.replace(ROOM, f"askwell-{secrets.token_hex(12)}")
    return known if known.startswith(address.partition(ROOM)[0]) else made
