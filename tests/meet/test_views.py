"""The pages of conversations."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.accounts.models import User
from askwell.ask.models import InterviewRequest
from askwell.connect.models import Contact
from askwell.meet import services
from askwell.meet.models import Conversation, ConversationStatus
from tests.meet.conftest import book

Add = Callable[[str], Contact]
TUESDAY = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)
TYPED = {
    "day": "2026-11-24",
    "clock": "17:30",
    "minutes": "20",
    "place": "phone",
    "place_details": "555-0142",
}


@pytest.fixture
def client(client_of: Callable[[User], Client], seeker: User) -> Client:
    """The seeker's browser."""
    return client_of(seeker)


def at(name: str, conversation: Conversation) -> str:
    """The address of a page of this conversation."""
    return reverse(f"meet:{name}", args=[conversation.pk])


def test_an_empty_list_shows_one_step(client: Client) -> None:
    page = client.get("/meet/").content.decode()

    assert "Ask one person for twenty minutes" in page
    assert page.count('class="next') == 1


def test_the_list_asks_the_database_as_often_for_thirty_as_for_one(
    client: Client, seeker: User, add: Add
) -> None:
    def one_more(number: int) -> None:
        held = services.plan(add(f"Held {number}"), by=seeker)
        services.hold(held, by=seeker)
        later = services.plan(add(f"Later {number}"), by=seeker)
        book(later, seeker, TUESDAY + timedelta(hours=number))
        InterviewRequest.objects.create(
            seeker=seeker, contact=add(f"Asked {number}"), status="sent", sent_at=TUESDAY
        )

    one_more(0)
    client.get("/meet/")
    with CaptureQueriesContext(connection) as few:
        client.get("/meet/")
    for number in range(1, 30):
        one_more(number)
    with CaptureQueriesContext(connection) as many:
        client.get("/meet/")

    assert len(many) == len(few)


def test_the_list_says_where_everything_stands(
    client: Client, seeker: User, booked: Conversation, add: Add
) -> None:
    services.plan(add("Dr. Chidi Okafor"), by=seeker)
    InterviewRequest.objects.create(seeker=seeker, contact=add("Priya Raman"), status="sent", sent_at=TUESDAY)

    page = client.get("/meet/").content.decode()

    assert "Tuesday, November\u00a024, 5:30\u00a0PM Eastern" in page
    assert "Find a time" in page
    assert "Waiting for an answer" in page


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


def test_trap_5_the_page_names_date_time_zone_and_place(client: Client, booked: Conversation) -> None:
    page = client.get(at("conversation", booked)).content.decode()

    assert "Tuesday, November\u00a024, 5:30\u00a0PM Eastern" in page
    assert "https://meet.example/marcus" in page


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


def test_the_calendar_file_is_an_attachment_and_only_there_with_a_time(
    client: Client, seeker: User, agreed: Conversation
) -> None:
    before = client.get(at("ics", agreed))
    book(agreed, seeker, TUESDAY)
    after = client.get(at("ics", agreed))

    assert before.status_code == 404
    assert after["Content-Type"].startswith("text/calendar")
    assert "attachment" in after["Content-Disposition"]
    assert b"DTSTART:20261124T223000Z" in after.content


def test_pressing_twice_changes_nothing_more(client: Client, agreed: Conversation) -> None:
    for _ in range(2):
        client.post(at("time", agreed), TYPED)
        client.post(reverse("meet:plan", args=[agreed.contact_id]))
    for _ in range(2):
        response = client.post(at("call_off", agreed), {"whose": "you"}, follow=True)

    agreed.refresh_from_db()
    assert (agreed.status, agreed.sequence) == (ConversationStatus.CANCELED, 2)
    assert "no verdict on you" in response.content.decode()


def test_talk_after_all_takes_the_conversation_up_again(
    client: Client, seeker: User, booked: Conversation
) -> None:
    services.call_off(booked, whose="them", by=seeker)

    page = client.post(reverse("meet:plan", args=[booked.contact_id]), follow=True).content.decode()

    booked.refresh_from_db()
    assert booked.status == ConversationStatus.AGREED
    assert "Find a time" in page


@pytest.mark.parametrize("name", ["offer", "pick", "sure", "call_off"])
def test_trap_15_looking_changes_nothing(client: Client, booked: Conversation, name: str) -> None:
    assert client.get(at(name, booked)).status_code == 405


@pytest.mark.parametrize("name", ["conversation", "time", "ics"])
def test_strangers_find_nothing(
    client_of: Callable[[User], Client], stranger: User, booked: Conversation, name: str
) -> None:
    assert client_of(stranger).get(at(name, booked)).status_code == 404


@pytest.mark.parametrize("name", ["time", "offer", "pick", "sure", "call_off"])
def test_strangers_change_nothing(
    client_of: Callable[[User], Client], stranger: User, booked: Conversation, name: str
) -> None:
    assert (
        client_of(stranger).post(at(name, booked), TYPED | {"whose": "you", "sure": "3"}).status_code == 404
    )


def test_how_sure_one_feels_is_kept(client: Client, booked: Conversation) -> None:
    client.post(at("sure", booked), {"sure": "2"})
    client.post(at("sure", booked), {"sure": "9"})

    booked.refresh_from_db()
    assert booked.sure_before == 2


def test_the_open_step_follows_the_conversation(client: Client, seeker: User, agreed: Conversation) -> None:
    seen = [_heading(client, agreed)]
    book(agreed, seeker, TUESDAY)
    seen.append(_heading(client, agreed))
    services.begin(agreed, by=seeker)
    seen.append(_heading(client, agreed))

    assert seen == ["Find a time", "Read your brief once", "Talk with Marcus"]


def _heading(client: Client, conversation: Conversation) -> str:
    page = client.get(at("conversation", conversation)).content.decode()
    assert page.count('class="next"') == 1
    return page.partition('id="step">')[2].partition("<")[0]


def test_the_steps_stand_before_there_is_a_conversation() -> None:
    steps = render_to_string("_components/steps.html", {"current": "request"})

    assert "Request<span" in steps
    assert "<a" not in steps


def test_done_steps_are_links(seeker: User, booked: Conversation) -> None:
    services.hold(booked, by=seeker)
    booked.refresh_from_db()

    steps = render_to_string("_components/steps.html", {"conversation": booked, "current": "thanks"})

    assert steps.count('class="done"') == 4
    for address in (at("conversation", booked), reverse("learn:talk", args=[booked.pk])):
        assert f'href="{address}"' in steps


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


def test_a_link_with_a_line_break_puts_no_line_of_its_own_into_the_calendar_file(
    client: Client, booked: Conversation
) -> None:
    Conversation.objects.filter(pk=booked.pk).update(place_details="https://x.example\r\nATTACH:https://evil")

    response = client.get(at("ics", booked))

    assert response.status_code == 200
    assert b"\r\nATTACH" not in response.content
    assert b"\r\nURL" not in response.content
