"""Decisions, as they stood when they were made."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from askwell.explore.models import Path

if TYPE_CHECKING:
    from askwell.accounts.models import User


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions, by who may see them."""

    def visible_to(self, user: "User") -> "DecisionQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)


class Decision(models.Model):
    """What the seeker decided and why, with the chances and the sources of the figures it rested on."""

    seeker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="decisions")
    path = models.ForeignKey(Path, null=True, blank=True, on_delete=models.SET_NULL)
    title = models.CharField("what you decided", max_length=200)
    reasons = models.TextField("your reasons", max_length=5000)
    first_step = models.CharField("your first step", max_length=200, blank=True)
    weighed = models.JSONField(default=dict)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"decision {self.pk}"
