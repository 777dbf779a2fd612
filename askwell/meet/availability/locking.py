"""Whoever changes somebody's hours holds them first."""

from askwell.accounts.models import User
from askwell.meet.availability import policies
from askwell.meet.availability.models import Availability


def locked(person: User, *, by: User) -> Availability:
    """The person's availability, begun when there is none yet, held until the transaction ends."""
    Availability.objects.get_or_create(person=person, defaults={"time_zone": person.time_zone})
    availability = Availability.objects.select_for_update().get(person=person)
    policies.may_change(by, availability).enforce()
    return availability
