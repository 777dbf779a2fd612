"""The one calendar that Askwell writes into for a person, and what must still be taken out of it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

RESTS = timedelta(minutes=1)
"""A server that did not answer a moment ago is not asked again at once: letters wait behind it."""


class OwnCalendar(models.Model):
    """Where it is and how one comes in, sealed; and how writing goes.

    Once taken away it belongs to nobody, and stays only until what lies ahead has been taken out of it.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="own_calendar"
    )
    sealed_address = models.TextField()
    user = models.CharField(max_length=200)
    sealed_password = models.TextField()
    written_at = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=200, blank=True)
    troubled_since = models.DateTimeField(null=True)
    is_refused = models.BooleanField("it says no, and is not asked again", default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"own calendar {self.pk}"

    @property
    def rests(self) -> bool:
        """Whether it could not be reached just now."""
        return bool(self.troubled_since and self.tried_at and self.tried_at > timezone.now() - RESTS)


class GoneEntry(models.Model):
    """An entry to take out, whose conversation is gone or whose calendar was taken away."""

    calendar = models.ForeignKey(OwnCalendar, on_delete=models.CASCADE, related_name="gone")
    uid = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["calendar", "uid"], name="an_entry_is_taken_out_once"),
        ]

    def __str__(self) -> str:
        return f"gone entry {self.pk}"
