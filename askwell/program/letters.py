"""Letters of a program to the people it invites."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskContext, task

from askwell.lib import post, zones
from askwell.lib.site import absolute
from askwell.program.models import Invitation


def link(invitation: Invitation) -> str:
    """The address to open."""
    return absolute(reverse("program:invited", args=[invitation.token]))


@task(takes_context=True)
def invitation(context: TaskContext, invitation_id: int) -> None:
    """Mail an invitation's link; nothing when it is closed meanwhile."""
    found = Invitation.objects.filter(pk=invitation_id).select_related("made_by").first()
    if found is None or found.why_closed or not found.email:
        return
    words = {"invitation": found, "link": link(found), "site": settings.SITE_NAME}
    # Where the invited live is not known yet; whoever invites them lives nearby, as a rule.
    zone = found.made_by.time_zone if found.made_by else ""
    with timezone.override(ZoneInfo(zone if zones.known(zone) else zones.FALLBACK)):
        body = render_to_string("program/letters/invitation.txt", words)
    post.send(
        post.Message(
            key=str(context.task_result.id),
            to=found.email,
            subject=f"An invitation to {settings.SITE_NAME}",
            body=body,
        )
    )
