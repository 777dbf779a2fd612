"""Notes taken while talking, and the findings made of them."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from askwell.connect.models import Contact
from askwell.explore.models import Criterion, Path
from askwell.lib.themes import CHOICES
from askwell.meet.models import Conversation
from askwell.prepare.models import Question

if TYPE_CHECKING:
    from askwell.accounts.models import User


class Tag(models.TextChoices):
    """One tap on a note."""

    GOOD = "good", "Good"
    BAD = "bad", "Bad"
    SURPRISING = "surprising", "Surprising"
    FOLLOW_UP = "follow_up", "Follow up"


class NoteQuerySet(models.QuerySet["Note"]):
    """Notes, by who may see them."""

    def visible_to(self, user: "User") -> "NoteQuerySet":
        """A seeker sees those of their own conversations."""
        return self.filter(conversation__seeker=user)


class Note(models.Model):
    """What was written down on one question, or on none; `version` rises with every saved change.

    `asked` keeps the question's words, so that a note outlives a question that is dropped later.
    `sendings` names what devices sent of late; the last is the one whose words stand here, or empty
    when they are of several hands.
    """

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="notes")
    question = models.ForeignKey(
        Question, null=True, blank=True, on_delete=models.SET_NULL, related_name="notes"
    )
    asked = models.CharField(max_length=300, blank=True)
    text = models.TextField(max_length=20_000, blank=True)
    tag = models.CharField(max_length=10, choices=Tag, blank=True)
    version = models.PositiveIntegerField(default=0)
    sendings = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "question"], name="one_note_per_question"),
            models.UniqueConstraint(
                fields=["conversation"],
                condition=models.Q(question=None, asked=""),
                name="one_loose_note_per_conversation",
            ),
        ]

    def __str__(self) -> str:
        return f"note {self.pk}"


MOVES = [
    (-2, "Strongly away"),
    (-1, "A little away"),
    (0, "Neither way"),
    (1, "A little toward"),
    (2, "Strongly toward"),
]


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings, by who may see them."""

    def visible_to(self, user: "User") -> "FindingQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)


class Finding(models.Model):
    """One answer about one path: the words, who said them, which way and how far they move the seeker.

    `fingerprint` is the same for the same words on the same question, path and criterion.
    """

    seeker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="findings")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="findings")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="findings")
    question = models.ForeignKey(Question, null=True, blank=True, on_delete=models.SET_NULL)
    path = models.ForeignKey(Path, on_delete=models.CASCADE, related_name="findings")
    criterion = models.ForeignKey(
        Criterion, null=True, blank=True, on_delete=models.SET_NULL, related_name="findings"
    )
    theme = models.CharField(max_length=12, choices=CHOICES)
    words = models.TextField("the words as said", max_length=2000)
    moves = models.SmallIntegerField("how it moves you", choices=MOVES, default=0)
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    kept_at = models.DateTimeField(auto_now_add=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["-kept_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(moves__range=(-2, 2)), name="moves_is_minus_2_to_2"),
            models.UniqueConstraint(
                fields=["conversation", "fingerprint"],
                condition=~models.Q(fingerprint=""),
                name="a_finding_is_kept_once",
            ),
        ]

    def __str__(self) -> str:
        return f"finding {self.pk}"
