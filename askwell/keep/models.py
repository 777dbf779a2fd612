"""Thank-yous."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from askwell.ask.models import Letter
from askwell.meet.models import Conversation

if TYPE_CHECKING:
    from askwell.accounts.models import User


class ThankYouQuerySet(models.QuerySet["ThankYou"]):
    """Thank-yous, by who may see them."""

    def visible_to(self, user: "User") -> "ThankYouQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)

    def due(self) -> "ThankYouQuerySet":
        """Not yet said."""
        return self.filter(done_at=None)


class ThankYou(models.Model):
    """The thanks owed for one conversation: due within a day, done when its letter left or the seeker says so."""

    seeker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="thank_yous")
    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="thank_you")
    letter = models.OneToOneField(Letter, null=True, blank=True, on_delete=models.SET_NULL)
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    objects = ThankYouQuerySet.as_manager()

    class Meta:
        ordering = ["due_at"]

    def __str__(self) -> str:
        return f"thank-you {self.pk}"
