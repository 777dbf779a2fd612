"""Saying which other calendars take one's time."""

from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import User
from askwell.journal.services import record
from askwell.lib.sealing import seal
from askwell.meet.availability import events, policies
from askwell.meet.availability.locking import locked
from askwell.meet.availability.models import CalendarSource, SourceKind
from askwell.meet.availability.refreshing import read_calendar


@transaction.atomic
def add_calendar(
    person: User,
    *,
    name: str,
    address: str,
    kind: str = SourceKind.FEED,
    auth: tuple[str, str] = ("", ""),
    by: User,
) -> CalendarSource:
    """Connect another calendar; until it has been read for the first time no times are offered."""
    availability = locked(person, by=by)
    policies.may_add_calendar(availability).enforce()
    user, password = auth
    source = CalendarSource.objects.create(
        availability=availability,
        kind=kind,
        name=name,
        sealed_address=seal(address),
        user=user,
        sealed_password=seal(password) if password else "",
        asked_at=timezone.now(),
    )
    record(events.CalendarAdded.of(availability, kind=kind), by=by)
    read_calendar.enqueue(source.pk)
    return source


@transaction.atomic
def drop_calendar(person: User, *, source: int, by: User) -> None:
    """Forget a calendar, its password and the time it takes; one that is gone already is no fault."""
    availability = locked(person, by=by)
    if availability.sources.filter(pk=source).delete()[0]:
        record(events.CalendarDropped.of(availability), by=by)


@transaction.atomic
def read_again(person: User, *, source: int, by: User) -> None:
    """Have a calendar read now; not again within a minute."""
    availability = locked(person, by=by)
    now = timezone.now()
    early = now - policies.AGAIN
    if availability.sources.filter(pk=source, asked_at__lt=early).update(asked_at=now):
        record(events.CalendarAsked.of(availability), by=by)
        read_calendar.enqueue(source)
