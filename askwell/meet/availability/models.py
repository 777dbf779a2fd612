"""Hours, exceptions, limits; other calendars and the time they take."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from askwell.meet.availability.words import WEEKDAYS

if TYPE_CHECKING:
    from askwell.accounts.models import User

FURTHEST = 180
"""Days ahead that anybody offers times for, and that other calendars are read for."""


def usual_lengths() -> list[int]:
    """What most people give."""
    return [20, 30]


def _at_most(most: int, *, least: int = 0) -> list[MinValueValidator | MaxValueValidator]:
    return [MinValueValidator(least), MaxValueValidator(most)]


class AvailabilityQuerySet(models.QuerySet["Availability"]):
    """Availabilities, by who may see them."""

    def visible_to(self, user: "User") -> "AvailabilityQuerySet":
        """Everybody sees their own."""
        return self.filter(person=user)


class Availability(models.Model):
    """When one person talks, and how much of it; lengths of time in minutes unless they say otherwise."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="availability"
    )
    time_zone = models.CharField(max_length=60)
    lengths = models.JSONField(default=usual_lengths)
    step = models.PositiveSmallIntegerField(default=15, validators=_at_most(60, least=5))
    before = models.PositiveSmallIntegerField(default=0, validators=_at_most(120))
    after = models.PositiveSmallIntegerField(default=0, validators=_at_most(120))
    notice_hours = models.PositiveSmallIntegerField(default=24, validators=_at_most(14 * 24))
    horizon_days = models.PositiveSmallIntegerField(default=60, validators=_at_most(FURTHEST, least=1))
    most_per_day = models.PositiveSmallIntegerField(null=True, blank=True, validators=_at_most(20, least=1))
    most_per_week = models.PositiveSmallIntegerField(null=True, blank=True, validators=_at_most(50, least=1))
    most_per_month = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=_at_most(100, least=1)
    )
    back_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = AvailabilityQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(step__range=(5, 60)), name="times_are_offered_in_steps_of_5_to_60_minutes"
            ),
            models.CheckConstraint(
                condition=models.Q(horizon_days__range=(1, FURTHEST)),
                name="times_are_offered_days_not_years_ahead",
            ),
        ]

    def __str__(self) -> str:
        return f"availability {self.pk}"


class WeeklyHours(models.Model):
    """Open every week on one weekday, in wall time; hours that close at or before they open close the next day."""

    availability = models.ForeignKey(Availability, on_delete=models.CASCADE, related_name="weekly_hours")
    weekday = models.PositiveSmallIntegerField(choices=list(enumerate(WEEKDAYS)))
    opens = models.TimeField()
    closes = models.TimeField()
    zone = models.CharField(max_length=60)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["since", "opens", "closes", "weekday", "pk"]
        indexes = [models.Index(fields=["zone", "weekday", "opens"], name="hours_on_the_clock")]
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__range=(0, 6)), name="a_week_has_seven_days"),
            models.CheckConstraint(
                condition=models.Q(since=None)
                | models.Q(until=None)
                | models.Q(until__gte=models.F("since")),
                name="hours_end_after_they_begin_to_hold",
            ),
        ]

    def __str__(self) -> str:
        return f"weekly hours {self.pk}"


class DayException(models.Model):
    """A date with hours of its own; without `opens` and `closes` it is closed."""

    availability = models.ForeignKey(Availability, on_delete=models.CASCADE, related_name="exceptions")
    day = models.DateField()
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)

    class Meta:
        ordering = ["day", "opens", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens=None, closes=None)
                | models.Q(opens__isnull=False, closes__isnull=False),
                name="other_hours_have_both_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"exception {self.pk}"


class SourceKind(models.TextChoices):
    """How another calendar is read."""

    FEED = "feed", "An address that ends in .ics"
    CALDAV = "caldav", "A CalDAV calendar, with a name and a password"


class CalendarSource(models.Model):
    """Another calendar of the person's; its address is as secret as its password, so both are sealed."""

    availability = models.ForeignKey(Availability, on_delete=models.CASCADE, related_name="sources")
    kind = models.CharField(max_length=6, choices=SourceKind, default=SourceKind.FEED)
    name = models.CharField(max_length=60)
    sealed_address = models.TextField()
    user = models.CharField(max_length=200, blank=True)
    sealed_password = models.TextField(blank=True)
    asked_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"calendar {self.pk}"


class BusyTime(models.Model):
    """A stretch of time that another calendar takes; what for is not kept."""

    source = models.ForeignKey(CalendarSource, on_delete=models.CASCADE, related_name="busy_times")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["source", "ends_at"], name="busy_time_of_a_source")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="busy_time_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"busy time {self.pk}"
