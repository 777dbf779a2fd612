"""What earlier rooms set in motion here."""

from typing import Any

from django.dispatch import receiver

from askwell.accounts.models import User
from askwell.ask.models import Letter
from askwell.ask.signals import letter_left
from askwell.keep import services
from askwell.meet.models import Conversation
from askwell.meet.signals import conversation_held


@receiver(conversation_held)
def thanks_become_due(sender: object, *, conversation: Conversation, by: User, **rest: Any) -> None:
    """After a talk, thanks are due."""
    services.owe_thanks(conversation, by=by)


@receiver(letter_left)
def thanks_are_said(sender: object, *, letter: Letter, by: User, **rest: Any) -> None:
    """A thank-you that left is a thank-you said."""
    services.settle(letter, by=by)
