"""Who may do what to a conversation, and when."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from askwell.connect.models import Contact
from askwell.lib.verdicts import ALLOWED, Verdict, allow_if, refused
from askwell.meet import times
from askwell.meet.availability import selectors as hours
from askwell.meet.models import Booking, Conversation, ConversationStatus

if TYPE_CHECKING:
    from askwell.accounts.models import User

FURTHEST = timedelta(days=730)
ENDED = {
    ConversationStatus.HELD: "You have talked already, so this stays as it was.",
    ConversationStatus.CANCELED: "This conversation was called off. Take it up again first.",
    ConversationStatus.MISSED: "This conversation did not take place. Find another time first.",
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


def may_take_part(user: "User", conversation: Conversation) -> Verdict:
    """Whether this is one of the two who talk."""
    return allow_if(
        user.pk in conversation.people,
        otherwise="This is somebody else's conversation.",
    )


def may_agree(user: "User", conversation: Conversation) -> Verdict:
    """Whether this is one of the two, and the conversation is still to come."""
    if not (verdict := may_take_part(user, conversation)):
        return verdict
    if not conversation.is_open:
        return refused(ENDED[ConversationStatus(conversation.status)])
    return ALLOWED


def may_miss(user: "User", conversation: Conversation) -> Verdict:
    """Whether one of the two may say that it did not take place: its time is over, and nobody said they talked."""
    if not (verdict := may_agree(user, conversation)):
        return verdict
    over = conversation.status == ConversationStatus.BOOKED and conversation.is_over
    return allow_if(over, otherwise="Its time is not over yet. You can call it off, or move it.")


def may_take(user: "User", conversation: Conversation, *, starts_at: datetime, minutes: int) -> Verdict:
    """Whether it may be booked for then: a host who keeps hours here is booked within them, or when they said."""
    if not (verdict := may_book(user, conversation, starts_at=starts_at, minutes=minutes)):
        return verdict
    host = conversation.contact.account
    as_before = (conversation.starts_at, conversation.minutes) == (starts_at, minutes)
    if host is None or user.pk == host.pk or as_before or not hours.keeps_hours(host):
        return ALLOWED
    named = conversation.offered_times.filter(starts_at=starts_at, by_them=True)
    if minutes == conversation.minutes and named.exists():
        return ALLOWED
    free = hours.is_slot(host, at=starts_at, minutes=minutes, but=conversation.pk)
    return allow_if(free, otherwise="That time is not free any more. Pick another one.")


def may_book(user: "User", conversation: Conversation, *, starts_at: datetime, minutes: int) -> Verdict:
    """Whether the conversation may take place then: still to come, and nothing else booked."""
    verdict = may_agree(user, conversation)
    return verdict and _fits(user, conversation, starts_at=starts_at, minutes=minutes)


def may_propose(user: "User", conversation: Conversation, *, starts_at: datetime, minutes: int) -> Verdict:
    """Whether one of the two may name that time, though it was called off or missed before."""
    verdict = may_take_part(user, conversation)
    return verdict and _fits(user, conversation, starts_at=starts_at, minutes=minutes)


def _fits(user: "User", conversation: Conversation, *, starts_at: datetime, minutes: int) -> Verdict:
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
