"""Many at one door in the same moment."""

from functools import partial

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from askwell.accounts.models import Role, User
from askwell.program import roster, services
from askwell.program.models import Invitation, Roster
from tests.accounts.conftest import with_account
from tests.ask.sink import Sink
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def people(count: int) -> list[User]:
    return [User.objects.create(username=f"p{n}", email=f"p{n}@example.org") for n in range(count)]


def test_a_link_for_three_lets_in_three_of_eight_who_press_at_once(post: Sink, coordinator: User) -> None:
    made = services.invite(roles=["seeker"], most_uses=3, by=coordinator)

    reasons = at_once(*[partial(services.take, made, by=person) for person in people(8)])

    made.refresh_from_db()
    assert sorted(reasons)[:3] == ["", "", ""]
    assert all("has been used" in reason for reason in sorted(reasons)[3:])
    assert (made.taken, made.taken_by.count()) == (3, 3)
    assert Role.objects.filter(name="seeker").count() == 3


def test_two_coordinators_who_take_the_role_from_each_other_at_once_leave_one(
    program: Settings, coordinator: User, counselor: User
) -> None:
    services.change_roles(counselor, roles=["coordinator"], by=coordinator)
    one, other = User.objects.get(pk=coordinator.pk), User.objects.get(pk=counselor.pk)

    at_once(
        lambda: services.change_roles(other, roles=["host"], by=one),
        lambda: services.change_roles(one, roles=["host"], by=other),
    )

    assert Role.objects.filter(name="coordinator").count() == 1


def test_one_roster_brought_by_two_at_once_invites_each_person_once(
    program: Settings, coordinator: User, counselor: User
) -> None:
    services.change_roles(counselor, roles=["coordinator"], by=coordinator)
    other = User.objects.get(pk=counselor.pk)
    read = roster.read("email\nada@example.org\nbo@example.org\n", role="seeker")

    at_once(
        lambda: services.take_in(read, file_name="a.csv", by=coordinator),
        lambda: services.take_in(read, file_name="b.csv", by=other),
    )

    assert Roster.objects.count() == 2
    assert sorted(Invitation.objects.values_list("email", flat=True)) == ["ada@example.org", "bo@example.org"]


def test_guesses_made_at_once_by_many_count_one_by_one(program: Settings, seeker: User) -> None:
    with_account(seeker, "nadia@example.org")
    cache.clear()

    def guess(number: int) -> None:
        visitor = Client(REMOTE_ADDR=f"192.0.2.{number}")
        visitor.post("/accounts/login/", {"login": seeker.email, "password": "guess"})

    at_once(*[partial(guess, number) for number in range(8)])
    after = Client().post("/accounts/login/", {"login": seeker.email, "password": "guess"})

    assert "Too many" in after.content.decode()
