"""What a program keeps of a person is theirs to take along, whatever their role, and goes with them."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.desk import journey_file, services
from askwell.desk.journey_file.tables import TABLES
from askwell.gather import services as gather
from askwell.gather.models import Seat
from askwell.meet.availability.models import Availability, CalendarSource, DayException, WeeklyHours
from askwell.meet.models import CalendarFeed, Conversation
from askwell.program import services as program_services
from tests.gather.conftest import Plan, details, guest, opened

__all__ = ["opened"]
pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
TOLD = {
    "accounts.Role", "account.EmailAddress", "gather.Gathering", "gather.Seat", "meet.Availability",
    "meet.CalendarFeed", "meet.OwnCalendar", "mfa.Authenticator", "program.Invitation", "program.Roster",
    "socialaccount.SocialAccount", "usersessions.UserSession",
}  # fmt: skip
TOLD_ELSEWHERE = {
    "accounts.User",  # the worked example, which is nobody's data
    "accounts.SignInToken",  # solo: a secret, which opens once
    "meet.Booking",  # the times of conversations and talks
    "program.Joining",  # which roles the account has
}


def kept(client: Client) -> dict[str, Any]:
    """The file's part beside the journey."""
    return dict(json.loads(client.get("/your-data/export?form=json").content)["program"])


def test_every_row_that_names_a_person_is_told_or_left_out_for_a_reason() -> None:
    journey = {table.model._meta.label for table in TABLES}
    named = {
        model._meta.label
        for model in apps.get_models()
        if any(
            field.related_model == apps.get_model(settings.AUTH_USER_MODEL) for field in model._meta.fields
        )
    }

    assert named - journey == TOLD | TOLD_ELSEWHERE


def test_a_seekers_seats_and_answers_are_in_their_file(
    opened: Plan, seeker: User, stranger: User, client_of: SignIn
) -> None:
    gathering = opened(question="What would you ask?")
    gather.take_seat(gathering, by=seeker, answer="What do you eat at four?")
    gather.take_seat(gathering, by=stranger, answer="Is it lonely?")

    (seat,) = kept(client_of(seeker))["seats"]

    assert (seat["gathering"], seat["status"]) == ("A night shift, hour by hour", "Has a seat")
    assert seat["answer"] == "What do you eat at four?"
    assert seat["asked_at"].endswith("Z")
    for form in ("json", "html"):
        page = client_of(seeker).get(f"/your-data/export?form={form}").content.decode()
        assert "What do you eat at four?" in page
        assert "Is it lonely?" not in page


def test_a_file_with_a_programs_part_can_be_brought_in_and_that_part_stays_out(
    opened: Plan, seeker: User, stranger: User, client_of: SignIn
) -> None:
    gather.take_seat(opened(), by=seeker, answer="What do you eat at four?")
    text = client_of(seeker).get("/your-data/export?form=json").content.decode()

    services.bring_in(journey_file.read(text), stranger, by=stranger)

    assert not Seat.objects.filter(user=stranger).exists()


def offers_time(host: User) -> None:
    """Hours, a day off, a connected calendar and a feed."""
    offered = Availability.objects.create(person=host, time_zone="America/Chicago", most_per_week=3)
    WeeklyHours.objects.create(
        availability=offered, weekday=0, opens="09:00", closes="12:30", zone="America/Chicago"
    )
    DayException.objects.create(availability=offered, day="2026-12-24")
    CalendarSource.objects.create(
        availability=offered,
        name="Work",
        sealed_address="a-secret",
        user="hannah",
        sealed_password="a-secret",
    )
    CalendarFeed.objects.create(person=host)


@pytest.mark.usefixtures("program")
def test_a_hosts_hours_calendars_and_talks_are_in_their_file_without_a_secret(
    host: User, seeker: User, client_of: SignIn
) -> None:
    offers_time(host)
    contact = Contact.objects.create(seeker=seeker, name="Hannah", account=host, about="She is kind")
    Conversation.objects.create(
        seeker=seeker,
        contact=contact,
        status="booked",
        starts_at=timezone.now() + timedelta(days=3),
        reflection="I am not sure",
    )
    client = client_of(host)

    said = kept(client)

    assert said["rules"][0]["most_per_week"] == 3
    assert said["hours"] == [
        {"weekday": "Monday", "opens": "09:00:00", "closes": "12:30:00", "zone": "America/Chicago",
         "since": None, "until": None},
    ]  # fmt: skip
    assert said["other_days"][0]["day"] == "2026-12-24"
    assert (said["calendars"][0]["name"], said["calendars"][0]["user"]) == ("Work", "hannah")
    assert (said["talks"][0]["with"], said["talks"][0]["status"]) == ("Nadia", "Booked")
    whole = json.dumps(said)
    for private in ("a-secret", str(host.calendar_feed.uid), "She is kind", "I am not sure"):
        assert private not in whole
    assert client.get("/your-data/export?form=pdf").content.startswith(b"%PDF")
    page = client.get("/your-data/export?form=html").content.decode()
    assert "What is kept of Hannah" in page
    assert "Calendars you connected" in page


@pytest.mark.usefixtures("program")
def test_a_coordinators_gatherings_and_invitations_are_in_their_file(
    coordinator: User, counselor: User, client_of: SignIn
) -> None:
    gather.plan(by=coordinator, **details(title="Mine"))
    gather.plan(by=counselor, **details(title="Not mine"))
    program_services.invite(email="ada@example.org", name="Ada", roles=["host"], by=coordinator)

    said = kept(client_of(coordinator))

    assert [one["title"] for one in said["gatherings"]] == ["Mine"]
    assert said["invitations"][0]["email"] == "ada@example.org"
    assert said["account"][0]["roles"] == ["coordinator"]
    assert "You planned a gathering" in [act["says"] for act in said["acts"]]


@pytest.mark.usefixtures("program")
def test_everybody_finds_the_way_to_their_data(host: User, client_of: SignIn) -> None:
    page = client_of(host).get("/your-data").content.decode()

    assert "form=json" in page
    assert "Everything this program keeps of you" in page
    assert "Bring a journey in" not in page


def test_solo_has_a_journey_and_no_part_beside_it(seeker: User, client_of: SignIn) -> None:
    client = client_of(seeker)

    assert "program" not in json.loads(client.get("/your-data/export?form=json").content)
    assert "this program" not in client.get("/your-data").content.decode()


def test_the_worked_example_takes_nothing_of_its_reader_along(
    program: Settings, seeker: User, client_of: SignIn
) -> None:
    client = client_of(seeker)
    client.post("/example/open")

    said = json.loads(client.get("/your-data/export?form=json").content)

    assert said["seeker"]["name"] == "Maya Lindqvist"
    assert "program" not in said


def test_whoever_deletes_their_account_is_gone_from_every_gathering(
    opened: Plan, seeker: User, stranger: User, client_of: SignIn
) -> None:
    User.objects.filter(pk=seeker.pk).update(email="Nadia@home.example")
    public = {"audience": "anyone", "without_account": True, "question": "What would you ask?"}
    first, second = opened(**public), opened(**public, seats=1)
    gather.take_seat(first, by=seeker, answer="What do you eat at four?")
    gather.confirm(guest(second, "nadia@home.example"))
    waiting = gather.take_seat(second, by=stranger)

    services.delete_account(User.objects.get(pk=seeker.pk), by=seeker)

    assert [seat.user for seat in Seat.objects.all()] == [stranger]
    waiting.refresh_from_db()
    assert waiting.status == "offered"
    assert not UserSession.objects.filter(user_id=seeker.pk).exists()
