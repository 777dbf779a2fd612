"""Two tabs, the same moment."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.meet import services
from askwell.meet.models import Conversation, ConversationStatus
from tests.at_once import at_once
from tests.meet.conftest import book

TUESDAY = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)

pytestmark = pytest.mark.django_db(transaction=True)


def test_trap_7_of_two_bookings_for_one_hour_made_in_the_same_moment_one_stands(
    seeker: User, agreed: Conversation, add: Callable[[str], Contact]
) -> None:
    other = services.plan(add("Dr. Chidi Okafor"), by=seeker)

    reasons = at_once(
        lambda: book(agreed, seeker, TUESDAY, minutes=60),
        lambda: book(other, seeker, TUESDAY + timedelta(minutes=10)),
    )

    assert sorted(map(bool, reasons)) == [False, True]
    assert Conversation.objects.filter(status=ConversationStatus.BOOKED).count() == 1


def test_choosing_an_offered_time_and_typing_one_in_do_not_wait_for_each_other(
    seeker: User, agreed: Conversation
) -> None:
    services.offer_times(agreed, starts=[TUESDAY, TUESDAY + timedelta(days=1)], by=seeker)
    offered = agreed.offered_times.all()[0]

    for days in range(2, 6):
        reasons = at_once(
            lambda: services.take_offered(offered, time_zone="UTC", by=seeker),
            lambda days=days: book(agreed, seeker, TUESDAY + timedelta(days=days)),  # type: ignore[misc]
        )
        assert reasons == ["", ""]


def test_two_tabs_that_agree_to_talk_plan_one_conversation(
    seeker: User, add: Callable[[str], Contact]
) -> None:
    contact = add("Priya Raman")

    reasons = at_once(*[lambda: services.plan(contact, by=seeker)] * 3)

    assert reasons == ["", "", ""]
    assert Conversation.objects.filter(contact=contact).count() == 1
