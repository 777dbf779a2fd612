"""What the clock starts: reminders."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from askwell.meet import letters
from askwell.meet.models import Booking, ConversationStatus, Reminder

LATEST = timedelta(minutes=20)
"""A reminder that could not be queued for so long is left out. So nobody is reminded of the past, and switching
reminders on writes to nobody about a moment that has gone by."""


def run_due() -> None:
    """Queue every reminder whose moment has come; one query for each kind when there is none."""
    for minutes in settings.REMINDERS:
        _queue(minutes)


@transaction.atomic
def _queue(minutes: int) -> None:
    due = timezone.now() + timedelta(minutes=minutes)
    waiting = Booking.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        starts_at__range=(max(due - LATEST, timezone.now()), due),
        conversation__status=ConversationStatus.BOOKED,
        # What no calendar knows of from here, another room reminds of.
        conversation__sequence__gt=0,
        made_at__lt=F("starts_at") - timedelta(minutes=minutes),
    )
    for booking in waiting.exclude(reminders__minutes_before=minutes):
        Reminder.objects.create(booking=booking, minutes_before=minutes)
        letters.reminder.enqueue(booking.pk, booking.starts_at.timestamp())
