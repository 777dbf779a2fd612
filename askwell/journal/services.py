"""Writing into the journal."""

from django.contrib.auth.base_user import AbstractBaseUser

from askwell.journal.events import Event
from askwell.journal.models import Entry

NOBODY = 0
"""The clock, or somebody without an account."""


def record(event: Event, *, by: AbstractBaseUser | None) -> Entry:
    """Add one event, in the transaction of the change that it tells of."""
    return Entry.objects.create(
        actor_id=by.pk if by else NOBODY,
        verb=type(event).__name__,
        says=event.says,
        subject=event.subject,
        subject_id=event.subject_id,
        contact_id=event.contact_id,
        facts=event.facts,
    )
