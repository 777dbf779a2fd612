"""Several tabs, the same moment."""

import pytest

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.explore.models import Path
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.prepare import services
from askwell.prepare.models import Question
from tests.at_once import at_once


@pytest.mark.django_db(transaction=True)
def test_a_brief_changed_in_several_tabs_at_once_stays_in_order(seeker: User, planned: Conversation) -> None:
    for number in range(3):
        first, second, third = planned.questions.order_by("position")[:3]

        reasons = at_once(
            lambda first=first: services.drop(first, by=seeker),  # type: ignore[misc]
            lambda second=second: services.reorder(second, up=False, by=seeker),  # type: ignore[misc]
            lambda third=third: services.reorder(third, up=True, by=seeker),  # type: ignore[misc]
            lambda number=number: services.plan_question(  # type: ignore[misc]
                seeker, text=f"What of {number}?", theme="field", conversation=planned, by=seeker
            ),
        )

        assert reasons == ["", "", "", ""]
        places = [question.position for question in planned.questions.order_by("position")]
        assert places == list(range(1, len(places) + 1))


@pytest.mark.django_db(transaction=True)
def test_of_two_briefs_made_at_once_one_takes_a_question_that_waits(
    seeker: User, marcus: Contact, nursing: Path
) -> None:
    priya = Contact.objects.create(seeker=seeker, name="Priya Raman")
    priya.paths.add(nursing)
    for number in range(3):
        waiting = services.plan_question(
            seeker, text=f"What of {number}?", theme="field", path=nursing, by=seeker
        )

        at_once(*[lambda who=who: meet.plan(who, by=seeker) for who in (marcus, priya)])

        waiting.refresh_from_db()
        talks = Conversation.objects.all()
        briefs = {talk.pk: [one.position for one in talk.questions.all()] for talk in talks}
        assert waiting.conversation_id in briefs
        assert all(places == list(range(1, len(places) + 1)) for places in briefs.values())
        Question.objects.all().delete()
        talks.delete()
