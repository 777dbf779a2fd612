"""Keeping a try."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import User
from askwell.journal.services import record
from askwell.meet.models import Conversation
from askwell.rehearse import events, policies
from askwell.rehearse.models import Rehearsal

SAME_TRY = timedelta(seconds=10)
"""Two of the same within so short a time are one try and a double click."""


@transaction.atomic
def keep(
    seeker: User, *, conversation: Conversation | None, seconds: int | None, sure: int | None, by: User
) -> Rehearsal:
    """Keep one try: how long it took, and how sure it left the seeker (1 to 5), where they say so."""
    User.objects.select_for_update().get(pk=seeker.pk)
    policies.may_rehearse(by, conversation).enforce()
    just_now = Rehearsal.objects.visible_to(seeker).filter(at__gt=timezone.now() - SAME_TRY)
    same = just_now.filter(conversation=conversation, seconds=seconds, sure=sure).first()
    if same:
        return same
    kept = Rehearsal.objects.create(seeker=seeker, conversation=conversation, seconds=seconds, sure=sure)
    record(events.OpeningSaid.of(kept), by=by)
    return kept
