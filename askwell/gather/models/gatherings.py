"""Gatherings, who speaks at them, and what belongs together."""

import secrets
import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from askwell.accounts.models import RoleName
from askwell.connect import names
from askwell.lib.states import Walks

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from askwell.accounts.models import User

    Visitor = User | AnonymousUser

MOST_SEATS = 100_000
STAFF = (RoleName.COUNSELOR, RoleName.COORDINATOR)


class GatheringStatus(models.TextChoices):
    """Where a gathering stands."""

    DRAFT = "draft", "Draft"
    OPEN = "open", "Open"
    CANCELED = "canceled", "Called off"
    OVER = "over", "Over"


class Audience(models.TextChoices):
    """Who may come."""

    ANYONE = "anyone", "Anyone with the address"
    SIGNED_IN = "signed_in", "Anyone signed in"
    SEEKERS = RoleName.SEEKER.value, "Seekers"
    HOSTS = RoleName.HOST.value, "Hosts"
    COUNSELORS = RoleName.COUNSELOR.value, "Counselors"
    COORDINATORS = RoleName.COORDINATOR.value, "Coordinators"


class Setting(models.TextChoices):
    """Where people come together; shown to everybody, unlike the link or the address."""

    ONLINE = "online", "Online"
    IN_PERSON = "in_person", "In person"


class Series(models.Model):
    """Gatherings that belong together."""

    title = models.CharField(max_length=120, unique=True)

    class Meta:
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return self.title


def new_code() -> str:
    """What stands in a gathering's address: nobody finds one by counting."""
    return "".join(secrets.choice("bcdfghjkmnpqrstvwxz23456789") for _ in range(10))


class GatheringQuerySet(models.QuerySet["Gathering"]):
    """Gatherings, by who may see them."""

    def visible_to(self, user: "Visitor") -> "GatheringQuerySet":
        """Staff see all; others see what is open to them and where they have a seat, never a draft."""
        shown = self.exclude(status=GatheringStatus.DRAFT)
        if not user.is_authenticated:
            return shown.filter(audience=Audience.ANYONE)
        roles = set(user.roles.values_list("name", flat=True))
        if roles & set(STAFF):
            return self.all()
        own = user.seats.values("gathering")
        return shown.filter(Q(audience__in=[Audience.ANYONE, Audience.SIGNED_IN, *roles]) | Q(pk__in=own))

    def coming(self) -> "GatheringQuerySet":
        """Open and not over yet, soonest first."""
        return self.filter(status=GatheringStatus.OPEN, ends_at__gt=timezone.now()).order_by(
            "starts_at", "pk"
        )

    def public(self) -> "GatheringQuerySet":
        """Those that stand in the public list and its feeds."""
        return self.filter(is_listed=True, audience=Audience.ANYONE)


class Gathering(Walks, models.Model):
    """A webinar, a panel or a group talk with a number of seats."""

    TRANSITIONS = {
        GatheringStatus.DRAFT: frozenset({GatheringStatus.OPEN, GatheringStatus.CANCELED}),
        GatheringStatus.OPEN: frozenset({GatheringStatus.CANCELED, GatheringStatus.OVER}),
        GatheringStatus.CANCELED: frozenset(),
        GatheringStatus.OVER: frozenset(),
    }

    code = models.CharField(max_length=10, unique=True, default=new_code, editable=False)
    organizer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="gatherings"
    )
    series = models.ForeignKey(
        Series, null=True, blank=True, on_delete=models.SET_NULL, related_name="gatherings"
    )
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=240, blank=True)
    description = models.TextField(max_length=8000, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    time_zone = models.CharField(max_length=60)
    setting = models.CharField(max_length=9, choices=Setting, default=Setting.ONLINE)
    where = models.CharField("link or address", max_length=300, blank=True)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    audience = models.CharField(max_length=12, choices=Audience, default=Audience.SIGNED_IN)
    is_listed = models.BooleanField(default=False)
    without_account = models.BooleanField(default=False)
    for_minors = models.BooleanField(default=False)
    question = models.CharField(max_length=160, blank=True)
    recording = models.URLField(max_length=300, blank=True)
    status = models.CharField(max_length=8, choices=GatheringStatus, default=GatheringStatus.DRAFT)
    canceled_because = models.CharField(max_length=300, blank=True)
    offer_hours = models.PositiveSmallIntegerField(
        default=12, validators=[MinValueValidator(1), MaxValueValidator(168)]
    )
    remind_since = models.DateTimeField(null=True, blank=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    seats = models.PositiveIntegerField(validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)])
    taken = models.PositiveIntegerField(default=0, editable=False)
    # Seats promised before the organizer lowered the number: nobody's is taken away, none is given anew.
    beyond = models.PositiveIntegerField(default=0, editable=False)
    arrivals = models.PositiveIntegerField(default=0, editable=False)

    objects = GatheringQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-pk"]
        indexes = [models.Index(fields=["status", "ends_at"], name="gatherings_by_end")]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken__lte=F("seats") + F("beyond")), name="a_gathering_is_never_oversold"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="a_gathering_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(without_account=False, is_listed=False) | Q(audience="anyone"),
                name="what_is_public_is_open_to_anyone",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return int((self.ends_at - self.starts_at) / timedelta(minutes=1))

    @property
    def left(self) -> int:
        """Seats that are still free."""
        return max(self.seats - self.taken, 0)

    @property
    def has_begun(self) -> bool:
        """Whether it is under way or over."""
        return self.starts_at <= timezone.now()

    @property
    def closing_at(self) -> datetime:
        """When registration ends."""
        return min(self.closes_at or self.starts_at, self.starts_at)

    @property
    def is_open(self) -> bool:
        """Whether it will take place, as far as anybody knows."""
        return self.status == GatheringStatus.OPEN

    @property
    def is_over(self) -> bool:
        """Whether it has taken place."""
        return self.status == GatheringStatus.OVER


class Speaker(models.Model):
    """Somebody who speaks at a gathering; `uid` marks the contact a seeker makes of them."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="speakers")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    about = models.CharField("what they do", max_length=120, blank=True)
    uid = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["gathering", "name"], name="a_speaker_is_named_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """The first letters of the first and last name."""
        return names.initials(self.name)


class Notice(models.TextChoices):
    """How long before it begins people are reminded."""

    DAY = "day", "A day before"
    HOUR = "hour", "An hour before"


class Reminder(models.Model):
    """That the people of a gathering were reminded of this start; once each."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="reminders")
    notice = models.CharField(max_length=4, choices=Notice)
    starts_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "notice", "starts_at"], name="people_are_reminded_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice} {self.starts_at.isoformat()}"
