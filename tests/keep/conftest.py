"""A conversation that is over."""

import pytest

from askwell.accounts.models import User
from askwell.connect import services as connect
from askwell.explore import services as explore
from askwell.explore.models import Occupation
from askwell.learn import services as learn
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.prepare.models import Question


@pytest.fixture
def held(seeker: User) -> Conversation:
    """Held, with a note on the work and one on whom to ask next."""
    path = explore.consider(Occupation.objects.get(soc="19-4042"), by=seeker)
    contact = connect.add_contact(
        seeker, name="Ilse Marten", email="ilse@example.org", paths=[path], by=seeker
    )
    talk = meet.plan(contact, by=seeker)
    talk.questions.all().delete()
    said = {
        "What fills most of a week here?": "Half the week is outdoors, in any weather.",
        "Who else should I talk to?": "Talk to Sam Whitfield at the state health office and maybe Dr. Lee.",
    }
    for position, (text, note) in enumerate(said.items()):
        asked = Question.objects.create(
            seeker=seeker, conversation=talk, text=text, theme="people", position=position
        )
        learn.save_note(talk, question=asked, written=learn.Written(note, base_version=0), by=seeker)
    return meet.hold(talk, by=seeker)
