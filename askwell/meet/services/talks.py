"""Agreeing to talk, finding a time, talking, calling it off."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict, Unpack

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask.models import InterviewRequest
from askwell.connect.models import Contact
from askwell.journal.services import record
from askwell.meet import events, letters, policies
from askwell.meet.models import Conversation, ConversationStatus, OfferedTime
from askwell.meet.occupying import occupy, release
from askwell.meet.signals import conversation_held, conversation_planned


class Agreement(TypedDict):
    """What two people agree on: `starts_at` with a zone, `time_zone` the IANA name it was typed in."""

    starts_at: datetime
    minutes: int
    time_zone: str
    place: str
    place_details: str


def _locked(conversation: Conversation) -> Conversation:
    every = Conversation.objects.select_for_update(of=("self",)).select_related("contact")
    return every.get(pk=conversation.pk)


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
    if known.status == ConversationStatus.CANCELED:
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
    was_called_off = last and last.status == ConversationStatus.CANCELED
    return last if was_called_off and request is None else None


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
    conversation = _locked(conversation)
    policies.may_act_on(by, conversation).enforce()
    if conversation.is_open:
        return conversation
    conversation.move_to(ConversationStatus.AGREED, called_off_by="", starts_at=None)
    record(events.ConversationResumed.of(conversation), by=by)
    conversation_planned.send(Conversation, conversation=conversation, by=by)
    return conversation


@transaction.atomic
def offer_times(
    conversation: Conversation, *, starts: Sequence[datetime], by_them: bool = False, by: User
) -> Conversation:
    """Name times to choose from, the seeker's or theirs; they take the place of those named before."""
    conversation = _locked(conversation)
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
    return conversation


@transaction.atomic
def book(conversation: Conversation, *, by: User, **agreed: Unpack[Agreement]) -> Conversation:
    """Agree on a time and a place, or change them; the calendar entry's number rises."""
    conversation = _locked(conversation)
    policies.may_act_on(by, conversation).enforce()
    if _is_booked_so(conversation, agreed):
        return conversation
    starts_at, minutes = agreed["starts_at"], agreed["minutes"]
    policies.may_book(by, conversation, starts_at=starts_at, minutes=minutes).enforce()
    moved = conversation.status == ConversationStatus.BOOKED
    conversation.move_to(ConversationStatus.BOOKED, sequence=conversation.sequence + 1, **agreed)
    occupy(conversation)
    event = events.ConversationMoved if moved else events.ConversationBooked
    record(event.of(conversation, minutes=conversation.minutes), by=by)
    _tell_calendars(conversation)
    return conversation


def _tell_calendars(conversation: Conversation) -> None:
    if settings.SOLO:
        return
    for person in conversation.people:
        letters.calendar_message.enqueue(conversation.pk, person, conversation.sequence)


def _is_booked_so(conversation: Conversation, agreed: Agreement) -> bool:
    if conversation.status != ConversationStatus.BOOKED:
        return False
    return all(getattr(conversation, name) == value for name, value in agreed.items())


@transaction.atomic
def take_offered(offered: OfferedTime, *, time_zone: str, by: User) -> Conversation:
    """They chose one of the times you offered."""
    conversation = offered.conversation
    return book(
        conversation,
        starts_at=offered.starts_at,
        minutes=conversation.minutes,
        time_zone=time_zone,
        place=conversation.place,
        place_details=conversation.place_details,
        by=by,
    )


@transaction.atomic
def begin(conversation: Conversation, *, by: User) -> Conversation:
    """The talk begins; a second press changes nothing."""
    conversation = _locked(conversation)
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
    conversation = _locked(conversation)
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
def call_off(conversation: Conversation, *, whose: str = "", by: User) -> Conversation:
    """It will not take place; calendars hear of it by a higher number on the same entry."""
    conversation = _locked(conversation)
    policies.may_act_on(by, conversation).enforce()
    if conversation.status == ConversationStatus.CANCELED:
        return conversation
    policies.may_change(by, conversation).enforce()
    conversation.offered_times.all().delete()
    release(conversation)
    conversation.move_to(
        ConversationStatus.CANCELED,
        called_off_by=whose,
        sequence=conversation.sequence + 1,
    )
    record(events.ConversationCalledOff.of(conversation, whose=whose), by=by)
    _tell_calendars(conversation)
    return conversation


@transaction.atomic
def rate(conversation: Conversation, *, sure: int, by: User) -> Conversation:
    """How sure one feels, 1 to 5: before the talk while it is to come, after it from then on; for the seeker alone."""
    conversation = _locked(conversation)
    policies.may_act_on(by, conversation).enforce()
    if conversation.sure == sure:
        return conversation
    when = "sure_before" if conversation.is_open else "sure_after"
    setattr(conversation, when, sure)
    conversation.save(update_fields=[when])
    record(events.SureNoted.of(conversation), by=by)
    return conversation
