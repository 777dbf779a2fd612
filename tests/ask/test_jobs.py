"""What opens nothing any more goes."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.ask import jobs
from askwell.ask.models import AnswerLink, InterviewRequest, Quiet
from askwell.connect.models import Contact

pytestmark = pytest.mark.django_db


def test_links_to_answer_and_wishes_for_quiet_go_when_their_time_is_over(
    program: Settings, seeker: User
) -> None:
    now = timezone.now()
    for days in (1, 9):
        contact = Contact.objects.create(seeker=seeker, name=f"Bo {days}")
        asked = InterviewRequest.objects.create(seeker=seeker, contact=contact, status="sent", sent_at=now)
        AnswerLink.objects.create(request=asked, expires_at=now + timedelta(days=days))
        Quiet.objects.create(digest=str(days), until=now + timedelta(days=days))
    with time_machine.travel(now + timedelta(days=5), tick=False):
        jobs.clear_away()

    assert AnswerLink.objects.get().request.contact.name == "Bo 9"
    assert Quiet.objects.get().digest == "9"
    assert InterviewRequest.objects.count() == 2
