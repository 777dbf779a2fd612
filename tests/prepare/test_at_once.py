"""Two tabs on one brief."""

import pytest

from askwell.accounts.models import User
from askwell.meet.models import Conversation
from askwell.prepare import services
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
