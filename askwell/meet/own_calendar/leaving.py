"""What must be taken out: conversations that are deleted, and a calendar that is no longer written into."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from askwell.meet.models import Conversation
from askwell.meet.own_calendar.models import GoneEntry, OwnCalendar
from askwell.meet.own_calendar.writing import uids_ahead, write


def forget(conversation: Conversation) -> None:
    """A conversation is deleted: what lies ahead leaves the calendars of both."""
    if conversation.ends_at and conversation.ends_at > timezone.now():
        for calendar in OwnCalendar.objects.filter(person__in=conversation.people):
            _take_out(calendar, [conversation.uid])


def leave(calendar: OwnCalendar) -> None:
    """It is the person's no more: what lies ahead is taken out, and then it is forgotten with its password."""
    ahead = uids_ahead(calendar.person) if calendar.person else []
    gone = {*ahead, *calendar.gone.values_list("uid", flat=True)}
    if calendar.is_refused or not gone:
        calendar.delete()
        return
    calendar.person = None
    calendar.save(update_fields=["person"])
    _take_out(calendar, gone)


def _take_out(calendar: OwnCalendar, uids: Iterable[UUID]) -> None:
    GoneEntry.objects.bulk_create(
        (GoneEntry(calendar=calendar, uid=uid) for uid in uids), ignore_conflicts=True
    )
    for uid in uids:
        write.enqueue(calendar.pk, str(uid))
