"""What happens elsewhere and matters here: an account goes, a private calendar is read."""

from datetime import datetime
from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from askwell.accounts.models import User
from askwell.gather import selectors, services
from askwell.meet.calendar import Entry
from askwell.meet.signals import calendar_read


@receiver(pre_delete, sender=User)
def free_their_seats(instance: User, **_: Any) -> None:
    """An account goes: its seats are for others, and no number counts them any more."""
    services.leave_all(instance, by=instance)


@receiver(calendar_read)
def show_their_seats(person: User, since: datetime, **_: Any) -> list[Entry]:
    """A private calendar shows what somebody has a seat at."""
    return selectors.entries_since(person, since)
