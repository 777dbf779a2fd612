"""The private address of one's calendar."""

from django.db import transaction

from askwell.accounts.models import User
from askwell.journal.services import record
from askwell.meet import events, policies
from askwell.meet.models import CalendarFeed


@transaction.atomic
def make_feed(person: User, *, by: User) -> CalendarFeed:
    """A private address for this person's calendar; the one before stops working."""
    policies.may_have_feed(by, person).enforce()
    User.objects.select_for_update().get(pk=person.pk)
    CalendarFeed.objects.filter(person=person).delete()
    made = CalendarFeed.objects.create(person=person)
    record(events.CalendarFeedMade.of(person), by=by)
    return made


@transaction.atomic
def end_feed(person: User, *, by: User) -> None:
    """The private address stops working; ending it twice changes nothing."""
    policies.may_have_feed(by, person).enforce()
    ended, _ = CalendarFeed.objects.filter(person=person).delete()
    if ended:
        record(events.CalendarFeedEnded.of(person), by=by)
