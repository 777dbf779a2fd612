"""People who know."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from askwell.connect import names
from askwell.explore.models import Path

if TYPE_CHECKING:
    from askwell.accounts.models import User


class Bond(models.TextChoices):
    """How the seeker comes to know of a person."""

    CLOSE = "close", "Family, friend or neighbor"
    SCHOOL = "school", "Same school, college or alumni group"
    WORK = "work", "Same employer or team, now or before"
    MET = "met", "We met once"
    REFERRED = "referred", "Somebody suggested them"
    FOUND = "found", "I found their profile or work"
    STRANGER = "stranger", "No connection yet"


class ContactQuerySet(models.QuerySet["Contact"]):
    """Contacts, by who may see them."""

    def visible_to(self, user: "User") -> "ContactQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)


class Contact(models.Model):
    """A person the seeker knows of; with an `account` here, they are a host or a counselor."""

    seeker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="contacts")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="known_as"
    )
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    role = models.CharField("what they do", max_length=120, blank=True)
    organization = models.CharField("where they work", max_length=120, blank=True)
    email = models.EmailField("e-mail address", blank=True)
    bond = models.CharField("how you know each other", max_length=10, choices=Bond, default=Bond.STRANGER)
    known_how = models.CharField("in a few words", max_length=200, blank=True)
    about = models.TextField("what you know about them", max_length=2000, blank=True)
    paths = models.ManyToManyField(Path, blank=True, related_name="contacts")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["seeker", "uid"], name="a_contact_is_added_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """The first letters of the first and last name."""
        return names.initials(self.name)

    @property
    def suggested_by(self) -> "Contact | None":
        """The first of those who suggested them."""
        first = self.referrals_received.select_related("source").order_by("made_at", "pk").first()
        return first.source if first else None

    @property
    def called(self) -> str:
        """What to call them in a sentence: "Priya", "Dr. Okafor"."""
        return names.called(self.name)


class Referral(models.Model):
    """Who suggested whom."""

    source = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="referrals_made")
    named = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="referrals_received")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "named"], name="a_referral_is_noted_once"),
            models.CheckConstraint(
                condition=~models.Q(source=models.F("named")), name="nobody_refers_to_themselves"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} suggested {self.named_id}"
