"""Two tabs, the same moment."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError
from django.db.models import QuerySet
from django.utils import timezone

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.lib.verdicts import Refused
from askwell.meet import services
from askwell.meet.models import Booking, Conversation, ConversationStatus
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


def test_trap_7_the_database_itself_refuses_two_bookings_that_share_a_minute(
    seeker: User, agreed: Conversation, add: Callable[[str], Contact]
) -> None:
    other = services.plan(add("Dr. Chidi Okafor"), by=seeker)
    book(agreed, seeker, TUESDAY, minutes=60)
    clashing = {"starts_at": TUESDAY + timedelta(minutes=59), "ends_at": TUESDAY + timedelta(minutes=90)}

    with pytest.raises(IntegrityError):
        Booking.objects.create(person=seeker, conversation=other, **clashing)
    with pytest.raises(IntegrityError):
        _later(other, seeker).update(**clashing)


def _later(conversation: Conversation, person: User) -> QuerySet[Booking]:
    hours = {"starts_at": TUESDAY + timedelta(hours=3), "ends_at": TUESDAY + timedelta(hours=4)}
    made = Booking.objects.create(person=person, conversation=conversation, **hours)
    return Booking.objects.filter(pk=made.pk)


def test_one_booking_may_begin_the_moment_another_ends(
    seeker: User, agreed: Conversation, add: Callable[[str], Contact]
) -> None:
    other = services.plan(add("Dr. Chidi Okafor"), by=seeker)

    book(agreed, seeker, TUESDAY, minutes=30)
    book(other, seeker, TUESDAY + timedelta(minutes=30), minutes=30)

    assert seeker.bookings.count() == 2


def test_trap_10_a_host_whom_two_seekers_reach_for_at_one_time_is_booked_once(
    seeker: User, stranger: User, host: User
) -> None:
    talks = [_with_host(one, host) for one in (seeker, stranger)]

    reasons = at_once(*(lambda talk=talk: book(talk, talk.seeker, TUESDAY) for talk in talks))

    assert sorted(map(bool, reasons)) == [False, True]
    assert host.bookings.count() == 1
    assert Conversation.objects.filter(status=ConversationStatus.BOOKED).count() == 1


def _with_host(seeker: User, host: User) -> Conversation:
    contact = Contact.objects.create(seeker=seeker, name=host.name, account=host)
    return services.plan(contact, by=seeker)


def test_who_is_too_late_hears_nothing_of_whom_the_host_talks_with(
    seeker: User, stranger: User, host: User
) -> None:
    book(_with_host(stranger, host), stranger, TUESDAY)

    with pytest.raises(Refused) as refusal:
        book(_with_host(seeker, host), seeker, TUESDAY)

    assert refusal.value.reason == "That time is taken. Pick another one."


def test_calling_it_off_gives_everybody_their_time_back(seeker: User, host: User) -> None:
    talk = book(_with_host(seeker, host), seeker, TUESDAY)

    services.call_off(talk, by=seeker)

    assert not Booking.objects.exists()


def test_who_talked_earlier_than_planned_has_the_hour_back(seeker: User, host: User) -> None:
    talk = book(_with_host(seeker, host), seeker, timezone.now() + timedelta(days=3))

    services.hold(talk, by=seeker)

    assert not Booking.objects.exists()
