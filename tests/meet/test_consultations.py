"""A counselor's half hour: one list of times, one press, whoever is free."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from askwell.accounts.models import Role, RoleName, User
from askwell.connect.models import Contact
from askwell.lib.verdicts import Refused
from askwell.meet import services as meet
from askwell.meet.availability import services as hours
from askwell.meet.consultations import selectors, services
from askwell.meet.models import Booking, Conversation, ConversationStatus
from tests.at_once import at_once
from tests.meet.conftest import NOW, book

pytestmark = pytest.mark.django_db
PAGE = "/meet/consultation"
NINE = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
"""Tuesday at nine in New York."""


def open_up(person: User, *, until: int = 10) -> User:
    """Nine to ten in New York, on working days."""
    person.time_zone = "America/New_York"
    person.save()
    hours.add_hours(person, weekdays=range(5), span=(time(9), time(until)), by=person)
    return person


def another(name: str, role: RoleName = RoleName.COUNSELOR) -> User:
    user = User.objects.create(username=name.lower(), name=name, time_zone="America/New_York")
    Role.objects.create(user=user, name=role)
    return user


@pytest.fixture
def counselor(counselor: User, program: Settings) -> User:
    return open_up(counselor)


def take(seeker: User, at: datetime = NINE) -> Conversation:
    return services.take(seeker, at=at, time_zone="America/New_York", by=seeker)


def words(client: Client) -> str:
    return client.get("/meet/").content.decode().replace("\u00a0", " ")


def starts(seeker: User) -> list[datetime]:
    people = selectors.counselors(seeker)
    return list(selectors.pool(people, seeker, first=NOW, last=NOW + timedelta(days=3)))


def test_the_times_of_all_counselors_are_one_list_without_a_name(
    client: Client, counselor: User, seeker: User
) -> None:
    open_up(another("Carla"), until=11)

    page = client.get(PAGE).content.decode()

    assert starts(seeker).count(NINE) == 1
    assert len(starts(seeker)) == len(set(starts(seeker)))
    assert "9:00 AM" in page
    assert "10:30 AM" in page
    assert "Eastern" in page
    assert "Curtis" not in page
    assert "Carla" not in page


def test_a_press_books_half_an_hour_that_everything_else_hangs_on(
    client: Client, counselor: User, seeker: User
) -> None:
    answer = client.post(PAGE, {"at": NINE.isoformat()}, follow=True)

    talk = Conversation.objects.get()
    assert (talk.status, talk.starts_at, talk.minutes) == ("booked", NINE, 30)
    assert talk.contact.account == counselor
    assert talk.contact.email == ""
    assert talk.questions.exists()
    assert Booking.objects.filter(conversation=talk).count() == 2
    assert answer.redirect_chain[-1][0] == reverse("meet:conversation", args=[talk.pk])
    assert "with Curtis" in answer.content.decode()


def test_whoever_talked_least_lately_gets_it(counselor: User, seeker: User, stranger: User) -> None:
    carla = open_up(another("Carla"))

    first, second = take(seeker), take(stranger, NINE + timedelta(days=1))

    assert first.contact.account == counselor
    assert second.contact.account == carla


def test_the_contact_is_found_again(counselor: User, seeker: User) -> None:
    meet.call_off(take(seeker), by=seeker)

    take(seeker, NINE + timedelta(days=1))

    assert Contact.objects.count() == 1
    assert Conversation.objects.get().status == ConversationStatus.BOOKED


def test_the_same_press_twice_books_once(counselor: User, seeker: User) -> None:
    assert take(seeker) == take(seeker)
    assert Conversation.objects.count() == 1


def test_one_at_a_time_so_that_there_are_hours_for_everybody(
    client: Client, counselor: User, seeker: User
) -> None:
    take(seeker)

    with pytest.raises(Refused, match="You have a talk with Curtis open"):
        take(seeker, NINE + timedelta(days=1))
    page = client.get(PAGE).content.decode()
    assert "You have a talk with Curtis" in page
    assert 'name="at"' not in page


def test_a_time_that_nobody_has_is_refused_and_the_next_ones_are_shown(
    client: Client, counselor: User, seeker: User, stranger: User
) -> None:
    take(stranger)

    answer = client.post(PAGE, {"at": NINE.isoformat()})

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Somebody else has just taken that time." in page
    assert f'value="{(NINE + timedelta(minutes=30)).isoformat()}"' in page
    assert f'value="{NINE.isoformat()}"' not in page


def test_a_counselors_cap_and_buffer_hold(counselor: User, seeker: User, stranger: User) -> None:
    counselor.availability.after = 15
    counselor.availability.most_per_day = 2
    counselor.availability.save()
    take(stranger)

    assert NINE + timedelta(minutes=30) not in starts(seeker)
    counselor.availability.after = 0
    counselor.availability.most_per_day = 1
    counselor.availability.save()
    assert starts(seeker)[0].date() > NINE.date()
    with pytest.raises(Refused, match="just taken"):
        take(seeker, NINE + timedelta(minutes=30))


def test_ones_own_hours_that_are_taken_are_not_shown(
    counselor: User, seeker: User, agreed: Conversation
) -> None:
    book(agreed, seeker, NINE)

    assert NINE not in starts(seeker)
    with pytest.raises(Refused):
        take(seeker)


def test_a_counselor_who_may_offer_no_time_is_not_in_the_list(counselor: User, seeker: User) -> None:
    counselor.roles.all().delete()

    assert starts(seeker) == []
    with pytest.raises(Refused):
        take(seeker)


def test_the_solo_edition_has_no_counselors(client: Client, counselor: User, settings: Settings) -> None:
    assert PAGE in client.get("/meet/").content.decode()

    settings.SOLO = True

    assert client.get(PAGE).status_code == 404
    assert PAGE not in client.get("/meet/").content.decode()


def test_only_seekers_book_a_counselor(
    counselor: User, host: User, client_of: Callable[[User], Client]
) -> None:
    assert client_of(host).get(PAGE).status_code == 403
    assert client_of(host).post(PAGE, {"at": NINE.isoformat()}).status_code == 403


@pytest.mark.parametrize("at", ["", "tomorrow", "2026-11-24T09:00", "9999-12-31T23:59:59-14:00"])
def test_a_moment_that_is_none_is_no_page(client: Client, counselor: User, at: str) -> None:
    assert client.post(PAGE, {"at": at}).status_code == 404
    assert client.get(PAGE, {"from": at}).status_code == 200


def test_later_times_are_a_link_away(client: Client, counselor: User) -> None:
    first = client.get(PAGE)
    later = first.context["offer"].later

    second = client.get(PAGE, {"from": later.isoformat()})

    assert first.context["offer"].days[0].name == "Tuesday, November 24"
    assert second.context["offer"].days[0].name == "Tuesday, December 1"


def test_more_times_cost_no_more_queries(client: Client, counselor: User) -> None:
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    hours.add_hours(counselor, weekdays=range(7), span=(time(11), time(20)), by=counselor)
    with CaptureQueriesContext(connection) as many:
        client.get(PAGE)

    assert len(many) <= len(few)


def test_thirty_counselors_cost_no_more_queries_than_one(client: Client, counselor: User) -> None:
    with CaptureQueriesContext(connection) as one:
        client.get(PAGE)
    for number in range(29):
        open_up(another(f"C{number}"), until=11 + number % 8)
    with CaptureQueriesContext(connection) as thirty:
        page = client.get(PAGE).content.decode()

    assert "6:30 PM" not in page
    assert "5:30 PM" in page
    assert len(thirty) <= len(one)


def test_the_conversations_page_says_when_a_counselor_is_free_first(
    client: Client, counselor: User, seeker: User
) -> None:
    assert "has free: Tuesday, November 24, 9:00 AM Eastern" in words(client)

    talk = take(seeker)
    assert "that a counselor has free" not in words(client)
    meet.call_off(talk, by=seeker)
    assert "that a counselor has free" in words(client)


def test_a_time_at_which_the_seeker_talks_with_somebody_is_not_called_free(
    client: Client, counselor: User, seeker: User, agreed: Conversation
) -> None:
    book(agreed, seeker, NINE)

    assert "that a counselor has free" not in words(client)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_reach_for_the_last_counselor_one_gets_it(
    counselor: User, seeker: User, stranger: User
) -> None:
    reasons = at_once(lambda: take(seeker), lambda: take(stranger))

    assert sorted(reasons) == ["", services.GONE]
    assert Booking.objects.filter(person=counselor).count() == 1
    assert Conversation.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_cap_holds_when_several_reach_for_different_times_at_once(
    counselor: User, seeker: User, stranger: User
) -> None:
    counselor.availability.most_per_day = 1
    counselor.availability.save()

    reasons = at_once(lambda: take(seeker), lambda: take(stranger, NINE + timedelta(minutes=30)))

    assert sorted(reasons) == ["", services.GONE]


@pytest.mark.django_db(transaction=True)
def test_a_cap_holds_when_a_host_is_reached_by_two_doors_at_once(
    counselor: User, seeker: User, stranger: User
) -> None:
    counselor.availability.most_per_day = 1
    counselor.availability.save()
    contact = Contact.objects.create(seeker=stranger, name="Curtis", account=counselor)
    talk = meet.plan(contact, by=stranger)
    later = NINE + timedelta(minutes=30)

    reasons = at_once(
        lambda: take(seeker), lambda: meet.take_slot(talk, at=later, time_zone="UTC", by=stranger)
    )

    assert reasons.count("") == 1
    assert Booking.objects.filter(person=counselor).count() == 1


def test_a_newcomer_finds_the_way_to_a_counselor_on_their_first_page(
    client: Client, counselor: User, seeker: User
) -> None:
    assert f'href="{PAGE}"' in client.get("/").content.decode()

    Role.objects.filter(user=counselor).delete()

    assert f'href="{PAGE}"' not in client.get("/").content.decode()
