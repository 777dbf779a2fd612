"""Conversations are written into people's own calendars in the background, after everything was committed.

Each task brings one entry to how things stand when it runs, so tasks may run twice, late, or in any order.
"""

import time
from datetime import timedelta
from uuid import UUID

from django.db.models import DateTimeField, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import User
from askwell.lib import post
from askwell.lib.fetch import NotFetched
from askwell.lib.sealing import Unsealable, unseal
from askwell.meet import calendar, selectors
from askwell.meet.models import Conversation
from askwell.meet.own_calendar import server
from askwell.meet.own_calendar.models import OwnCalendar

MOST_SECONDS = 60.0
"""For one entry; a worker that is busy for much longer is taken for dead."""
PATIENCE = timedelta(hours=12)
"""A server that could not be reached for so long is tried again with the next change only, or when the person says so."""
NEW_KEY = "This site has a new key. Give the password once more."


class NotWritten(post.NotNow):
    """Nothing was written, and trying again later may well help."""


@task()
def write_everywhere(uid: str, people: list[int]) -> None:
    """An entry changed: bring it to how it stands in the calendars of these people."""
    for pk in OwnCalendar.objects.filter(person__in=people).values_list("pk", flat=True):
        write.enqueue(pk, uid)


@task()
def write_ahead(calendar_id: int) -> None:
    """Everything that lies ahead is brought to how it stands: after connecting, and after trouble."""
    found = OwnCalendar.objects.select_related("person").filter(pk=calendar_id).first()
    if found is None:
        return
    ahead = uids_ahead(found.person) if found.person else []
    for uid in {*ahead, *found.gone.values_list("uid", flat=True)}:
        write.enqueue(found.pk, str(uid))


@task()
def write(calendar_id: int, uid: str) -> None:
    """Bring one entry in one calendar to how it stands now: it is put there, or taken out."""
    found = _calendar(calendar_id)
    if found is None or found.is_refused:
        return
    if found.rests:
        _come_back(found, found.trouble)
        return
    entry = entry_of(found.person, uid)
    try:
        _bring(found, uid, entry)
    except server.Refusal as fault:
        _stop(found, str(fault))
    except Unsealable:
        _stop(found, NEW_KEY)
    except NotFetched as fault:
        _put_off(found, str(fault))
    else:
        _look_again(found, uid, entry)


def uids_ahead(person: User) -> list[UUID]:
    """Of everything that may stand in the person's calendar and is not over."""
    theirs = Conversation.objects.taking_part(person).filter(sequence__gt=0)
    ahead = theirs.filter(Q(starts_at=None) | Q(starts_at__gte=timezone.now()))
    return list(ahead.values_list("uid", flat=True))


def entry_of(person: User | None, uid: str) -> calendar.Entry | None:
    """What shall stand in this person's calendar under that UID; nothing when it is off, gone, or not theirs."""
    if person is None or not person.is_active:
        return None
    theirs = Conversation.objects.taking_part(person).select_related("contact", "seeker")
    found = theirs.filter(uid=uid).first()
    entry = selectors.calendar_entry(found) if found else None
    return entry if entry and not entry.canceled else None


def _calendar(pk: int) -> OwnCalendar | None:
    return OwnCalendar.objects.select_related("person").filter(pk=pk).first()


def _bring(found: OwnCalendar, uid: str, entry: calendar.Entry | None) -> None:
    door = server.Door(unseal(found.sealed_address), (found.user, unseal(found.sealed_password)))
    until = time.monotonic() + MOST_SECONDS
    if entry:
        server.put(door, uid, calendar.kept(entry, now=timezone.now()), until=until)
    else:
        server.take_out(door, uid, until=until)


def _look_again(found: OwnCalendar, uid: str, entry: calendar.Entry | None) -> None:
    """What changed while the server was being told is told again; after trouble everything ahead is."""
    now = timezone.now()
    _same(found).update(written_at=now)
    if _same(found).filter(troubled_since__isnull=False).update(trouble="", troubled_since=None):
        write_ahead.enqueue(found.pk)
    left = _calendar(found.pk)
    if left is None:
        # It was taken away and emptied while this one was on its way there.
        if entry:
            _bring(found, uid, None)
    elif entry_of(left.person, uid) != entry:
        write.enqueue(found.pk, uid)
    elif entry is None:
        left.gone.filter(uid=uid).delete()
        if left.person is None:
            _forget(left, uid)


def _forget(left: OwnCalendar, uid: str) -> None:
    """The last entry was taken out. If the very calendar was connected anew meanwhile, the entry goes back in."""
    OwnCalendar.objects.filter(pk=left.pk, person=None, gone__isnull=True).delete()
    talk = Conversation.objects.select_related("contact").filter(uid=uid).first()
    if talk:
        write_everywhere.enqueue(uid, talk.people)


def _put_off(found: OwnCalendar, why: str) -> None:
    """It could not be reached."""
    _trouble(found, why, is_refused=False)
    _come_back(found, why)


def _come_back(found: OwnCalendar, why: str) -> None:
    """Later, but not for ever; one that was taken away is forgotten then."""
    if found.troubled_since is None or found.troubled_since > timezone.now() - PATIENCE:
        raise NotWritten(why)
    OwnCalendar.objects.filter(pk=found.pk, person=None).delete()


def _stop(found: OwnCalendar, why: str) -> None:
    """It says no: it is not asked again before the person has mended it; one that was taken away is forgotten."""
    _trouble(found, why, is_refused=True)
    OwnCalendar.objects.filter(pk=found.pk, person=None).delete()


def _trouble(found: OwnCalendar, why: str, *, is_refused: bool) -> None:
    now = timezone.now()
    since = Coalesce(F("troubled_since"), Value(now, output_field=DateTimeField()))
    _same(found).update(trouble=why[:200], troubled_since=since, tried_at=now, is_refused=is_refused)


def _same(found: OwnCalendar) -> QuerySet[OwnCalendar]:
    """The calendar, unless somebody has mended it meanwhile: every sealing is another."""
    return OwnCalendar.objects.filter(pk=found.pk, sealed_password=found.sealed_password)
