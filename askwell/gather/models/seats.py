"""Seats: who comes, and who waits."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from askwell.gather.models.gatherings import Gathering
from askwell.lib.states import Walks
from askwell.meet.models import Conversation

if TYPE_CHECKING:
    from askwell.accounts.models import User


class SeatStatus(models.TextChoices):
    """What became of somebody's wish to come."""

    UNCONFIRMED = "unconfirmed", "Waits for the address to be confirmed"
    TAKEN = "taken", "Has a seat"
    WAITING = "waiting", "On the waiting list"
    OFFERED = "offered", "A seat is offered"
    GIVEN_UP = "given_up", "Given up"
    EXPIRED = "expired", "Time ran out"
    ATTENDED = "attended", "Came"
    MISSED = "missed", "Did not come"


HOLDING = (SeatStatus.TAKEN, SeatStatus.OFFERED, SeatStatus.ATTENDED, SeatStatus.MISSED)
"""These count as taken seats."""
ACTIVE = (SeatStatus.UNCONFIRMED, SeatStatus.WAITING, *HOLDING)
"""Of these a person has at most one at a gathering."""


class SeatQuerySet(models.QuerySet["Seat"]):
    """Seats, by who may see them."""

    def visible_to(self, user: "User") -> "SeatQuerySet":
        """People see their own; lists of others are for those whom the policies let."""
        return self.filter(user=user)

    def belonging_to(self, user: "User") -> "SeatQuerySet":
        """Somebody's seats, with those they asked for by their address alone."""
        by_address = Q(user=None, email=user.email.lower()) if user.email else Q()
        return self.filter(Q(user=user) | by_address)

    def active(self) -> "SeatQuerySet":
        """Neither given up nor run out."""
        return self.filter(status__in=ACTIVE)

    def waiting(self) -> "SeatQuerySet":
        """The waiting list, in order of arrival."""
        return self.filter(status=SeatStatus.WAITING).order_by("arrival")


class Seat(Walks, models.Model):
    """One person's seat at a gathering, or their place in the line for one."""

    TRANSITIONS = {
        SeatStatus.UNCONFIRMED: frozenset(
            {SeatStatus.TAKEN, SeatStatus.WAITING, SeatStatus.GIVEN_UP, SeatStatus.EXPIRED}
        ),
        SeatStatus.TAKEN: frozenset({SeatStatus.GIVEN_UP, SeatStatus.ATTENDED, SeatStatus.MISSED}),
        SeatStatus.WAITING: frozenset({SeatStatus.OFFERED, SeatStatus.GIVEN_UP, SeatStatus.EXPIRED}),
        SeatStatus.OFFERED: frozenset({SeatStatus.TAKEN, SeatStatus.GIVEN_UP, SeatStatus.EXPIRED}),
        SeatStatus.GIVEN_UP: frozenset(),
        SeatStatus.EXPIRED: frozenset(),
        SeatStatus.ATTENDED: frozenset({SeatStatus.MISSED}),
        SeatStatus.MISSED: frozenset({SeatStatus.ATTENDED}),
    }

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="all_seats")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="seats"
    )
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=80, blank=True)
    time_zone = models.CharField(max_length=60, blank=True)
    answer = models.TextField(max_length=1000, blank=True)
    # Staff let everybody read the answer, without a name.
    is_shown = models.BooleanField(default=False)
    status = models.CharField(max_length=11, choices=SeatStatus, default=SeatStatus.UNCONFIRMED)
    arrival = models.PositiveIntegerField(null=True, editable=False)
    joined_as = models.PositiveIntegerField("place on the list at first", null=True, editable=False)
    asked_at = models.DateTimeField(auto_now_add=True)
    seated_at = models.DateTimeField(null=True, editable=False)
    offered_until = models.DateTimeField(null=True, editable=False)
    # Who came without an account is not kept for ever; that somebody came is.
    forgotten_at = models.DateTimeField(null=True, editable=False)
    conversation = models.OneToOneField(
        Conversation, null=True, blank=True, on_delete=models.SET_NULL, related_name="seat"
    )

    objects = SeatQuerySet.as_manager()

    class Meta:
        ordering = ["arrival", "pk"]
        indexes = [
            models.Index(fields=["gathering", "status", "arrival"], name="seats_in_line"),
            models.Index(fields=["status", "offered_until"], name="seats_by_offer"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "user"],
                condition=Q(status__in=ACTIVE),
                name="one_seat_for_each_account",
            ),
            models.UniqueConstraint(
                fields=["gathering", "email"],
                condition=Q(status__in=ACTIVE) & ~Q(email=""),
                name="one_seat_for_each_address",
            ),
            models.UniqueConstraint(fields=["gathering", "arrival"], name="two_never_arrive_as_one"),
            models.CheckConstraint(
                condition=Q(user__isnull=False) | ~Q(email="") | Q(forgotten_at__isnull=False),
                name="a_seat_is_somebodys",
            ),
        ]

    def __str__(self) -> str:
        return f"seat {self.pk}"

    @property
    def is_active(self) -> bool:
        """Neither given up nor run out."""
        return self.status in ACTIVE

    @property
    def holds(self) -> bool:
        """Whether it counts as a taken seat."""
        return self.status in HOLDING

    @property
    def called(self) -> str:
        """What staff read in the list."""
        known = self.name or (str(self.user) if self.user else "")
        return known or (f"Guest {self.arrival}" if self.forgotten_at else "")

    @property
    def writes_to(self) -> str:
        """Where letters go: the account's address of today, else the one left here."""
        return self.user.email if self.user else self.email

    @property
    def was_expected(self) -> bool:
        """Whether attendance can be noted: they have, or had, a seat."""
        return self.status in {SeatStatus.TAKEN, SeatStatus.ATTENDED, SeatStatus.MISSED}

    @property
    def came(self) -> bool:
        """Whether they were there."""
        return self.status == SeatStatus.ATTENDED

    @property
    def missed(self) -> bool:
        """Whether they were not."""
        return self.status == SeatStatus.MISSED

    @property
    def was_given_up(self) -> bool:
        """Whether they let it go."""
        return self.status == SeatStatus.GIVEN_UP

    @property
    def has_expired(self) -> bool:
        """Whether the time to take it ran out."""
        return self.status == SeatStatus.EXPIRED

    @property
    def place(self) -> int:
        """One's place on the waiting list, from 1; 0 for those who are not on it."""
        if self.status != SeatStatus.WAITING:
            return 0
        before = Seat.objects.waiting().filter(gathering=self.gathering_id, arrival__lt=self.arrival)
        return before.count() + 1


class MeToo(models.Model):
    """Somebody who comes wants the same answered."""

    asked = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="me_toos")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="asks_too")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["asked", "seat"], name="me_too_counts_once"),
        ]

    def __str__(self) -> str:
        return f"seat {self.seat_id} asks {self.asked_id} too"


class SeatKey(models.Model):
    """The secret in a letter, which opens one seat; only its digest is kept."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="keys")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"key of seat {self.seat_id}"
