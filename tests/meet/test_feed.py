"""A private address for one's own calendar."""

from typing import Any

import icalendar
import pytest
from django.test import Client
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.meet import selectors, services
from askwell.meet.models import CalendarFeed, Conversation
from tests.meet.conftest import book
from tests.meet.pages import TUESDAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(program: Settings, seeker: User) -> str:
    services.make_feed(seeker, by=seeker)
    return selectors.feed_address(seeker).removeprefix("https://ask.example.edu")


def events(address: str) -> list[Any]:
    answer = Client().get(address)
    assert answer.status_code == 200
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_a_calendar_program_finds_every_conversation_without_signing_in(
    address: str, booked: Conversation
) -> None:
    [event] = events(address)

    assert event["DTSTART"].dt == booked.starts_at
    assert event["UID"] == f"{booked.uid}@askwell"


def test_what_was_called_off_is_marked_in_the_feed(address: str, booked: Conversation, seeker: User) -> None:
    services.call_off(booked, by=seeker)

    [event] = events(address)

    assert event["STATUS"] == "CANCELLED"
    assert event["SEQUENCE"] == 2


def test_a_feed_shows_nothing_of_anybody_else(address: str, stranger: User) -> None:
    other = services.plan(_contact_of(stranger), by=stranger)
    book(other, stranger, TUESDAY)

    assert events(address) == []


def _contact_of(person: User) -> Contact:
    return Contact.objects.create(seeker=person, name="Bo Lind")


def test_an_ended_or_replaced_address_opens_nothing(address: str, seeker: User) -> None:
    services.make_feed(seeker, by=seeker)
    assert Client().get(address).status_code == 404

    fresh = selectors.feed_address(seeker).removeprefix("https://ask.example.edu")
    services.end_feed(seeker, by=seeker)
    assert Client().get(fresh).status_code == 404


@pytest.mark.parametrize("token", ["x", "0" * 32, "6f1c7a523a0e4f6f9f0b0d1f6f0f3c11.guess"])
def test_a_guessed_address_opens_nothing(program: Settings, token: str) -> None:
    assert Client().get(f"/meet/feed/{token}.ics").status_code == 404


def test_the_address_is_made_shown_and_ended_on_ones_own_page(
    program: Settings, client: Client, seeker: User
) -> None:
    assert "There is no address yet" in client.get("/meet/calendar").content.decode()

    client.post("/meet/calendar", {"do": "new"})
    assert selectors.feed_address(seeker) in client.get("/meet/calendar").content.decode()

    client.post("/meet/calendar", {"do": "end"})
    assert not CalendarFeed.objects.exists()


def test_a_machine_of_ones_own_has_no_such_page(client: Client) -> None:
    assert client.get("/meet/calendar").status_code == 404
