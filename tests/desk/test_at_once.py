"""People who leave in the same moment in which something else happens to them."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from pytest_django import Settings

from askwell.accounts.models import Role, User
from askwell.desk import services
from askwell.gather import services as gather
from askwell.gather.models import Gathering
from askwell.program import roster
from askwell.program import services as program_services
from tests.at_once import at_once
from tests.gather.conftest import Plan, details, opened, people

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]
ROUNDS = range(4)


def or_gone(act: Callable[[], object]) -> Callable[[], None]:
    """Whoever comes too late finds nobody."""

    def try_it() -> None:
        with suppress(ObjectDoesNotExist):
            act()

    return try_it


def leaves(person: User) -> Callable[[], None]:
    return or_gone(lambda: services.delete_account(User.objects.get(pk=person.pk), by=person))


def test_leaving_and_a_gathering_that_moves_do_not_wait_for_each_other(opened: Plan, counselor: User) -> None:
    for number in ROUNDS:
        evening = opened(seats=1)
        speaker = gather.change(
            evening, by=counselor, **details(seats=1, speakers=[gather.Voice("Ruth")])
        ).speakers.get()
        person, waits = people(2, mark=f"r{number}p")
        gather.listen_to(gather.take_seat(evening, by=person), speaker, by=person)
        gather.take_seat(evening, by=waits)
        later = evening.starts_at + timedelta(hours=2)
        times = details(starts_at=later, ends_at=later + timedelta(hours=1), seats=1)

        said = at_once(leaves(person), lambda: gather.change(evening, by=counselor, **times))  # noqa: B023

        assert said == ["", ""]
        assert Gathering.objects.get(pk=evening.pk).taken == 1
        assert waits.seats.get().status == "offered"
        User.objects.filter(pk=waits.pk).delete()


def test_an_organizer_who_leaves_and_a_gathering_that_moves_do_not_wait_for_each_other(
    opened: Plan, counselor: User
) -> None:
    for number in ROUNDS:
        evening = opened()
        (organizer,) = people(1, mark=f"r{number}p")
        Gathering.objects.update(organizer=organizer)
        later = evening.starts_at + timedelta(hours=2)
        times = details(starts_at=later, ends_at=later + timedelta(hours=1))

        said = at_once(leaves(organizer), lambda: gather.change(evening, by=counselor, **times))  # noqa: B023

        assert said == ["", ""]
        assert Gathering.objects.get(pk=evening.pk).organizer is None


def test_leaving_and_a_change_of_roles_do_not_wait_for_each_other(
    program: Settings, coordinator: User
) -> None:
    for number in ROUNDS:
        (person,) = people(1, mark=f"r{number}p")
        Role.objects.create(user=person, name="coordinator")
        changes = or_gone(lambda: program_services.change_roles(person, roles=["host"], by=coordinator))  # noqa: B023

        assert at_once(leaves(person), changes) == ["", ""]
        assert not User.objects.filter(pk=person.pk).exists()


def test_undoing_a_roster_while_a_coordinator_leaves_keeps_one(program: Settings, coordinator: User) -> None:
    for number in ROUNDS:
        address = f"deputy{number}@example.org"
        deputy = User.objects.create(username=address, email=address)
        read = roster.read(f"email,role\n{address},coordinator\n", role="seeker")
        taken = program_services.take_in(read, file_name="deputies.csv", by=coordinator)
        first = User.objects.create(username=f"first{number}")
        Role.objects.filter(user=coordinator).update(user=first)

        at_once(leaves(first), or_gone(lambda: program_services.undo(taken, by=deputy)))  # noqa: B023

        assert Role.objects.filter(name="coordinator").exists()
        Role.objects.filter(name="coordinator").delete()
        Role.objects.create(user=coordinator, name="coordinator")
