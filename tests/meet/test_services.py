"""Agreeing to talk, finding a time, talking, calling it off."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from askwell.accounts.models import User
from askwell.ask.models import InterviewRequest, RequestStatus
from askwell.ask.signals import request_accepted
from askwell.connect.models import Contact
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused
from askwell.meet import calendar, selectors, services
from askwell.meet.models import Conversation, ConversationStatus
from askwell.meet.signals import conversation_held
from tests.meet.conftest import NOW, book
from tests.meet.test_calendar import parsed

Add = Callable[[str], Contact]
TUESDAY = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)


def verbs(contact: Contact) -> list[str]:
    """What the timeline of this person tells, oldest first, about the conversation."""
    return [e.verb for e in Entry.objects.about_contact(contact.pk) if e.subject == "conversation"]


def test_agreeing_twice_makes_one_conversation(seeker: User, agreed: Conversation) -> None:
    again = services.plan(agreed.contact, by=seeker)

    assert again == agreed
    assert Conversation.objects.count() == 1


def test_the_database_holds_one_open_conversation_per_contact(seeker: User, agreed: Conversation) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Conversation.objects.create(seeker=seeker, contact=agreed.contact)


def test_a_request_that_is_accepted_becomes_a_conversation_once(seeker: User, add: Add) -> None:
    asked = InterviewRequest.objects.create(
        seeker=seeker, contact=add("Priya Raman"), minutes=30, status=RequestStatus.ACCEPTED
    )

    request_accepted.send(InterviewRequest, asked=asked, by=seeker)
    request_accepted.send(InterviewRequest, asked=asked, by=seeker)

    [made] = Conversation.objects.filter(contact=asked.contact)
    assert (made.request, made.minutes, made.status) == (asked, 30, ConversationStatus.AGREED)


def test_a_yes_after_an_agreement_joins_the_conversation_that_is_there(
    seeker: User, agreed: Conversation
) -> None:
    asked = InterviewRequest.objects.create(
        seeker=seeker, contact=agreed.contact, status=RequestStatus.ACCEPTED
    )

    found = services.plan(agreed.contact, request=asked, by=seeker)

    assert found == agreed
    assert found.request == asked


def test_after_a_talk_a_second_one_can_be_planned(seeker: User, booked: Conversation) -> None:
    services.hold(booked, by=seeker)

    second = services.plan(booked.contact, by=seeker)

    assert second != booked


def test_booking_twice_the_same_is_booking_once(seeker: User, booked: Conversation) -> None:
    again = book(booked, seeker, TUESDAY)

    assert again.sequence == 1
    assert verbs(booked.contact).count("ConversationBooked") == 1
    assert "ConversationMoved" not in verbs(booked.contact)


def test_a_time_in_the_past_is_refused(seeker: User, agreed: Conversation) -> None:
    with pytest.raises(Refused, match="That is in the past"):
        book(agreed, seeker, NOW - timedelta(minutes=1))


def test_a_slip_of_years_is_refused(seeker: User, agreed: Conversation) -> None:
    with pytest.raises(Refused, match="Check the year"):
        book(agreed, seeker, NOW + timedelta(days=800))


@pytest.mark.parametrize("minutes_later", [-59, -10, 0, 10, 19])
def test_trap_7_two_tabs_cannot_book_overlapping_talks(
    seeker: User, booked: Conversation, add: Add, minutes_later: int
) -> None:
    other = services.plan(add("Dr. Chidi Okafor"), by=seeker)

    with pytest.raises(Refused, match="You are talking with Marcus Bell then: Tuesday, November 24"):
        book(other, seeker, TUESDAY + timedelta(minutes=minutes_later), minutes=60)

    other.refresh_from_db()
    assert other.status == ConversationStatus.AGREED


@pytest.mark.parametrize("minutes_later", [-20, 20])
def test_talks_may_follow_each_other_without_a_pause(
    seeker: User, booked: Conversation, add: Add, minutes_later: int
) -> None:
    other = services.plan(add("Dr. Chidi Okafor"), by=seeker)

    book(other, seeker, TUESDAY + timedelta(minutes=minutes_later))

    assert Conversation.objects.filter(status=ConversationStatus.BOOKED).count() == 2


def test_another_seekers_talks_block_nothing(seeker: User, stranger: User, booked: Conversation) -> None:
    theirs = services.plan(Contact.objects.create(seeker=stranger, name="Lena Voss"), by=stranger)

    assert book(theirs, stranger, TUESDAY).status == ConversationStatus.BOOKED


def test_trap_9_an_offered_time_is_checked_again_when_it_is_chosen(
    seeker: User, agreed: Conversation, add: Add
) -> None:
    services.offer_times(agreed, starts=[TUESDAY, TUESDAY + timedelta(days=1)], by=seeker)
    book(services.plan(add("Dr. Chidi Okafor"), by=seeker), seeker, TUESDAY)

    first, second = agreed.offered_times.all()
    with pytest.raises(Refused, match="Okafor"):
        services.take_offered(first, time_zone="America/New_York", by=seeker)

    assert (
        services.take_offered(second, time_zone="America/New_York", by=seeker).starts_at == second.starts_at
    )


def test_offering_again_replaces_what_was_offered(seeker: User, agreed: Conversation) -> None:
    services.offer_times(agreed, starts=[TUESDAY, TUESDAY + timedelta(days=1)], by=seeker)

    later = [TUESDAY + timedelta(days=2), TUESDAY + timedelta(days=3), TUESDAY + timedelta(days=2)]
    services.offer_times(agreed, starts=later, by=seeker)
    services.offer_times(agreed, starts=later, by=seeker)

    assert [one.starts_at for one in agreed.offered_times.all()] == later[:2]
    assert verbs(agreed.contact).count("TimesOffered") == 2


def test_trap_12_one_uid_for_life_and_a_rising_sequence(seeker: User, booked: Conversation) -> None:
    files = []

    def keep_file(conversation: Conversation) -> None:
        entry = selectors.calendar_entry(conversation)
        assert entry
        event = parsed(calendar.file(entry, now=NOW))
        files.append((str(event["UID"]), int(event["SEQUENCE"]), str(event["STATUS"])))

    keep_file(booked)
    keep_file(book(booked, seeker, TUESDAY + timedelta(days=1)))
    keep_file(services.call_off(booked, whose="them", by=seeker))
    keep_file(book(services.plan(booked.contact, by=seeker), seeker, TUESDAY + timedelta(days=2)))

    assert {uid for uid, _, _ in files} == {f"{booked.uid}@askwell"}
    assert [number for _, number, _ in files] == [1, 2, 3, 4]
    assert [state for _, _, state in files] == ["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"]


def test_the_file_tells_nothing_private(seeker: User, booked: Conversation) -> None:
    Contact.objects.filter(pk=booked.contact_id).update(about="Owes my uncle money.", email="m@example.com")
    booked.reflection = "I am afraid of blood."
    booked.save()

    entry = selectors.calendar_entry(Conversation.objects.get(pk=booked.pk))

    assert entry
    raw = calendar.file(entry, now=NOW).decode()
    assert not any(word in raw for word in ("uncle", "example.com", "afraid"))
    assert "Nadia and Marcus Bell" in raw


def test_calling_off_twice_is_calling_off_once(seeker: User, booked: Conversation) -> None:
    services.call_off(booked, whose="you", by=seeker)
    again = services.call_off(booked, whose="you", by=seeker)

    assert (again.status, again.sequence) == (ConversationStatus.CANCELED, 2)
    assert verbs(booked.contact).count("ConversationCalledOff") == 1


def test_nothing_is_booked_once_it_is_called_off_or_held(seeker: User, booked: Conversation) -> None:
    services.call_off(booked, whose="you", by=seeker)

    with pytest.raises(Refused, match="called off"):
        book(booked, seeker, TUESDAY + timedelta(days=1))


def test_ending_a_talk_is_told_to_later_rooms_once(seeker: User, booked: Conversation) -> None:
    told: list[Any] = []

    def hear(conversation: Conversation, **_: Any) -> None:
        told.append(conversation)

    conversation_held.connect(hear)
    services.begin(booked, by=seeker)
    services.hold(booked, by=seeker)
    services.hold(booked, by=seeker)
    conversation_held.disconnect(hear)

    booked.refresh_from_db()
    assert told == [booked]
    assert (booked.status, booked.ended_at, booked.began_at) == (ConversationStatus.HELD, NOW, NOW)


def test_a_talk_without_an_agreed_time_can_be_held(seeker: User, agreed: Conversation) -> None:
    assert services.hold(agreed, by=seeker).status == ConversationStatus.HELD


def test_how_sure_one_feels_stays_out_of_the_journal(seeker: User, booked: Conversation) -> None:
    services.rate(booked, sure=2, by=seeker)
    services.hold(booked, by=seeker)
    services.rate(booked, sure=4, by=seeker)

    booked.refresh_from_db()
    noted = Entry.objects.filter(verb="SureNoted")
    assert (booked.sure_before, booked.sure_after) == (2, 4)
    assert [entry.facts for entry in noted] == [{}, {}]


@pytest.mark.parametrize("verb", ["begin", "hold", "call_off", "resume"])
def test_a_stranger_can_do_nothing(stranger: User, booked: Conversation, verb: str) -> None:
    with pytest.raises(Refused, match="somebody else"):
        getattr(services, verb)(booked, by=stranger)


def test_a_stranger_is_refused_even_what_would_change_nothing(
    seeker: User, stranger: User, booked: Conversation
) -> None:
    services.begin(booked, by=seeker)

    with pytest.raises(Refused, match="somebody else"):
        services.begin(booked, by=stranger)
    with pytest.raises(Refused, match="somebody else"):
        book(booked, stranger, datetime(2026, 11, 24, 22, 30, tzinfo=UTC))


def test_a_stranger_cannot_plan_with_my_contact(stranger: User, agreed: Conversation) -> None:
    with pytest.raises(Refused, match="somebody else"):
        services.plan(agreed.contact, by=stranger)
