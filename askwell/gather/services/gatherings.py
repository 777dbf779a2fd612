"""Planning a gathering, opening it, changing it, calling it off."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, NotRequired, TypedDict, Unpack

from django.utils import timezone

from askwell.accounts.models import User
from askwell.gather import events, letters, line, policies, selectors
from askwell.gather.hearing import follow
from askwell.gather.models import (
    Gathering,
    GatheringStatus,
    Notice,
    Reminder,
    Seat,
    SeatKey,
    SeatStatus,
    Series,
    Speaker,
)
from askwell.gather.services.seats import offer_free_seats
from askwell.journal.services import record

TOLD = ("title", "starts_at", "ends_at", "time_zone", "setting", "where")
"""A change of one of these is told to everyone who has a seat or waits for one."""
STILL_COMING = (SeatStatus.TAKEN, SeatStatus.WAITING, SeatStatus.OFFERED)


class Voice(NamedTuple):
    """Somebody who speaks, and what they do."""

    name: str
    about: str = ""


class Details(TypedDict):
    """What an organizer says about a gathering; times are instants, `time_zone` the organizer's."""

    title: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    seats: int
    summary: NotRequired[str]
    description: NotRequired[str]
    setting: NotRequired[str]
    where: NotRequired[str]
    opens_at: NotRequired[datetime | None]
    closes_at: NotRequired[datetime | None]
    audience: NotRequired[str]
    is_listed: NotRequired[bool]
    without_account: NotRequired[bool]
    for_minors: NotRequired[bool]
    question: NotRequired[str]
    offer_hours: NotRequired[int]
    reminders: NotRequired[bool]
    series: NotRequired[str]
    speakers: NotRequired[Sequence[Voice]]


@line.in_line
def plan(*, by: User, **details: Unpack[Details]) -> Gathering:
    """Write a gathering down; nobody but staff sees it yet."""
    policies.may_plan(by).enforce()
    gathering = Gathering(organizer=by)
    _write(gathering, details)
    record(events.GatheringPlanned.of(gathering), by=by)
    return gathering


@line.in_line
def change(gathering: Gathering, *, by: User, **details: Unpack[Details]) -> Gathering:
    """Change what is said of it: more seats go to those who wait at once, fewer take nobody's away."""
    gathering = line.hold(gathering.pk)
    policies.may_change(by, gathering).enforce()
    before = [getattr(gathering, name) for name in TOLD]
    _write(gathering, details)
    record(events.GatheringChanged.of(gathering, seats=gathering.seats), by=by)
    if gathering.is_open and before != [getattr(gathering, name) for name in TOLD]:
        _tell_the_change(gathering)
    offer_free_seats(gathering)
    return gathering


def _write(gathering: Gathering, details: Details) -> None:
    values = dict(details)
    speakers, series = details.get("speakers"), details.get("series")
    reminders = values.pop("reminders", gathering.remind_since is not None)
    for name in ("speakers", "series"):
        values.pop(name, None)
    for name, value in values.items():
        setattr(gathering, name, value)
    if series is not None:
        gathering.series = Series.objects.get_or_create(title=series)[0] if series else None
    # From now on, not in retrospect: a reminder whose time came before this is not sent.
    gathering.remind_since = (gathering.remind_since or timezone.now()) if reminders else None
    gathering.beyond = max(gathering.taken - gathering.seats, 0)
    gathering.save()
    if speakers is not None:
        _name_speakers(gathering, speakers)


def _name_speakers(gathering: Gathering, voices: Sequence[Voice]) -> None:
    named = {voice.name: voice for voice in voices}
    gathering.speakers.exclude(name__in=named).delete()
    for position, voice in enumerate(named.values()):
        Speaker.objects.update_or_create(
            gathering=gathering, name=voice.name, defaults={"position": position, "about": voice.about}
        )


def _tell_the_change(gathering: Gathering) -> None:
    gathering.sequence += 1
    gathering.save(update_fields=["sequence"])
    for seat_id in letters.to_everyone(gathering, *STILL_COMING):
        letters.moved.enqueue(seat_id, gathering.sequence)
    follow(gathering)


@line.in_line
def open(gathering: Gathering, *, by: User) -> Gathering:
    """From now on people can take seats."""
    gathering = line.hold(gathering.pk)
    policies.may_open(by, gathering).enforce()
    if gathering.is_open:
        return gathering
    gathering.move_to(GatheringStatus.OPEN)
    record(events.GatheringOpened.of(gathering), by=by)
    return gathering


@line.in_line
def cancel(gathering: Gathering, *, because: str = "", by: User) -> Gathering:
    """It will not take place; everyone with a seat, an offer or a place in line hears of it."""
    gathering = line.hold(gathering.pk)
    if gathering.status == GatheringStatus.CANCELED:
        return gathering
    policies.may_change(by, gathering).enforce()
    gathering.move_to(GatheringStatus.CANCELED, canceled_because=because, sequence=gathering.sequence + 1)
    record(events.GatheringCanceled.of(gathering), by=by)
    for seat_id in letters.to_everyone(gathering, *STILL_COMING):
        letters.canceled.enqueue(seat_id)
    follow(gathering)
    return gathering


@line.in_line
def finish(gathering: Gathering) -> Gathering:
    """Its time is over; whoever still waits has waited in vain."""
    gathering = line.hold(gathering.pk)
    if not selectors.ended().filter(pk=gathering.pk).exists():
        return gathering
    gathering.move_to(GatheringStatus.OVER)
    for seat in gathering.all_seats.filter(status__in=[SeatStatus.WAITING, SeatStatus.UNCONFIRMED]):
        seat.move_to(SeatStatus.EXPIRED)
    record(events.GatheringEnded.of(gathering), by=None)
    return gathering


@line.in_line
def forget_guests(gathering: Gathering) -> None:
    """Long after it, nothing says any more who came without an account; that somebody came stays."""
    gathering = line.hold(gathering.pk)
    if not selectors.to_forget().filter(pk=gathering.pk).exists():
        return
    guests = gathering.all_seats.filter(user=None, forgotten_at=None)
    SeatKey.objects.filter(seat__in=guests).delete()
    nothing = {"name": "", "email": "", "time_zone": "", "answer": "", "is_shown": False}
    count = guests.update(**nothing, forgotten_at=timezone.now())
    record(events.GuestsForgotten.of(gathering, guests=count), by=None)


@line.in_line
def share_recording(gathering: Gathering, *, link: str, by: User) -> Gathering:
    """Those who came, or wanted to, get the link."""
    gathering = line.hold(gathering.pk)
    policies.may_share_recording(by, gathering).enforce()
    if gathering.recording == link:
        return gathering
    gathering.recording = link
    gathering.save(update_fields=["recording"])
    record(events.RecordingShared.of(gathering), by=by)
    arrived = gathering.all_seats.filter(status__in=letters.HAD_A_PLACE, arrival__isnull=False)
    for seat_id in arrived.values_list("pk", flat=True):
        letters.recording.enqueue(seat_id)
    return gathering


@line.in_line
def remind(gathering: Gathering, notice: Notice) -> None:
    """Set the reminders of this start going, once; whoever came later than they were due hears nothing."""
    gathering = line.hold(gathering.pk)
    due = gathering.starts_at - selectors.BEFORE[notice]
    _, first = Reminder.objects.get_or_create(
        gathering=gathering, notice=notice, starts_at=gathering.starts_at
    )
    if not first or gathering.remind_since is None or gathering.remind_since > due:
        return
    seated = Seat.objects.filter(gathering=gathering, status=SeatStatus.TAKEN, seated_at__lte=due)
    for seat_id in seated.values_list("pk", flat=True):
        letters.reminder.enqueue(seat_id, gathering.starts_at.isoformat())
    record(events.PeopleReminded.of(gathering, notice=notice.value), by=None)
