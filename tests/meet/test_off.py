"""When it does not take place: missed, or called off late; neither is held against anybody."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.desk.journey_file.putting import put
from askwell.desk.journey_file.reading import read
from askwell.desk.journey_file.writing import as_text, write
from askwell.explore import services as explore
from askwell.explore.models import Occupation
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused
from askwell.meet import selectors, services
from askwell.meet.models import Booking, Conversation, ConversationStatus
from tests.meet.pages import TUESDAY, at

pytestmark = pytest.mark.django_db
AFTER = TUESDAY + timedelta(hours=1)


def fresh(talk: Conversation) -> Conversation:
    return Conversation.objects.get(pk=talk.pk)


@pytest.mark.parametrize(("who", "words"), [("them", "They did not come."), ("you", "You missed it.")])
def test_a_talk_that_was_missed_says_so_kindly_and_leads_to_another_time(
    client: Client, booked: Conversation, who: str, words: str
) -> None:
    with time_machine.travel(AFTER, tick=False):
        assert "They did not come" in client.get(at("conversation", booked)).content.decode()
        client.post(at("missed", booked), {"who": who})

        page = client.get(at("conversation", booked)).content.decode()
        assert words in page
        assert "Find another time" in page
        assert "Did not take place" in client.get("/meet/").content.decode()
        client.post(f"/meet/plan/{booked.contact_id}")

    talk = fresh(booked)
    assert (talk.status, talk.starts_at, talk.called_off_by) == (ConversationStatus.AGREED, None, "")


def test_nothing_can_be_missed_before_it_is_over(client: Client, seeker: User, booked: Conversation) -> None:
    assert at("missed", booked) not in client.get(at("conversation", booked)).content.decode()
    with pytest.raises(Refused, match="not over yet"):
        services.miss(booked, who="them", by=seeker)


def test_a_missed_talk_gives_its_time_back_is_noted_once_and_reminds_nobody(
    seeker: User, booked: Conversation
) -> None:
    with time_machine.travel(AFTER, tick=False):
        services.miss(booked, who="them", by=seeker)
        services.miss(booked, who="you", by=seeker)

    assert not Booking.objects.exists()
    assert Entry.objects.filter(verb="ConversationMissed").count() == 1
    assert fresh(booked).called_off_by == "them"
    entry = selectors.calendar_entry(fresh(booked))
    assert entry is not None
    assert entry.canceled


def test_a_missed_talk_cannot_be_ended_or_noted_until_a_time_is_found_again(
    client: Client, seeker: User, booked: Conversation
) -> None:
    with time_machine.travel(AFTER, tick=False):
        services.miss(booked, who="them", by=seeker)

    with pytest.raises(Refused, match="did not take place"):
        services.hold(booked, by=seeker)
    assert "did not take place" in client.get(f"/learn/{booked.pk}").content.decode()


def test_calling_off_less_than_a_day_before_is_noted_without_shame(
    client: Client, seeker: User, booked: Conversation
) -> None:
    with time_machine.travel(TUESDAY - timedelta(hours=23), tick=False):
        services.call_off(booked, whose="you", by=seeker)

    assert Entry.objects.filter(says="The conversation was called off at short notice").exists()
    assert "Better late than not at all" in client.get(at("conversation", booked)).content.decode()


def test_calling_off_in_good_time_is_not_called_late(
    client: Client, seeker: User, booked: Conversation
) -> None:
    services.call_off(booked, whose="you", by=seeker)

    assert not fresh(booked).was_late
    assert "less than a day" not in client.get(at("conversation", booked)).content.decode()


def test_a_missed_talk_travels_in_the_journeys_file(
    seeker: User, stranger: User, booked: Conversation
) -> None:
    with time_machine.travel(AFTER, tick=False):
        services.miss(booked, who="them", by=seeker)

    put(read(as_text(write(seeker))), stranger)

    copy = Conversation.objects.get(seeker=stranger)
    assert (copy.status, copy.called_off_by) == (ConversationStatus.MISSED, "them")
    assert copy.called_off_at == fresh(booked).called_off_at


def test_a_video_room_is_made_where_the_operator_wishes_it(
    client: Client, settings: Settings, seeker: User, agreed: Conversation
) -> None:
    settings.VIDEO_LINK = "https://meet.jit.si/{room}"
    terms = {"minutes": 20, "time_zone": "UTC", "place": "video", "place_details": ""}

    first = services.book(agreed, starts_at=TUESDAY, by=seeker, **terms)  # type: ignore[arg-type]
    again = services.book(agreed, starts_at=TUESDAY, by=seeker, **terms)  # type: ignore[arg-type]
    moved = services.book(agreed, starts_at=AFTER, by=seeker, **terms)  # type: ignore[arg-type]

    assert first.place_details.startswith("https://meet.jit.si/askwell-")
    assert len(first.place_details) > 45
    assert first.place_details == again.place_details == moved.place_details
    assert again.sequence == first.sequence
    typed = services.book(agreed, starts_at=AFTER, by=seeker, **terms | {"place_details": "Zoom"})  # type: ignore[arg-type]
    assert typed.place_details == "Zoom"
    phone = services.book(agreed, starts_at=AFTER, by=seeker, **terms | {"place": "phone"})  # type: ignore[arg-type]
    assert phone.place_details == ""


def test_no_video_room_is_made_by_itself(seeker: User, agreed: Conversation) -> None:
    terms = {"minutes": 20, "time_zone": "UTC", "place": "video", "place_details": ""}

    assert services.book(agreed, starts_at=TUESDAY, by=seeker, **terms).place_details == ""  # type: ignore[arg-type]


def test_today_leads_back_to_what_was_missed_for_two_weeks(
    client: Client, seeker: User, booked: Conversation
) -> None:
    explore.consider(Occupation.objects.get(soc="19-4042"), by=seeker)

    with time_machine.travel(AFTER, tick=False):
        services.miss(booked, who="them", by=seeker)
        assert "Find another time with Marcus" in client.get("/").content.decode()

    with time_machine.travel(AFTER + timedelta(days=15), tick=False):
        assert "Find another time with Marcus" not in client.get("/").content.decode()
