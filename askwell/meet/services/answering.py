"""How somebody without an account answers, by the page their letter leads to; the seeker's journal keeps it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.ask.models import InterviewRequest, RequestStatus
from askwell.lib.verdicts import Refused
from askwell.meet.models import CalledOffBy, Conversation, ConversationStatus, OfferedTime
from askwell.meet.services.talks import book, call_off, offer_times, resume


@transaction.atomic
def say_yes(
    asked: InterviewRequest, *, starts: Sequence[datetime], place: str, place_details: str, by: User
) -> Conversation:
    """They agree to talk, and may name times and a place; nothing is booked until the seeker picks one."""
    talk = _agreed(asked, by=by)
    talk.place, talk.place_details = place, place_details
    talk.save(update_fields=["place", "place_details"])
    return offer_times(talk, starts=starts, by_them=True, by=by) if starts else talk


@transaction.atomic
def choose(offered: OfferedTime, *, time_zone: str, place_details: str, by: User) -> Conversation:
    """They choose one of the times the seeker offered: it is booked."""
    talk = offered.conversation
    try:
        return book(
            talk,
            starts_at=offered.starts_at,
            minutes=talk.minutes,
            time_zone=time_zone,
            place=talk.place,
            place_details=place_details or talk.place_details,
            by=by,
        )
    except Refused as refusal:
        # The reason may say whom else the seeker talks with.
        raise Refused("That time is gone meanwhile. Please choose another one.") from refusal


@transaction.atomic
def cannot_come(asked: InterviewRequest, *, by: User) -> Conversation:
    """They have to call it off."""
    return call_off(asked.conversation, whose=CalledOffBy.THEM, by=by)


def _agreed(asked: InterviewRequest, *, by: User) -> Conversation:
    """The conversation that their yes begins, or takes up again."""
    if asked.status != RequestStatus.ACCEPTED:
        asked = ask.accept(asked, by=by)
    talk = Conversation.objects.select_for_update().get(request=asked)
    return resume(talk, by=by) if talk.status == ConversationStatus.CANCELED else talk
