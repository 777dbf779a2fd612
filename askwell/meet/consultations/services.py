"""Booking a consultation."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from askwell.accounts.models import User
from askwell.connect import services as connect
from askwell.connect.models import Bond, Contact
from askwell.lib.verdicts import refused
from askwell.meet import services as meet
from askwell.meet.consultations import policies, selectors
from askwell.meet.models import Conversation, Place
from askwell.meet.occupying import hold_still

GONE = "Somebody else has just taken that time. Here are the next ones."


def take(seeker: User, *, at: datetime, time_zone: str, by: User) -> Conversation:
    """Book the half hour with one of the counselors who are free then; the same press twice books it once."""
    people = list(selectors.counselors(seeker))
    # Looked at first without a lock: when hundreds come too late, none of them waits to hear it.
    if not selectors.still_open(seeker) and not selectors.free_at(people, seeker, at=at):
        refused(GONE).enforce()
    return _take(seeker, people, at=at, time_zone=time_zone, by=by)


@transaction.atomic
def _take(seeker: User, people: list[User], *, at: datetime, time_zone: str, by: User) -> Conversation:
    hold_still([seeker.pk, *(person.pk for person in people)])
    known = selectors.still_open(seeker)
    if known and known.starts_at == at and by.pk == seeker.pk:
        return known
    policies.may_take(by, known).enforce()
    free = selectors.free_at(people, seeker, at=at)
    if not free:
        refused(GONE).enforce()
    turn = selectors.next_in_turn(free)
    contact = _contact(seeker, next(one for one in people if one.pk == turn), by=by)
    return meet.book(
        meet.plan(contact, by=by),
        starts_at=at,
        minutes=selectors.MINUTES,
        time_zone=time_zone,
        place=Place.VIDEO,
        place_details="",
        by=by,
    )


def _contact(seeker: User, counselor: User, *, by: User) -> Contact:
    """The counselor among the people the seeker knows, made or found again."""
    known = Contact.objects.visible_to(seeker).filter(account=counselor).order_by("pk").first()
    return known or connect.add_contact(
        seeker,
        name=counselor.name or "Your counselor",
        role="counselor",
        organization=settings.SITE_NAME,
        bond=Bond.SCHOOL,
        account=counselor,
        by=by,
    )
