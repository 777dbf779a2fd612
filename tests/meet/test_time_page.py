"""Agreeing on a time: typed in, offered, picked."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.meet import services
from askwell.meet.models import Conversation, ConversationStatus
from tests.meet.pages import TUESDAY, TYPED, at

Add = Callable[[str], Contact]


def test_a_time_is_read_in_the_readers_zone(client: Client, agreed: Conversation) -> None:
    response = client.post(at("time", agreed), TYPED, follow=True)

    agreed.refresh_from_db()
    assert (agreed.starts_at, agreed.time_zone, agreed.place) == (TUESDAY, "America/New_York", "phone")
    assert "Tuesday, November\u00a024, 5:30\u00a0PM Eastern" in response.content.decode()


def test_a_time_is_read_in_the_zone_the_page_named_though_the_reader_moved(
    client: Client, agreed: Conversation
) -> None:
    client.post(at("time", agreed), TYPED | {"zone": "America/Los_Angeles"})

    agreed.refresh_from_db()
    assert agreed.starts_at == TUESDAY + timedelta(hours=3)


def test_trap_1_a_talk_past_a_clock_change_keeps_its_wall_time(client: Client, agreed: Conversation) -> None:
    for day, utc_hour in (("2027-03-12", 22), ("2027-03-16", 21)):
        client.post(at("time", agreed), TYPED | {"day": day})

        agreed.refresh_from_db()
        assert agreed.starts_at
        assert agreed.starts_at.hour == utc_hour
        assert "5:30\u00a0PM Eastern" in client.get(at("conversation", agreed)).content.decode()
        assert 'value="17:30"' in client.get(at("time", agreed)).content.decode()


def test_trap_2_times_offered_across_a_clock_change_are_taken_as_shown(
    client: Client, agreed: Conversation
) -> None:
    offered = {"day_1": "2027-03-12", "clock_1": "17:30", "day_2": "2027-03-16", "clock_2": "17:30"}
    page = client.post(at("offer", agreed), offered, follow=True).content.decode()
    last = agreed.offered_times.last()
    assert last

    client.post(at("pick", agreed), {"offered": last.pk})

    agreed.refresh_from_db()
    assert "Tuesday, March\u00a016, 2027, 5:30\u00a0PM Eastern" in page
    assert agreed.starts_at == last.starts_at == datetime(2027, 3, 16, 21, 30, tzinfo=UTC)


def test_trap_5_a_zone_nobody_told_is_asked_for_not_silently_utc(
    client: Client, seeker: User, agreed: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeker.time_zone = ""
    seeker.save()
    monkeypatch.setattr("askwell.lib.zones.of_this_machine", lambda: "UTC")

    silent = client.get(at("time", agreed)).content.decode()
    client.cookies["zone"] = "Asia%2FKolkata"
    told = client.get(at("time", agreed)).content.decode()

    assert "could not tell where you are" in silent
    assert "Kolkata time, UTC+05:30" in told


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"day": "2026-11-21"}, "That is in the past."),
        ({"day": "2027-03-14", "clock": "02:30"}, "3:30 AM does."),
        ({"day": "9999-12-31"}, "Check the year."),
        ({"day": "2036-11-24"}, "Check the year."),
        ({"day": "next Tuesday"}, "Give a date like"),
        ({"clock": "half past five"}, "Give a time like"),
        ({"minutes": "500"}, "Select a valid choice"),
        ({"place_details": "x" * 301}, "at most 300"),
    ],
)
def test_a_time_that_cannot_be_is_said_at_its_field_and_nothing_typed_is_lost(
    client: Client, agreed: Conversation, typed: dict[str, str], says: str
) -> None:
    response = client.post(at("time", agreed), TYPED | {"place_details": "Ask for Marcus"} | typed)

    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert typed.get("place_details", "Ask for Marcus") in page
    assert Conversation.objects.get(pk=agreed.pk).status == ConversationStatus.AGREED


def test_a_time_that_comes_twice_is_taken_as_the_first_and_said(client: Client, agreed: Conversation) -> None:
    page = client.post(at("time", agreed), TYPED | {"day": "2027-11-07", "clock": "01:30"}, follow=True)

    agreed.refresh_from_db()
    assert agreed.starts_at == datetime(2027, 11, 7, 5, 30, tzinfo=UTC)
    assert "that time comes twice" in page.content.decode()


@pytest.mark.parametrize(
    ("offered", "says"),
    [
        ({}, "Which day?"),
        ({"day_1": "2026-11-24", "clock_1": "17:30"}, "Which day?"),
        ({"day_1": "2026-11-24"}, "What time?"),
        ({"clock_3": "17:30"}, "Which day?"),
        (
            {"day_1": "2026-11-24", "clock_1": "17:30", "day_2": "2026-11-24", "clock_2": "17:30"},
            "This time is there twice.",
        ),
        (
            {"day_1": "2026-11-20", "clock_1": "17:30", "day_2": "2026-11-24", "clock_2": "17:30"},
            "That is in the past.",
        ),
    ],
)
def test_an_offer_that_gives_no_choice_is_said(
    client: Client, agreed: Conversation, offered: dict[str, str], says: str
) -> None:
    response = client.post(at("offer", agreed), offered)

    assert response.status_code == 422
    assert says in response.content.decode()
    assert not agreed.offered_times.exists()


def test_a_clash_names_the_other_person(client: Client, seeker: User, booked: Conversation, add: Add) -> None:
    other = services.plan(add("Dr. Chidi Okafor"), by=seeker)

    response = client.post(at("time", other), TYPED | {"clock": "17:40"})

    assert response.status_code == 422
    assert "You are talking with Marcus Bell then" in response.content.decode()


@pytest.mark.parametrize("zone", ["x" * 100, "a\0b", "Mars/Olympus", ""])
def test_a_zone_that_is_none_counts_as_the_readers(client: Client, agreed: Conversation, zone: str) -> None:
    typed = {"day": "2026-11-24", "clock": "17:30", "minutes": "20", "place": "phone", "zone": zone}

    client.post(at("time", agreed), typed)

    agreed.refresh_from_db()
    assert agreed.starts_at == datetime(2026, 11, 24, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize("number", ["9" * 5000, "٣", "-1", "", "a\0"])
def test_a_pick_that_names_no_offered_time_finds_nothing(
    client: Client, agreed: Conversation, number: str
) -> None:
    assert client.post(at("pick", agreed), {"offered": number}).status_code == 404
