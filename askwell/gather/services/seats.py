"""Taking a seat, waiting for one, giving it up."""

from typing import NotRequired, TypedDict, Unpack

from django.db.models import Q
from django.utils import timezone

from askwell.accounts.models import User
from askwell.gather import events, letters, limits, line, offers, policies, selectors
from askwell.gather.models import Gathering, Seat, SeatStatus
from askwell.journal.services import record
from askwell.meet import services as meet


class Said(TypedDict):
    """What somebody without an account says of themselves; `time_zone` is their browser's."""

    name: str
    answer: NotRequired[str]
    time_zone: NotRequired[str]


@line.in_line
def take_seat(gathering: Gathering, *, by: User, answer: str = "", time_zone: str = "") -> Seat:
    """A seat, or the last place on the waiting list: the seat's status and `place` say which."""
    gathering = line.hold(gathering.pk)
    there = _theirs(gathering, by)
    if there and there.user_id == by.pk:
        return there
    policies.may_come(by, gathering).enforce()
    seat = there or Seat()
    seat.gathering, seat.user, seat.email = gathering, by, ""
    seat.answer, seat.time_zone = answer or seat.answer, time_zone or seat.time_zone
    if there:
        seat.save()
    if seat.status == SeatStatus.UNCONFIRMED:
        return _arrive(seat, by=by)
    record(events.SeatBroughtAlong.of(seat), by=by)
    return seat


def _theirs(gathering: Gathering, user: User) -> Seat | None:
    """What this person has here already, be it by their account or by their address alone."""
    own = Q(user=user)
    if user.email:
        own |= Q(email=user.email.lower())
    there = Seat.objects.active().filter(own, gathering=gathering).order_by()
    return min(there, key=lambda seat: seat.user_id is None, default=None)


def write_in(gathering: Gathering, *, email: str, network: str = "", **said: Unpack[Said]) -> None:
    """Somebody without an account asks for a seat: nothing is held until they confirm their address.

    It answers nothing, and writes to the address whatever stands there: nobody learns who is registered.
    `network` is the address they come from; a machine that asks for many is held off.
    """
    # Counted before the transaction: others must see the count at once, and a refusal must not undo it.
    limits.may_come_from(network).enforce()
    if limits.may_get_a_letter(email.lower()):
        _ask_for_seat(gathering, email=email.lower(), said=said)


@line.in_line
def _ask_for_seat(gathering: Gathering, *, email: str, said: Said) -> None:
    gathering = line.hold(gathering.pk)
    policies.may_write_in(gathering).enforce()
    theirs = Q(email=email) | Q(user__email__iexact=email)
    there = Seat.objects.active().filter(theirs, gathering=gathering).first()
    if there and there.status != SeatStatus.UNCONFIRMED:
        letters.you_are_in_already.enqueue(there.pk)
        return
    seat = there or Seat(gathering=gathering, email=email)
    for name, value in said.items():
        setattr(seat, name, value)
    seat.save()
    record(events.SeatAsked.of(seat), by=None)
    letters.confirm_address.enqueue(seat.pk)


@line.in_line
def confirm(seat: Seat, *, by: User | None = None) -> Seat:
    """The address is theirs: now they arrive, and get a seat or a place on the waiting list."""
    seat = line.hold_seat(seat)
    policies.may_act_on(by, seat).enforce()
    if seat.status != SeatStatus.UNCONFIRMED:
        return seat
    policies.may_write_in(seat.gathering).enforce()
    return _arrive(seat, by=by)


def _arrive(seat: Seat, *, by: User | None) -> Seat:
    """The next number; a seat when one is free and nobody waits, else the end of the line."""
    number = seat.gathering.arrivals + 1
    if line.claim(seat.gathering, number=number):
        seat.move_to(SeatStatus.TAKEN, arrival=number, seated_at=timezone.now())
        record(events.SeatTaken.of(seat), by=by)
        letters.seat_taken.enqueue(seat.pk)
        return seat
    place = line.queue(seat.gathering, number=number)
    seat.move_to(SeatStatus.WAITING, arrival=number, joined_as=place)
    record(events.WaitingListJoined.of(seat), by=by)
    letters.waiting.enqueue(seat.pk)
    return seat


def offer_free_seats(gathering: Gathering) -> None:
    """Hold every free seat for the next in line. Called under the gathering's lock."""
    now = timezone.now()
    if not gathering.is_open or gathering.starts_at <= now:
        return
    until = offers.until(now, starts_at=gathering.starts_at, hours=gathering.offer_hours)
    while seat := line.waiting(gathering).first():
        if not line.claim_for_the_first(gathering):
            return
        seat.move_to(SeatStatus.OFFERED, offered_until=until)
        record(events.SeatOffered.of(seat), by=seat.user)
        letters.seat_offered.enqueue(seat.pk)


@line.in_line
def accept_offer(seat: Seat, *, by: User | None = None) -> Seat:
    """The first in line takes the seat held for them; a second press changes nothing."""
    seat = line.hold_seat(seat)
    policies.may_act_on(by, seat).enforce()
    if seat.status == SeatStatus.TAKEN:
        return seat
    policies.may_accept(by, seat).enforce()
    seat.move_to(SeatStatus.TAKEN, offered_until=None, seated_at=timezone.now())
    record(events.OfferAccepted.of(seat), by=by)
    letters.seat_taken.enqueue(seat.pk)
    return seat


@line.in_line
def decline_offer(seat: Seat, *, by: User | None = None) -> Seat:
    """The first in line passes; the next one is asked at once."""
    seat = line.hold_seat(seat)
    policies.may_act_on(by, seat).enforce()
    if seat.status == SeatStatus.OFFERED:
        _leave(seat, SeatStatus.GIVEN_UP)
        record(events.OfferDeclined.of(seat), by=by)
    return seat


@line.in_line
def give_up(seat: Seat, *, by: User | None = None) -> Seat:
    """Plans changed: the seat, or the place in line, is free at once; a second press changes nothing."""
    seat = line.hold_seat(seat)
    policies.may_act_on(by, seat).enforce()
    if not seat.is_active:
        return seat
    policies.may_give_up(by, seat).enforce()
    had_it = seat.status == SeatStatus.TAKEN
    _leave(seat, SeatStatus.GIVEN_UP)
    record(events.SeatGivenUp.of(seat), by=by)
    if had_it:
        letters.given_up.enqueue(seat.pk)
    if seat.conversation and seat.user and seat.conversation.is_open:
        meet.call_off(seat.conversation, whose="you", by=seat.user)
    return seat


@line.in_line
def leave_all(user: User, *, by: User) -> None:
    """Somebody takes their data away: seats to come are free for others at once, and what they said is gone."""
    policies.may_leave_all(by, user).enforce()
    line.hold_all_of(user)
    # Those too that they asked for by the address alone, before they had an account.
    theirs = Seat.objects.belonging_to(user)
    for seat in theirs.active().select_related("gathering").order_by("gathering"):
        if policies.may_give_up(seat.user, seat):
            give_up(seat, by=seat.user)
    theirs.delete()


@line.in_line
def expire(seat: Seat) -> Seat:
    """The clock says that an offer or an unconfirmed address ran out; the next in line is asked."""
    seat = line.hold_seat(seat)
    if not selectors.run_out().filter(pk=seat.pk).exists():
        return seat
    _leave(seat, SeatStatus.EXPIRED)
    record(events.SeatExpired.of(seat), by=seat.user)
    return seat


def _leave(seat: Seat, status: SeatStatus) -> None:
    held = seat.holds
    seat.move_to(status, offered_until=None)
    if held:
        line.release(seat.gathering)
    offer_free_seats(seat.gathering)


@line.in_line
def mark_attendance(seat: Seat, *, came: bool, by: User) -> Seat:
    """Staff note who came; a mistake can be mended."""
    seat = line.hold_seat(seat)
    policies.may_mark(by, seat).enforce()
    status = SeatStatus.ATTENDED if came else SeatStatus.MISSED
    if seat.status == status:
        return seat
    seat.move_to(status)
    record(events.AttendanceMarked.of(seat, came=int(came)), by=by)
    return seat
