"""The Conversation: the spine of the program."""

import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from askwell.ask.models import InterviewRequest
from askwell.connect.models import Contact
from askwell.lib.states import Walks
from askwell.meet.availability import models as _rows  # noqa: F401 - where Django looks for them
from askwell.meet.own_calendar import models as _more_rows  # noqa: F401 - the same

if TYPE_CHECKING:
    from askwell.accounts.models import User


class ConversationStatus(models.TextChoices):
    """Where a conversation stands."""

    AGREED = "agreed", "Time to be agreed"
    BOOKED = "booked", "Booked"
    HELD = "held", "You talked"
    CANCELED = "canceled", "Called off"
    MISSED = "missed", "Did not take place"


class Place(models.TextChoices):
    """Where people talk."""

    VIDEO = "video", "By video"
    PHONE = "phone", "By phone"
    IN_PERSON = "in_person", "In person"


class CalledOffBy(models.TextChoices):
    """Whose plans changed, or who did not come."""

    THEM = "them", "They can't make it"
    YOU = "you", "You can't make it"
    BOTH = "both", "It no longer fits"


LONGEST = 120
LATE = timedelta(hours=24)
OFF = frozenset({ConversationStatus.CANCELED, ConversationStatus.MISSED})


class ConversationQuerySet(models.QuerySet["Conversation"]):
    """Conversations, by who may see them."""

    def visible_to(self, user: "User") -> "ConversationQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)

    def hosted_by(self, user: "User") -> "ConversationQuerySet":
        """Those that a host or counselor with an account is asked for; their pages show no private word."""
        return self.filter(contact__account=user)

    def taking_part(self, user: "User") -> "ConversationQuerySet":
        """Those that this person is one of the two in; for calendars, never for the seeker's pages."""
        return self.filter(models.Q(seeker=user) | models.Q(contact__account=user))

    def open(self) -> "ConversationQuerySet":
        """Still to come."""
        return self.filter(status__in=[ConversationStatus.AGREED, ConversationStatus.BOOKED])


class Conversation(Walks, models.Model):
    """One informational interview: with whom, when, how sure one felt."""

    TRANSITIONS = {
        ConversationStatus.AGREED: frozenset(
            {ConversationStatus.BOOKED, ConversationStatus.HELD, ConversationStatus.CANCELED}
        ),
        ConversationStatus.BOOKED: frozenset(
            {
                ConversationStatus.BOOKED,
                ConversationStatus.HELD,
                ConversationStatus.CANCELED,
                ConversationStatus.MISSED,
            }
        ),
        ConversationStatus.HELD: frozenset(),
        ConversationStatus.CANCELED: frozenset({ConversationStatus.AGREED}),
        ConversationStatus.MISSED: frozenset({ConversationStatus.AGREED}),
    }

    seeker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="conversations"
    )
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="conversations")
    request = models.OneToOneField(
        InterviewRequest, null=True, blank=True, on_delete=models.SET_NULL, related_name="conversation"
    )
    status = models.CharField(max_length=8, choices=ConversationStatus, default=ConversationStatus.AGREED)
    starts_at = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        default=20, validators=[MinValueValidator(10), MaxValueValidator(LONGEST)]
    )
    time_zone = models.CharField(max_length=60, blank=True)
    place = models.CharField(max_length=9, choices=Place, default=Place.VIDEO)
    place_details = models.CharField("link, number or address", max_length=300, blank=True)
    called_off_by = models.CharField(max_length=4, choices=CalledOffBy, blank=True)
    called_off_at = models.DateTimeField(null=True, blank=True)
    called_off_why = models.CharField("a word with it", max_length=300, blank=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    sure_before = models.PositiveSmallIntegerField(null=True, blank=True)
    sure_after = models.PositiveSmallIntegerField(null=True, blank=True)
    reflection = models.TextField("what this says about you", max_length=2000, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seeker", "contact"],
                condition=models.Q(status__in=["agreed", "booked"]),
                name="one_open_conversation_per_contact",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="booked") | models.Q(starts_at__isnull=False),
                name="a_booked_conversation_has_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(sure_before=None) | models.Q(sure_before__range=(1, 5)),
                name="sure_before_is_1_to_5",
            ),
            models.CheckConstraint(
                condition=models.Q(sure_after=None) | models.Q(sure_after__range=(1, 5)),
                name="sure_after_is_1_to_5",
            ),
        ]

    def __str__(self) -> str:
        return f"conversation {self.pk}"

    @property
    def people(self) -> list[int]:
        """The ids of those who have accounts here and are busy while it lasts."""
        return [pk for pk in (self.seeker_id, self.contact.account_id) if pk]

    @property
    def ends_at(self) -> datetime | None:
        """When the time they agreed on is over."""
        if self.starts_at is None:
            return None
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_open(self) -> bool:
        """Whether it is still to come."""
        return self.status in {ConversationStatus.AGREED, ConversationStatus.BOOKED}

    @property
    def needs_a_time(self) -> bool:
        """Whether they agreed to talk and not yet when."""
        return self.status == ConversationStatus.AGREED

    @property
    def is_held(self) -> bool:
        """Whether it took place."""
        return self.status == ConversationStatus.HELD

    @property
    def is_called_off(self) -> bool:
        """Whether it will not take place."""
        return self.status == ConversationStatus.CANCELED

    @property
    def is_missed(self) -> bool:
        """Whether the time came and one of the two did not."""
        return self.status == ConversationStatus.MISSED

    @property
    def is_off(self) -> bool:
        """Whether it did not or will not take place; another time can be found."""
        return self.status in OFF

    @property
    def was_late(self) -> bool:
        """Whether it was called off less than a day before it was to begin."""
        at, starts_at = self.called_off_at, self.starts_at
        return self.is_called_off and at is not None and starts_at is not None and starts_at - at < LATE

    @property
    def sure(self) -> int | None:
        """How sure one felt before it, or after it once it is no longer to come."""
        return self.sure_before if self.is_open else self.sure_after

    @property
    def is_over(self) -> bool:
        """Whether the time they agreed on has passed."""
        return self.ends_at is not None and self.ends_at <= timezone.now()

    @property
    def link(self) -> str:
        """The place, when it is an address on the web."""
        details = self.place_details.strip()
        is_link = details.lower().startswith(("https://", "http://"))
        return details if is_link and len(details.split()) == 1 else ""


class OfferedTime(models.Model):
    """A time that one of the two named; the one the other picks becomes the booking."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="offered_times")
    starts_at = models.DateTimeField()
    by_them = models.BooleanField("they named it", default=False)

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "starts_at"], name="a_time_is_offered_once"),
        ]

    def __str__(self) -> str:
        return self.starts_at.isoformat()


class BookingQuerySet(models.QuerySet["Booking"]):
    """Bookings, by who may see them and when they are."""

    def visible_to(self, user: "User") -> "BookingQuerySet":
        """Everybody sees their own."""
        return self.filter(person=user)

    def during(self, starts_at: datetime, ends_at: datetime) -> "BookingQuerySet":
        """Those that share a moment with this time; one may begin when the other ends."""
        return self.filter(starts_at__lt=ends_at, ends_at__gt=starts_at)


class Booking(models.Model):
    """One person's time, taken by one conversation; the database itself lets no two of a person's overlap.

    PostgreSQL holds it by an exclusion constraint, SQLite by a trigger: see migration 0003.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="bookings")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="bookings")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    made_at = models.DateTimeField(auto_now_add=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "conversation"], name="a_conversation_takes_a_persons_time_once"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="a_booking_ends_after_it_starts"
            ),
        ]
        indexes = [models.Index(fields=["person", "starts_at"], name="booking_of_a_person")]

    def __str__(self) -> str:
        return f"booking {self.pk}"


class Reminder(models.Model):
    """One letter before a booking begins, so that nobody gets it twice."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="reminders")
    minutes_before = models.PositiveIntegerField()
    queued_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["booking", "minutes_before"], name="a_reminder_is_sent_once"),
        ]

    def __str__(self) -> str:
        return f"reminder {self.pk}"


class CalendarFeed(models.Model):
    """The private address of one person's calendar; it ends with the row."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed"
    )
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"feed {self.pk}"
