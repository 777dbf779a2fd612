"""What earlier rooms set in motion here."""

from typing import Any

from django.conf import settings
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from askwell.accounts.models import User
from askwell.ask.models import InterviewRequest
from askwell.ask.signals import request_accepted
from askwell.meet import services
from askwell.meet.models import Conversation
from askwell.meet.own_calendar import leaving
from askwell.meet.own_calendar.models import OwnCalendar


@receiver(request_accepted)
def plan_a_conversation(asked: InterviewRequest, by: User, **_: Any) -> None:
    """They said yes: there is a conversation to find a time for."""
    services.plan(asked.contact, request=asked, by=by)


@receiver(pre_delete, sender=Conversation)
def take_it_out_of_calendars(instance: Conversation, **_: Any) -> None:
    """A conversation goes: it shall not stay in the other one's calendar."""
    if not settings.SOLO:
        leaving.forget(instance)


@receiver(pre_delete, sender=User)
def leave_their_calendar(instance: User, **_: Any) -> None:
    """An account goes: so do its password elsewhere and what lies ahead there."""
    for calendar in OwnCalendar.objects.filter(person=instance):
        leaving.leave(calendar)
