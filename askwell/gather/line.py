"""The line at the door: one lock, one number of taken seats, and nobody past the end.

Every verb first holds the gathering's row, so people who come at the same moment stand in one line. The number is
changed only by an UPDATE that asks for its own condition, under a constraint of the database.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import wraps
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Case, F, Q, QuerySet, Value, When

from askwell.accounts.models import User
from askwell.gather.models import Gathering, Seat, SeatStatus
from askwell.lib.locks import one_at_a_time

P = ParamSpec("P")
R = TypeVar("R")


def in_line(verb: Callable[P, R]) -> Callable[P, R]:
    """One transaction, begun in the order in which people come, whatever the database."""

    @wraps(verb)
    def act(*args: P.args, **kwargs: P.kwargs) -> R:
        with _line(), transaction.atomic():
            return verb(*args, **kwargs)

    return act


def _line() -> AbstractContextManager[None]:
    """PostgreSQL lets people in one by one; SQLite lets whoever asks at the right moment, so they wait at a file."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return nullcontext()
    return one_at_a_time(settings.HOME / "line")


def hold(gathering_id: int) -> Gathering:
    """The gathering as it is now, nobody else's until the transaction ends."""
    return Gathering.objects.select_for_update().get(pk=gathering_id)


def hold_all_of(user: User) -> None:
    """Every gathering somebody comes to or organizes, always in this order: two who leave at once never wait in a circle."""
    theirs = Q(organizer=user) | Q(pk__in=Seat.objects.belonging_to(user).values("gathering"))
    list(Gathering.objects.select_for_update().filter(theirs).order_by("pk").values_list("pk"))


def hold_seat(seat: Seat) -> Seat:
    """The seat as it is now; what is held is its gathering."""
    gathering = hold(seat.gathering_id)
    seat = Seat.objects.select_related("user", "conversation").get(pk=seat.pk)
    seat.gathering = gathering
    return seat


def claim(gathering: Gathering, *, number: int) -> bool:
    """For the newcomer who is this `number`: one more taken seat, if one is free and nobody waits.

    The gathering is held, as it is now: when it says itself that it is full, nothing more is asked.
    """
    if gathering.taken >= gathering.seats:
        return False
    free = _free(gathering).exclude(all_seats__status=SeatStatus.WAITING)
    return bool(free.update(taken=F("taken") + 1, arrivals=number))


def claim_for_the_first(gathering: Gathering) -> bool:
    """One more taken seat for the first in line, if one is free."""
    return bool(_free(gathering).update(taken=F("taken") + 1))


def _free(gathering: Gathering) -> QuerySet[Gathering]:
    return Gathering.objects.filter(pk=gathering.pk, taken__lt=F("seats"))


def queue(gathering: Gathering, *, number: int) -> int:
    """For the newcomer who is this `number`: their place at the end of the line."""
    Gathering.objects.filter(pk=gathering.pk).update(arrivals=number)
    return waiting(gathering).count() + 1


def waiting(gathering: Gathering) -> QuerySet[Seat]:
    """Those who wait, in order of arrival."""
    return Seat.objects.waiting().filter(gathering=gathering)


def release(gathering: Gathering) -> None:
    """One taken seat less; one that was promised beyond the number is not given again."""
    fewer = Case(When(beyond__gt=0, then=F("beyond") - 1), default=Value(0))
    Gathering.objects.filter(pk=gathering.pk).update(taken=F("taken") - 1, beyond=fewer)
