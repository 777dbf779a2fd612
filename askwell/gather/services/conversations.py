"""A gathering as a conversation: prepared for, noted and learned from like any other."""

from askwell.accounts.models import User
from askwell.connect import services as connect
from askwell.gather import events, hearing, line, policies
from askwell.gather.models import Seat, Speaker
from askwell.journal.services import record
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.meet.occupying import hold_still


@line.in_line
def listen_to(seat: Seat, speaker: Speaker, *, by: User) -> Conversation:
    """The conversation in which one prepares for a speaker and keeps what they said: made, or found again."""
    seat = line.hold_seat(seat)
    policies.may_listen_to(by, seat, speaker).enforce()
    if seat.conversation and not seat.conversation.is_called_off:
        return seat.conversation
    hold_still([by.pk])
    contact = connect.add_contact(by, by=by, **hearing.known(speaker))
    conversation = meet.plan(contact, by=by)
    if not seat.gathering.has_begun:
        conversation = hearing.book(conversation, seat.gathering, by=by)
    # A seat that was given up, and taken again, had the same conversation.
    Seat.objects.filter(conversation=conversation).update(conversation=None)
    seat.conversation = conversation
    seat.save(update_fields=["conversation"])
    record(events.SpeakerChosen.of(seat), by=by)
    return conversation
