"""What earlier rooms set in motion here."""

from typing import Any

from django.dispatch import receiver

from askwell.accounts.models import User
from askwell.decide import services
from askwell.explore.signals import path_considered


@receiver(path_considered)
def begin_with_what_matters(by: User, **_: Any) -> None:
    """With the first path there is something to weigh: the list to start from, ready for the first finding."""
    services.ensure_criteria(by, by=by)
