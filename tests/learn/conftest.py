"""A conversation to learn from."""

from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.accounts.models import User
from askwell.connect import services as connect
from askwell.explore import services as explore
from askwell.explore.models import Occupation, Path
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.prepare.models import Question

ASKED = (
    ("What fills most of a week here?", "field"),
    ("What did you have to learn on the job?", "requirements"),
    ("What do the hours do to your evenings?", "terms"),
    ("Who else should I talk to?", "people"),
)


@pytest.fixture
def path(seeker: User) -> Path:
    """A path that the seeker weighs."""
    return explore.consider(Occupation.objects.get(soc="19-4042"), by=seeker)


@pytest.fixture
def talk(seeker: User, path: Path) -> Conversation:
    """A booked conversation with four questions in its brief."""
    contact = connect.add_contact(seeker, name="Ilse Marten", role="water chemist", paths=[path], by=seeker)
    planned = meet.plan(contact, by=seeker)
    meet.book(
        planned,
        starts_at=timezone.now() + timedelta(hours=1),
        minutes=20,
        time_zone="America/Chicago",
        place="video",
        place_details="",
        by=seeker,
    )
    planned.questions.all().delete()
    for position, (text, theme) in enumerate(ASKED):
        Question.objects.create(
            seeker=seeker, conversation=planned, text=text, theme=theme, position=position, path=path
        )
    return planned


@pytest.fixture
def held(talk: Conversation, seeker: User) -> Conversation:
    """The same, after the talk."""
    return meet.hold(talk, by=seeker)
