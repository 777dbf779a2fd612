"""When it does not take place: called off before, or missed; neither is held against anybody."""

from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import User
from askwell.journal.services import record
from askwell.meet import events, policies
from askwell.meet.models import Conversation, ConversationStatus
from askwell.meet.occupying import locked, release
from askwell.meet.telling import tell_calendars, tell_other


@transaction.atomic
def call_off(conversation: Conversation, *, whose: str = "", why: str = "", by: User) -> Conversation:
    """It will not take place; calendars hear of it by a higher number on the same entry."""
    conversation = locked(conversation)
    policies.may_take_part(by, conversation).enforce()
    if conversation.status == ConversationStatus.CANCELED:
        return conversation
    policies.may_agree(by, conversation).enforce()
    conversation.offered_times.all().delete()
    release(conversation)
    conversation.move_to(
        ConversationStatus.CANCELED,
        called_off_by=whose,
        called_off_at=timezone.now(),
        called_off_why=why,
        # What no calendar knows of needs no number.
        sequence=conversation.sequence + (conversation.sequence > 0),
    )
    event = events.ConversationCalledOffLate if conversation.was_late else events.ConversationCalledOff
    record(event.of(conversation, whose=whose), by=by)
    tell_calendars(conversation)
    tell_other(conversation, "off", by=by)
    return conversation


@transaction.atomic
def miss(conversation: Conversation, *, who: str, by: User) -> Conversation:
    """The time came and one of the two did not; `who` is THEM or YOU, as the seeker sees it."""
    conversation = locked(conversation)
    policies.may_take_part(by, conversation).enforce()
    if conversation.status == ConversationStatus.MISSED:
        return conversation
    policies.may_miss(by, conversation).enforce()
    conversation.offered_times.all().delete()
    release(conversation)
    conversation.move_to(ConversationStatus.MISSED, called_off_by=who, called_off_at=timezone.now())
    record(events.ConversationMissed.of(conversation, who=who), by=by)
    tell_other(conversation, "missed", by=by)
    return conversation
