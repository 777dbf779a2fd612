"""Letters about a gathering: decided when they leave, addressed to one person, naming nobody else."""

from collections.abc import Collection
from datetime import datetime
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskContext, task

from askwell.gather import keys
from askwell.gather.models import Gathering, GatheringStatus, Seat, SeatStatus
from askwell.gather.selectors import entry_of
from askwell.gather.when import ordinal
from askwell.lib import post, site, zones
from askwell.meet import calendar, times

HAD_A_PLACE = (SeatStatus.TAKEN, SeatStatus.ATTENDED, SeatStatus.MISSED, SeatStatus.EXPIRED)


@task(takes_context=True)
def confirm_address(context: TaskContext, seat_id: int) -> None:
    """Somebody left this address: is it theirs?"""
    if seat := _seat(seat_id, SeatStatus.UNCONFIRMED):
        _send(context, seat, "confirm_address")


@task(takes_context=True)
def you_are_in_already(context: TaskContext, seat_id: int) -> None:
    """Somebody left this address a second time: here is the way to the seat."""
    if seat := _seat(seat_id, SeatStatus.TAKEN, SeatStatus.WAITING, SeatStatus.OFFERED):
        _send(context, seat, "you_are_in_already")


@task(takes_context=True)
def seat_taken(context: TaskContext, seat_id: int) -> None:
    """You have a seat: when, where, and the calendar entry."""
    if seat := _seat(seat_id, SeatStatus.TAKEN):
        _send(context, seat, "seat_taken", with_entry=True)


@task(takes_context=True)
def given_up(context: TaskContext, seat_id: int) -> None:
    """Your seat is somebody else's now; the calendar entry goes. Nothing when you have come back meanwhile."""
    seat = _seat(seat_id, SeatStatus.GIVEN_UP, while_=[GatheringStatus.OPEN, GatheringStatus.CANCELED])
    if seat is None:
        return
    back = Seat.objects.active().filter(gathering=seat.gathering, user=seat.user, email=seat.email)
    if not back.exists():
        _send(context, seat, "given_up", with_entry=True)


@task(takes_context=True)
def waiting(context: TaskContext, seat_id: int) -> None:
    """Every seat is taken; this is your place on the list."""
    if seat := _seat(seat_id, SeatStatus.WAITING):
        _send(context, seat, "waiting")


@task(takes_context=True)
def seat_offered(context: TaskContext, seat_id: int) -> None:
    """A seat is held for you until then."""
    seat = _seat(seat_id, SeatStatus.OFFERED)
    if seat and seat.offered_until and seat.offered_until > timezone.now():
        _send(context, seat, "seat_offered", until=seat.offered_until)


@task(takes_context=True)
def moved(context: TaskContext, seat_id: int, sequence: int) -> None:
    """Time, place or name changed; only the latest change is told."""
    seat = _seat(seat_id, SeatStatus.TAKEN, SeatStatus.WAITING, SeatStatus.OFFERED)
    if seat and seat.gathering.sequence == sequence:
        _send(context, seat, "moved", with_entry=seat.status == SeatStatus.TAKEN)


@task(takes_context=True)
def canceled(context: TaskContext, seat_id: int) -> None:
    """It will not take place; the calendar entry goes."""
    seat = _seat(
        seat_id,
        SeatStatus.TAKEN,
        SeatStatus.WAITING,
        SeatStatus.OFFERED,
        while_=[GatheringStatus.CANCELED],
    )
    if seat:
        _send(context, seat, "canceled", with_entry=seat.status == SeatStatus.TAKEN)


@task(takes_context=True)
def reminder(context: TaskContext, seat_id: int, starts_at: str) -> None:
    """It begins soon; nothing for those who gave up meanwhile, or when the time has moved."""
    seat = _seat(seat_id, SeatStatus.TAKEN)
    if seat is None or seat.gathering.remind_since is None:
        return
    begins = seat.gathering.starts_at
    if begins == datetime.fromisoformat(starts_at) and begins > timezone.now():
        _send(context, seat, "reminder")


@task(takes_context=True)
def recording(context: TaskContext, seat_id: int) -> None:
    """It can be heard again."""
    seat = _seat(seat_id, *HAD_A_PLACE, while_=[GatheringStatus.OPEN, GatheringStatus.OVER])
    if seat and seat.gathering.recording:
        _send(context, seat, "recording")


def _seat(seat_id: int, *status: str, while_: Collection[str] = (GatheringStatus.OPEN,)) -> Seat | None:
    """The seat, if it still stands so that the letter is true."""
    return (
        Seat.objects.filter(pk=seat_id, status__in=status, gathering__status__in=while_)
        .select_related("gathering", "user")
        .first()
    )


def _send(
    context: TaskContext, seat: Seat, name: str, *, with_entry: bool = False, until: datetime | None = None
) -> None:
    if not seat.writes_to:
        return
    words = _words(seat, until) | {"link": site.absolute(_way_in(seat))}
    subject, _, body = render_to_string(f"gather/letters/{name}.txt", words).strip().partition("\n")
    post.send(
        post.Message(
            key=str(context.task_result.id),
            to=seat.writes_to,
            subject=subject,
            body=body.strip() + "\n",
            calendar=_entry(seat) if with_entry else None,
        )
    )


def _words(seat: Seat, until: datetime | None) -> dict[str, Any]:
    gathering, zone = seat.gathering, zone_of(seat)
    return {
        "seat": seat,
        "gathering": gathering,
        "name": (seat.user.name if seat.user else "") or seat.name,
        "when": times.words(gathering.starts_at, zone),
        "place": ordinal(seat.place),
        "coming": site.absolute(reverse("gather:index")),
        "until": times.words(until, zone) if until else "",
        "site_name": settings.SITE_NAME,
    }


def zone_of(seat: Seat) -> str:
    """The receiver's zone, as far as it is known; else the organizer's."""
    theirs = (seat.user.time_zone if seat.user else "") or seat.time_zone
    return theirs if zones.known(theirs) else seat.gathering.time_zone


def _way_in(seat: Seat) -> str:
    """People with an account sign in; the others get a key."""
    if seat.user:
        return reverse("gather:gathering", args=[seat.gathering.code])
    return reverse("gather:seat", args=[keys.make(seat)])


def _entry(seat: Seat) -> post.Calendar:
    """What the reader's calendar acts upon: it names them and this site, and no other guest."""
    entry = entry_of(seat)
    organizer = calendar.Mailbox(settings.SITE_NAME, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    attendee = calendar.Mailbox(seat.called or seat.writes_to, seat.writes_to)
    file = calendar.message(entry, organizer=organizer, attendee=attendee, now=timezone.now())
    return post.Calendar(calendar.method_of(entry), file)


def to_everyone(gathering: Gathering, *status: str) -> Collection[int]:
    """The seats that stand so, by number."""
    return list(gathering.all_seats.filter(status__in=status).values_list("pk", flat=True))
