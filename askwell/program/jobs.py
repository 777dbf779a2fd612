"""What the clock starts: invitations and rosters are forgotten some time after they came to an end."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from askwell.program.models import UNDO_WITHIN, Invitation, Roster


@transaction.atomic
def clear_away() -> None:
    """Invitations whose time ended long ago go with the names in them, and rosters of which nothing is left."""
    before = timezone.now() - timedelta(days=settings.KEEP_DAYS)
    ended = Invitation.objects.alias(ended_at=Coalesce("revoked_at", "expires_at"))
    ended.filter(ended_at__lt=before).delete()
    Roster.objects.filter(invitations=None, taken_at__lt=before - UNDO_WITHIN).delete()
