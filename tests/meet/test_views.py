"""The pages of conversations."""

from collections.abc import Callable
from datetime import timedelta

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
from tests.meet.pages import TUESDAY, TYPED, at

Add = Callable[[str], Contact]


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


def test_trap_5_the_page_names_date_time_zone_and_place(client: Client, booked: Conversation) -> None:
    page = client.get(at("conversation", booked)).content.decode()

    assert "Tuesday, November\u00a024, 5:30\u00a0PM Eastern" in page
    assert "https://meet.example/marcus" in page


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


def test_a_link_with_a_line_break_puts_no_line_of_its_own_into_the_calendar_file(
    client: Client, booked: Conversation
) -> None:
    Conversation.objects.filter(pk=booked.pk).update(place_details="https://x.example\r\nATTACH:https://evil")

    response = client.get(at("ics", booked))

    assert response.status_code == 200
    assert b"\r\nATTACH" not in response.content
    assert b"\r\nURL" not in response.content
