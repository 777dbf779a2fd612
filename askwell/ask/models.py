"""Requests for a conversation, and every letter that leaves or is copied out."""

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from askwell.ask import followups
from askwell.connect.models import Contact
from askwell.lib.states import Walks

if TYPE_CHECKING:
    from askwell.accounts.models import User


class RequestStatus(models.TextChoices):
    """Where a request stands."""

    DRAFT = "draft", "Draft"
    SENT = "sent", "Sent"
    ACCEPTED = "accepted", "They said yes"
    DECLINED = "declined", "They said no"
    RESTED = "rested", "Let rest"


class RequestQuerySet(models.QuerySet["InterviewRequest"]):
    """Requests, by who may see them."""

    def visible_to(self, user: "User") -> "RequestQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)

    def asking(self, user: "User") -> "RequestQuerySet":
        """Those that this person can answer and has not: sent to their account, or to the address that is theirs."""
        theirs = models.Q(contact__account=user)
        if user.email:
            theirs |= models.Q(contact__email__iexact=user.email)
        waiting = self.filter(status=RequestStatus.SENT, answer_link__expires_at__gt=timezone.now())
        return waiting.filter(theirs, seeker__example_of=None).exclude(seeker=user)


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()


class InterviewRequest(Walks, models.Model):
    """The message that asks one person for one conversation, and what came of it."""

    TRANSITIONS = {
        RequestStatus.DRAFT: frozenset({RequestStatus.SENT}),
        RequestStatus.SENT: frozenset({RequestStatus.ACCEPTED, RequestStatus.DECLINED, RequestStatus.RESTED}),
        RequestStatus.RESTED: frozenset({RequestStatus.ACCEPTED, RequestStatus.DECLINED}),
        RequestStatus.ACCEPTED: frozenset(),
        RequestStatus.DECLINED: frozenset({RequestStatus.ACCEPTED}),
    }

    seeker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="requests")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="requests")
    minutes = models.PositiveSmallIntegerField(
        default=20, validators=[MinValueValidator(10), MaxValueValidator(60)]
    )
    status = models.CharField(max_length=10, choices=RequestStatus, default=RequestStatus.DRAFT)
    started_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField("what they said with their answer", max_length=500, blank=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seeker", "contact"],
                condition=models.Q(status__in=["draft", "sent"]),
                name="one_open_request_per_contact",
            ),
        ]

    def __str__(self) -> str:
        return f"request {self.pk}"

    def letter_of(self, kind: str) -> "Letter | None":
        """The letter of this kind, from what was prefetched."""
        return next((letter for letter in self.letters.all() if letter.kind == kind), None)

    def step(self, *, others_waiting: bool = False) -> followups.Step | None:
        """What to do about a silence, in the reader's calendar; nothing once an answer came."""
        if not self.is_unanswered or self.sent_at is None:
            return None
        followed_up = self.letter_of(LetterKind.FOLLOW_UP)
        followed = [_day(followed_up.sent_at)] if followed_up and followed_up.sent_at else []
        return followups.next_step(
            _day(self.sent_at), followed, timezone.localdate(), others_waiting=others_waiting
        )

    @property
    def is_unanswered(self) -> bool:
        """Whether it left and no answer is known."""
        return self.status == RequestStatus.SENT

    @property
    def is_accepted(self) -> bool:
        """Whether they said yes."""
        return self.status == RequestStatus.ACCEPTED

    @property
    def is_declined(self) -> bool:
        """Whether they said no."""
        return self.status == RequestStatus.DECLINED

    @property
    def is_resting(self) -> bool:
        """Whether it was let rest."""
        return self.status == RequestStatus.RESTED

    @property
    def follow_up_is_due(self) -> bool:
        """Whether it is time for the one follow-up."""
        step = self.step()
        return step is not None and step.kind == "follow_up"


class AnswerLinkQuerySet(models.QuerySet["AnswerLink"]):
    """Links, by whether they still open anything."""

    def valid(self) -> "AnswerLinkQuerySet":
        """Those whose request has left and whose time is not over."""
        return self.filter(expires_at__gt=timezone.now()).exclude(request__status=RequestStatus.DRAFT)


class AnswerLink(models.Model):
    """The page on which somebody without an account answers one request; it ends with the row, or by its date."""

    request = models.OneToOneField(InterviewRequest, on_delete=models.CASCADE, related_name="answer_link")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    expires_at = models.DateTimeField()

    objects = AnswerLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return f"answer link {self.pk}"


class Quiet(models.Model):
    """Somebody wants no requests for a while; of their address only the digest is kept."""

    digest = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"quiet until {self.until:%Y-%m-%d}"


class LetterKind(models.TextChoices):
    """What a letter is for."""

    REQUEST = "request", "Request"
    FOLLOW_UP = "follow_up", "Follow-up"
    THANK_YOU = "thank_you", "Thank-you"
    UPDATE = "update", "News"


class Channel(models.TextChoices):
    """How a letter leaves."""

    COPY = "copy", "Copied and sent by you"
    MAILTO = "mailto", "Opened in your mail program"
    SMTP = "smtp", "Sent by Askwell"


class LetterStatus(models.TextChoices):
    """Where a letter is on its way; "unsure" is a letter whose sending was cut off, never tried again by itself."""

    DRAFT = "draft", "Draft"
    QUEUED = "queued", "Waiting to be sent"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Not sent"
    UNSURE = "unsure", "Maybe sent"


class LetterQuerySet(models.QuerySet["Letter"]):
    """Letters, by who may see them."""

    def visible_to(self, user: "User") -> "LetterQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)


class Letter(Walks, models.Model):
    """Words to one person: drafted here, sent at most once."""

    TRANSITIONS = {
        LetterStatus.DRAFT: frozenset({LetterStatus.QUEUED, LetterStatus.SENT}),
        LetterStatus.QUEUED: frozenset({LetterStatus.SENDING}),
        LetterStatus.SENDING: frozenset({LetterStatus.SENT, LetterStatus.FAILED, LetterStatus.UNSURE}),
        LetterStatus.FAILED: frozenset({LetterStatus.QUEUED, LetterStatus.SENT}),
        LetterStatus.UNSURE: frozenset({LetterStatus.QUEUED, LetterStatus.SENT}),
        LetterStatus.SENT: frozenset(),
    }

    seeker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letters")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="letters")
    request = models.ForeignKey(InterviewRequest, null=True, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=10, choices=LetterKind)
    status = models.CharField(max_length=8, choices=LetterStatus, default=LetterStatus.DRAFT)
    channel = models.CharField(max_length=6, choices=Channel, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(max_length=10_000, blank=True)
    version = models.PositiveIntegerField(default=0)
    earlier = models.JSONField("earlier wordings, the latest last", default=list, blank=True)
    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    trouble = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(auto_now=True)
    sending_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request"],
                condition=models.Q(kind="request"),
                name="one_request_letter_per_request",
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=models.Q(kind="follow_up"),
                name="one_follow_up_per_request",
            ),
        ]

    def __str__(self) -> str:
        return f"letter {self.pk}"

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written."""
        return self.status == LetterStatus.DRAFT

    @property
    def is_leaving(self) -> bool:
        """Whether it is on its way to the mail server."""
        return self.status in {LetterStatus.QUEUED, LetterStatus.SENDING}

    @property
    def is_sent(self) -> bool:
        """Whether it left."""
        return self.status == LetterStatus.SENT

    @property
    def is_unsure(self) -> bool:
        """Whether it may have left: its sending was cut off."""
        return self.status == LetterStatus.UNSURE

    @property
    def has_failed(self) -> bool:
        """Whether it was tried and did not leave."""
        return self.status == LetterStatus.FAILED
