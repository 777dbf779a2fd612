"""Agreeing to talk, finding a time, talking, calling it off."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask.models import InterviewRequest
from askwell.connect.models import Contact
from askwell.journal.services import record
from askwell.meet import events, policies
from askwell.meet.models import OFF, Conversation, ConversationStatus, OfferedTime
from askwell.meet.occupying import hold_still, locked, occupy, release
from askwell.meet.places import with_link
from askwell.meet.signals import conversation_held, conversation_planned
from askwell.meet.telling import tell, tell_calendars


class Agreement(TypedDict):
    """What two people agree on: `starts_at` with a zone, `time_zone` the IANA name it was typed in."""

    starts_at: datetime
    minutes: int
    time_zone: str
    place: str
    place_details: str


@transaction.atomic
def plan(contact: Contact, *, request: InterviewRequest | None = None, by: User) -> Conversation:
    """They agreed to talk: the one conversation to find a time for, taken up again or new."""
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    policies.may_plan(by, contact).enforce()
    known = _known(contact, request)
    if known is None:
        return _begin_planning(contact, request, by=by)
    if request and known.request_id is None:
        known.request = request
        known.save(update_fields=["request"])
    if known.status in OFF:
        return resume(known, by=by)
    return known


def _known(contact: Contact, request: InterviewRequest | None) -> Conversation | None:
    """The conversation that agreeing again would mean, so that asking twice makes no second one."""
    every = Conversation.objects.select_for_update().filter(contact=contact)
    if request and (same := every.filter(request=request).first()):
        return same
    if still_open := every.open().first():
        return still_open
    last = every.order_by("-pk").first()
    return last if last and last.status in OFF and request is None else None


def _begin_planning(contact: Contact, request: InterviewRequest | None, *, by: User) -> Conversation:
    conversation = Conversation.objects.create(
        seeker=by,
        contact=contact,
        request=request,
        minutes=request.minutes if request else 20,
    )
    record(events.ConversationPlanned.of(conversation), by=by)
    conversation_planned.send(Conversation, conversation=conversation, by=by)
    return conversation


@transaction.atomic
def resume(conversation: Conversation, *, by: User) -> Conversation:
    """It is on again: find a new time; calendars keep the same entry."""
    conversation = locked(conversation)
    policies.may_take_part(by, conversation).enforce()
    if conversation.is_open:
        return conversation
    fresh = {"called_off_by": "", "called_off_at": None, "called_off_why": "", "starts_at": None}
    conversation.move_to(ConversationStatus.AGREED, **fresh)
    record(events.ConversationResumed.of(conversation), by=by)
    conversation_planned.send(Conversation, conversation=conversation, by=conversation.seeker)
    return conversation


@transaction.atomic
def offer_times(
    conversation: Conversation, *, starts: Sequence[datetime], by_them: bool = False, by: User
) -> Conversation:
    """Name times to choose from, the seeker's or theirs; they take the place of those named before."""
    conversation = locked(conversation)
    for at in starts:
        policies.may_book(by, conversation, starts_at=at, minutes=conversation.minutes).enforce()
    named = set(conversation.offered_times.values_list("starts_at", "by_them"))
    if named == {(at, by_them) for at in starts}:
        return conversation
    conversation.offered_times.all().delete()
    OfferedTime.objects.bulk_create(
        OfferedTime(conversation=conversation, starts_at=at, by_them=by_them) for at in sorted(set(starts))
    )
    event = events.TimesProposed if by_them else events.TimesOffered
    record(event.of(conversation, times=len(set(starts))), by=by)
    tell(conversation, "times", person=conversation.seeker_id if by_them else conversation.contact.account_id)
    return conversation


@transaction.atomic
def book(
    conversation: Conversation,
    *,
    they_chose: bool = False,
    told_elsewhere: bool = False,
    by: User,
    **agreed: Unpack[Agreement],
) -> Conversation:
    """Agree on a time and a place, or change them; the calendar entry's number rises.

    What is told elsewhere has an entry and reminders already: its number stays 0, and no calendar hears of it here.
    """
    hold_still(conversation.people)
    conversation = locked(conversation)
    policies.may_take_part(by, conversation).enforce()
    if not told_elsewhere:
        details = with_link(conversation, place=agreed["place"], details=agreed["place_details"])
        agreed["place_details"] = details
    if _is_booked_so(conversation, agreed):
        return conversation
    may = policies.may_book if they_chose else policies.may_take
    may(by, conversation, starts_at=agreed["starts_at"], minutes=agreed["minutes"]).enforce()
    moved = conversation.status == ConversationStatus.BOOKED
    _drop_what_is_settled(conversation, agreed["starts_at"])
    known = conversation.sequence > 0 or not told_elsewhere
    conversation.move_to(ConversationStatus.BOOKED, sequence=conversation.sequence + known, **agreed)
    occupy(conversation)
    event = events.ConversationMoved if moved else events.ConversationBooked
    record(event.of(conversation, minutes=conversation.minutes), by=by)
    tell_calendars(conversation)
    return conversation


def _drop_what_is_settled(conversation: Conversation, starts_at: datetime) -> None:
    """A time that nobody named settles it: those that were named no longer wait for an answer."""
    named = conversation.offered_times.all()
    if starts_at != conversation.starts_at and not named.filter(starts_at=starts_at).exists():
        named.delete()


def _is_booked_so(conversation: Conversation, agreed: Agreement) -> bool:
    if conversation.status != ConversationStatus.BOOKED:
        return False
    return all(getattr(conversation, name) == value for name, value in agreed.items())


@transaction.atomic
def take_offered(
    offered: OfferedTime, *, time_zone: str, they_chose: bool = False, place_details: str = "", by: User
) -> Conversation:
    """One of the two chose a time that the other named."""
    conversation = offered.conversation
    return book(
        conversation,
        starts_at=offered.starts_at,
        minutes=conversation.minutes,
        time_zone=time_zone,
        place=conversation.place,
        place_details=place_details or conversation.place_details,
        they_chose=they_chose,
        by=by,
    )


@transaction.atomic
def take_slot(conversation: Conversation, *, at: datetime, time_zone: str, by: User) -> Conversation:
    """Take one of the times at which they are free."""
    return book(
        conversation,
        starts_at=at,
        minutes=conversation.minutes,
        time_zone=time_zone,
        place=conversation.place,
        place_details=conversation.place_details,
        by=by,
    )


@transaction.atomic
def set_place(conversation: Conversation, *, place: str, place_details: str, by: User) -> Conversation:
    """They say where the two talk; a calendar that holds the time hears of it."""
    conversation = locked(conversation)
    policies.may_agree(by, conversation).enforce()
    if (conversation.place, conversation.place_details) == (place, place_details):
        return conversation
    conversation.place, conversation.place_details = place, place_details
    if conversation.sequence and conversation.status == ConversationStatus.BOOKED:
        conversation.sequence += 1
        tell_calendars(conversation)
    conversation.save(update_fields=["place", "place_details", "sequence"])
    record(events.PlaceSet.of(conversation), by=by)
    return conversation


@transaction.atomic
def begin(conversation: Conversation, *, by: User) -> Conversation:
    """The talk begins; a second press changes nothing."""
    conversation = locked(conversation)
    policies.may_act_on(by, conversation).enforce()
    if conversation.began_at and conversation.is_open:
        return conversation
    policies.may_change(by, conversation).enforce()
    conversation.began_at = timezone.now()
    conversation.save(update_fields=["began_at"])
    record(events.ConversationBegan.of(conversation), by=by)
    return conversation


@transaction.atomic
def hold(conversation: Conversation, *, by: User) -> Conversation:
    """The talk is over; what follows from it begins."""
    conversation = locked(conversation)
    policies.may_act_on(by, conversation).enforce()
    if conversation.status == ConversationStatus.HELD:
        return conversation
    policies.may_change(by, conversation).enforce()
    conversation.move_to(ConversationStatus.HELD, ended_at=timezone.now())
    release(conversation, after=conversation.ended_at)
    record(events.ConversationHeld.of(conversation), by=by)
    conversation_held.send(Conversation, conversation=conversation, by=by)
    return conversation


@transaction.atomic
def rate(conversation: Conversation, *, sure: int, by: User) -> Conversation:
    """How sure one feels, 1 to 5: before the talk while it is to come, after it from then on; for the seeker alone."""
    conversation = locked(conversation)
    policies.may_act_on(by, conversation).enforce()
    if conversation.sure == sure:
        return conversation
    when = "sure_before" if conversation.is_open else "sure_after"
    setattr(conversation, when, sure)
    conversation.save(update_fields=[when])
    record(events.SureNoted.of(conversation), by=by)
    return conversation
