"""Questions, planned for one person or waiting for the right one."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from askwell.explore.models import Criterion, Occupation, Path
from askwell.lib.themes import CHOICES
from askwell.meet.models import Conversation
from askwell.prepare.bank import WHO_ELSE

if TYPE_CHECKING:
    from askwell.accounts.models import User


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions, by who may see them."""

    def visible_to(self, user: "User") -> "QuestionQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)

    def waiting(self) -> "QuestionQuerySet":
        """Planned, but not yet in anyone's brief."""
        return self.filter(conversation=None)


class Question(models.Model):
    """One question: in a conversation's brief at a position, or waiting when there is no conversation yet."""

    seeker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="questions")
    conversation = models.ForeignKey(
        Conversation, null=True, blank=True, on_delete=models.CASCADE, related_name="questions"
    )
    path = models.ForeignKey(Path, null=True, blank=True, on_delete=models.SET_NULL)
    criterion = models.ForeignKey(Criterion, null=True, blank=True, on_delete=models.SET_NULL)
    occupation = models.ForeignKey(
        Occupation,
        verbose_name="the career it was planned for",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    text = models.CharField(max_length=300)
    theme = models.CharField(max_length=12, choices=CHOICES)
    bank_id = models.CharField(max_length=60, blank=True)
    chosen = models.BooleanField("chosen by Askwell, not by the seeker", default=False)
    why = models.CharField("why it was chosen", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    added_at = models.DateTimeField(auto_now_add=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                "seeker",
                "conversation",
                Lower("text"),
                condition=models.Q(conversation__isnull=False),
                name="a_question_is_asked_once_in_a_brief",
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk}"

    @property
    def is_last(self) -> bool:
        """Whether this is the one that ends every brief: who else to talk to."""
        return self.bank_id == WHO_ELSE
