"""What happened: an append-only record."""

from typing import Any, NoReturn

from django.db import models
from django.utils import timezone


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries are added and read; nothing else."""

    def update(self, **changes: Any) -> NoReturn:
        raise TypeError("The journal is append-only.")

    def bulk_update(self, *entries: Any, **options: Any) -> NoReturn:
        raise TypeError("The journal is append-only.")

    def about_contact(self, contact_id: int) -> "EntryQuerySet":
        """What happened with one person, oldest first."""
        return self.filter(contact_id=contact_id).order_by("at", "pk")


class Entry(models.Model):
    """One thing that happened; it keeps ids and plain words, so it outlives what it tells of."""

    at = models.DateTimeField(default=timezone.now)
    actor_id = models.BigIntegerField(db_index=True)
    verb = models.CharField(max_length=60)
    says = models.CharField(max_length=120)
    subject = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    contact_id = models.BigIntegerField(null=True, db_index=True)
    facts = models.JSONField(default=dict)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject} {self.subject_id}"
