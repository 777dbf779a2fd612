"""Who may join a program, and as what."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from askwell.accounts.models import Role, RoleName, User
from askwell.lib import tokens

SCOPE = "invitation"
UNDO_WITHIN = timedelta(days=7)
"""How long a roster can be undone."""


class RosterQuerySet(models.QuerySet["Roster"]):
    """Rosters, as coordinators see them."""

    def visible_to(self, user: User) -> "RosterQuerySet":
        """Coordinators see all of them, everybody else none."""
        return self.all() if RoleName.COORDINATOR in user.role_names else self.none()


class Roster(models.Model):
    """A file of people that was taken in: what came of it, so that it can be undone for a while."""

    made_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="rosters_taken")
    taken_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True)
    file_name = models.CharField(max_length=100, blank=True)
    roles_given = models.ManyToManyField(Role, related_name="given_by_rosters")

    objects = RosterQuerySet.as_manager()

    class Meta:
        ordering = ["-taken_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name or f"roster {self.pk}"

    @property
    def undo_until(self) -> datetime:
        """From then on it stays."""
        return self.taken_at + UNDO_WITHIN


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, as coordinators see them."""

    def visible_to(self, user: User) -> "InvitationQuerySet":
        """Coordinators see all of them, everybody else none."""
        return self.all() if RoleName.COORDINATOR in user.role_names else self.none()

    def open(self) -> "InvitationQuerySet":
        """Those that still let somebody in."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now(), taken__lt=F("most_uses"))

    def by_token(self, token: str) -> "Invitation | None":
        """The invitation that this link belongs to, open or not; None when there is no such link."""
        uid = tokens.read(SCOPE, token)
        return self.filter(uid=uid).first() if uid else None


class Invitation(models.Model):
    """Leave to join, with roles; its link is made from the site's secret key and kept nowhere."""

    roles = models.JSONField()
    name = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    most_uses = models.PositiveIntegerField(default=1)
    taken = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="invitations_made")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    roster = models.ForeignKey(Roster, null=True, on_delete=models.SET_NULL, related_name="invitations")
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    taken_by = models.ManyToManyField(User, through="Joining", related_name="invitations_taken")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken__lte=F("most_uses")), name="no_more_join_than_an_invitation_allows"
            ),
        ]

    def __str__(self) -> str:
        return self.email or self.name or f"invitation {self.pk}"

    @property
    def token(self) -> str:
        """The secret in its link."""
        return tokens.make(SCOPE, self.uid)

    @property
    def why_closed(self) -> str:
        """Why it lets nobody in any more; nothing while it does."""
        if self.revoked_at:
            return "taken back"
        if self.taken >= self.most_uses:
            return "used"
        return "run out" if self.expires_at <= timezone.now() else ""


class Joining(models.Model):
    """One person who came in by one invitation."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE)
    person = models.ForeignKey(User, on_delete=models.CASCADE)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["invitation", "person"], name="one_joins_by_an_invitation_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} by {self.invitation_id}"
