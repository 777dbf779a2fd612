"""What happens elsewhere and frees seats here."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from askwell.accounts.models import User
from askwell.gather import services


@receiver(pre_delete, sender=User)
def free_their_seats(instance: User, **_: Any) -> None:
    """An account goes: its seats are for others, and no number counts them any more."""
    services.leave_all(instance, by=instance)
