"""What earlier rooms set in motion here."""

from typing import Any

from django.dispatch import receiver

from askwell.accounts.models import User
from askwell.meet.models import Conversation
from askwell.meet.signals import conversation_planned
from askwell.prepare import services


@receiver(conversation_planned)
def choose_questions(conversation: Conversation, by: User, **_: Any) -> None:
    """There is somebody to talk to: choose what to ask."""
    services.choose_for(conversation, by=by)
