"""What earlier rooms set in motion here."""

from typing import Any

from django.dispatch import receiver

from askwell.accounts.models import User
from askwell.ask.models import InterviewRequest
from askwell.ask.signals import request_accepted
from askwell.meet import services


@receiver(request_accepted)
def plan_a_conversation(asked: InterviewRequest, by: User, **_: Any) -> None:
    """They said yes: there is a conversation to find a time for."""
    services.plan(asked.contact, request=asked, by=by)
