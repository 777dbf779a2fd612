"""What a host does with a conversation they are asked for."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from askwell.accounts.models import User
from askwell.meet import services as meet
from askwell.meet.models import CalledOffBy, Conversation


@transaction.atomic
def propose(talk: Conversation, *, starts: Sequence[datetime], by: User) -> Conversation:
    """They name other times; what is booked stays booked until the seeker picks one of them."""
    return meet.offer_times(meet.resume(talk, by=by), starts=starts, by_them=True, by=by)


def cannot_come(talk: Conversation, *, why: str, by: User) -> Conversation:
    """They have to call it off, perhaps with a word why."""
    return meet.call_off(talk, whose=CalledOffBy.THEM, why=why, by=by)


def miss(talk: Conversation, *, who: str, by: User) -> Conversation:
    """It did not take place: `who` of the two, as the seeker sees it, did not come."""
    return meet.miss(talk, who=who, by=by)
