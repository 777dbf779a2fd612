"""What the clock starts: other calendars are read again."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from askwell.meet.availability.models import CalendarSource
from askwell.meet.availability.refreshing import read_calendar

EVERY = timedelta(minutes=15)
AT_ONCE = 50


@transaction.atomic
def run_due() -> None:
    """Have every calendar read whose turn it is; one query when there is none."""
    now = timezone.now()
    due = CalendarSource.objects.filter(Q(asked_at=None) | Q(asked_at__lt=now - EVERY))
    found = list(due.select_for_update(skip_locked=True, of=("self",)).order_by("asked_at")[:AT_ONCE])
    if not found:
        return
    CalendarSource.objects.filter(pk__in=[source.pk for source in found]).update(asked_at=now)
    for source in found:
        read_calendar.enqueue(source.pk)
