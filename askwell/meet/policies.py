"""Who may do what to a conversation, and when."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from askwell.connect.models import Contact
from askwell.lib.verdicts import ALLOWED, Verdict, allow_if, refused
from askwell.meet import times
from askwell.meet.models import Booking, Conversation, ConversationStatus

if TYPE_CHECKING:
    from askwell.accounts.models import User

FURTHEST = timedelta(days=730)
ENDED = {
    ConversationStatus.HELD: "You have talked already, so this stays as it was.",
    ConversationStatus.CANCELED: "This conversation was called off. Take it up again first.",
}


def may_plan(user: "User", contact: Contact) -> Verdict:
    """Whether this seeker may arrange to talk with this contact."""
    return allow_if(contact.seeker_id == user.pk, otherwise="This is somebody else's contact.")


def may_act_on(user: "User", conversation: Conversation) -> Verdict:
    """Whether this is the seeker's own conversation."""
    return allow_if(
        conversation.seeker_id == user.pk,
        otherwise="This is somebody else's conversation.",
    )


def may_change(user: "User", conversation: Conversation) -> Verdict:
    """Whether the conversation is this seeker's and still to come."""
    if not (verdict := may_act_on(user, conversation)):
        return verdict
    if not conversation.is_open:
        return refused(ENDED[ConversationStatus(conversation.status)])
    return ALLOWED


def may_book(user: "User", conversation: Conversation, *, starts_at: datetime, minutes: int) -> Verdict:
    """Whether the conversation may take place then: still to come, and nothing else booked."""
    if not (verdict := may_change(user, conversation)):
        return verdict
    now = timezone.now()
    if starts_at <= now:
        return refused("That is in the past.")
    if starts_at > now + FURTHEST:
        return refused("That is more than two years away. Check the year.")
    return is_free(user, conversation, starts_at=starts_at, minutes=minutes)


def may_have_feed(user: "User", person: "User") -> Verdict:
    """Whether this is one's own calendar, in a program; a machine of one's own needs no address on the web."""
    if settings.SOLO:
        return refused("A private calendar address belongs to the program edition.")
    return allow_if(user.pk == person.pk, otherwise="This is somebody else's calendar.")


def may_be_written_to(person: "User") -> Verdict:
    """Whether Askwell itself writes to this person: in a program that has a mail account, if they gave an address."""
    if settings.SOLO or not settings.CAN_SEND:
        return refused("This Askwell sends no letters of its own.")
    return allow_if(person.email and not person.is_example, otherwise="There is no address to write to.")


def is_free(user: "User", conversation: Conversation, *, starts_at: datetime, minutes: int) -> Verdict:
    """Whether everybody this conversation needs has that time; nobody hears whom somebody else talks with."""
    taken = (
        Booking.objects.filter(person__in=conversation.people)
        .exclude(conversation=conversation)
        .during(starts_at, starts_at + timedelta(minutes=minutes))
        .select_related("conversation__contact")
    )
    if not taken:
        return ALLOWED
    mine = next((one for one in taken if one.person_id == user.pk), None)
    if mine is None or mine.conversation.seeker_id != user.pk:
        return refused("That time is taken. Pick another one.")
    zone = timezone.get_current_timezone_name()
    return refused(
        f"You are talking with {mine.conversation.contact.name} then: "
        f"{times.words(mine.starts_at, zone)}, for {mine.conversation.minutes} minutes. Pick another time."
    )
