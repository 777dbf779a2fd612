"""Practice, private to the seeker."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from askwell.meet.models import Conversation

if TYPE_CHECKING:
    from askwell.accounts.models import User


class RehearsalQuerySet(models.QuerySet["Rehearsal"]):
    """Rehearsals, by who may see them."""

    def visible_to(self, user: "User") -> "RehearsalQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)


class Rehearsal(models.Model):
    """One go at saying the opening aloud: how long it took and how sure one felt."""

    seeker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rehearsals")
    conversation = models.ForeignKey(
        Conversation, null=True, blank=True, on_delete=models.SET_NULL, related_name="rehearsals"
    )
    seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    sure = models.PositiveSmallIntegerField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    objects = RehearsalQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sure=None) | models.Q(sure__range=(1, 5)), name="sure_is_1_to_5"
            ),
        ]

    def __str__(self) -> str:
        return f"rehearsal {self.pk}"
