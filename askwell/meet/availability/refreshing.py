"""Other calendars are read in the background: one task for each, the whole of it or nothing."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from askwell.lib.fetch import NotFetched, fetch
from askwell.lib.sealing import Unsealable, unseal
from askwell.meet.availability import apart, caldav, reading
from askwell.meet.availability.models import FURTHEST, BusyTime, CalendarSource, SourceKind
from askwell.meet.availability.reading import Times, Unreadable
from askwell.meet.models import Conversation

BEFORE, AHEAD = timedelta(days=1), timedelta(days=FURTHEST + 3)


@task()
def read_calendar(source_id: int) -> None:
    """Read one calendar; what could not be read changes nothing but the words that say so."""
    source = CalendarSource.objects.select_related("availability__person").filter(pk=source_id).first()
    if source is None:
        return
    now = timezone.now()
    try:
        times = _busy(source, first=now - BEFORE, last=now + AHEAD)
    except (NotFetched, Unreadable) as fault:
        _fail(source, str(fault))
    except Unsealable:
        _fail(source, "This site has a new key. Take the calendar away, and connect it again.")
    else:
        _keep(source, times, read_at=now)


def _busy(source: CalendarSource, *, first: datetime, last: datetime) -> list[Times]:
    return apart.busy(
        _files(source, first, last),
        zone=source.availability.time_zone,
        first=first,
        last=last,
        own=_own(source),
    )


def _files(source: CalendarSource, first: datetime, last: datetime) -> Iterable[bytes]:
    address = unseal(source.sealed_address)
    auth = (source.user, unseal(source.sealed_password)) if source.sealed_password else None
    if source.kind == SourceKind.CALDAV:
        return caldav.files(
            address, auth or (source.user, ""), first=first - reading.AROUND, last=last + reading.AROUND
        )
    answer = fetch(address, auth=auth)
    if answer.status != 200:
        raise Unreadable(caldav.FAULTS.get(answer.status, f"It answered with an error ({answer.status})."))
    return [answer.body]


def _own(source: CalendarSource) -> frozenset[str]:
    """Conversations that stand in calendars because of us: they count once, as bookings, and not at all once off."""
    theirs = Conversation.objects.taking_part(source.availability.person).filter(sequence__gt=0)
    return frozenset(f"{uid}@askwell" for uid in theirs.values_list("uid", flat=True))


@transaction.atomic
def _keep(source: CalendarSource, times: list[Times], *, read_at: datetime) -> None:
    """All of what was read takes the place of all that was there; an older reading that comes late changes nothing."""
    found = CalendarSource.objects.select_for_update().filter(pk=source.pk).first()
    if found is None or (found.read_at and found.read_at > read_at):
        return
    found.busy_times.all().delete()
    BusyTime.objects.bulk_create(
        [BusyTime(source=found, starts_at=begin, ends_at=end) for begin, end in times], batch_size=500
    )
    found.read_at, found.trouble = read_at, ""
    found.save(update_fields=["read_at", "trouble"])


def _fail(source: CalendarSource, why: str) -> None:
    CalendarSource.objects.filter(pk=source.pk).update(trouble=why[:200])
