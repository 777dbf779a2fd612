"""Taking people's time, and giving it back; and the locks under which that happens."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from askwell.accounts.models import User
from askwell.lib.verdicts import Refused
from askwell.meet.models import Booking, Conversation

TAKEN = "That time has just been taken. Pick another one."


def locked(conversation: Conversation) -> Conversation:
    """The conversation as it is now, held until the transaction ends."""
    every = Conversation.objects.select_for_update(of=("self",)).select_related("contact")
    return every.get(pk=conversation.pk)


def hold_still(people: Iterable[int]) -> None:
    """Whoever books these people next waits until the transaction ends, so that caps and buffers hold.

    Taken before any other lock, and always in the same order, so that no two wait for each other.
    """
    every = User.objects.select_for_update(no_key=True).filter(pk__in=set(people)).order_by("pk")
    list(every.values_list("pk"))


def occupy(conversation: Conversation) -> None:
    """Take the time of everybody it needs, in place of what it took before; called under its lock.

    Refused when somebody has none: the database has the last word, however many reach for it at once.
    """
    starts_at, ends_at = conversation.starts_at, conversation.ends_at
    if starts_at is None or ends_at is None:
        raise ValueError("A conversation without a time takes nobody's.")
    conversation.bookings.all().delete()
    # Always in the same order, so that two who need the same people wait instead of blocking each other.
    rows = [
        Booking(person_id=person, conversation=conversation, starts_at=starts_at, ends_at=ends_at)
        for person in sorted(conversation.people)
    ]
    try:
        with transaction.atomic():
            Booking.objects.bulk_create(rows)
    except IntegrityError as fault:
        raise Refused(TAKEN) from fault


def release(conversation: Conversation, *, after: datetime | None = None) -> None:
    """Give the time back: all of it, or only what begins after that moment."""
    bookings = conversation.bookings.all()
    (bookings.filter(starts_at__gt=after) if after else bookings).delete()
