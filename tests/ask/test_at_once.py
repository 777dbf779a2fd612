"""Typing in one tab, sending in the other."""

import pytest

from askwell.accounts.models import User
from askwell.ask import services
from askwell.ask.models import InterviewRequest, Letter
from askwell.connect import services as connect
from askwell.journal.models import Entry
from tests.ask.test_services import GOOD
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_letter_sent_while_its_draft_is_still_being_kept_leaves_once(seeker: User) -> None:
    for number in range(4):
        priya = connect.add_contact(seeker, name=f"Priya Raman {number}", by=seeker)
        letter = services.draft_request(priya, subject="Hello", body=GOOD, minutes=20, by=seeker)

        late, *left = at_once(
            lambda priya=priya: services.draft_request(  # type: ignore[misc]
                priya, subject="Hello again", body=GOOD, minutes=30, by=seeker
            ),
            lambda letter=letter: services.send_letter(letter, channel="copy", by=seeker),  # type: ignore[misc]
            lambda letter=letter: services.send_letter(letter, channel="copy", by=seeker),  # type: ignore[misc]
        )

        assert left == ["", ""]
        assert late == "" or "already" in late
        assert InterviewRequest.objects.filter(contact=priya).count() == 1
        assert Letter.objects.filter(contact=priya).count() == 1
        assert Entry.objects.filter(contact_id=priya.pk, verb="RequestSent").count() == 1
