"""Invitations and rosters are forgotten some time after they came to an end."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.program import jobs, roster, services
from askwell.program.models import Invitation, Joining, Roster

pytestmark = pytest.mark.django_db


def clear_away(after: float) -> list[str]:
    """Who is still named by an invitation that many days from now."""
    with time_machine.travel(timezone.now() + timedelta(days=after), tick=False):
        jobs.clear_away()
    return sorted(Invitation.objects.values_list("email", flat=True))


def test_an_invitation_goes_thirty_days_after_its_time(program: Settings, coordinator: User) -> None:
    for name, days in (("ada", 14), ("bo", 60)):
        services.invite(email=f"{name}@example.org", name=name, roles=["host"], days=days, by=coordinator)

    assert clear_away(43) == ["ada@example.org", "bo@example.org"]
    assert clear_away(45) == ["bo@example.org"]


def test_one_taken_back_goes_thirty_days_after_that(program: Settings, coordinator: User) -> None:
    made = services.invite(email="ada@example.org", roles=["host"], days=200, by=coordinator)
    services.revoke(made, by=coordinator)

    assert clear_away(29) == ["ada@example.org"]
    assert clear_away(31) == []


def test_one_that_was_used_goes_and_whoever_came_by_it_stays(
    program: Settings, coordinator: User, host: User
) -> None:
    made = Invitation.objects.create(
        roles=["counselor"], name="Hannah", expires_at=timezone.now() + timedelta(days=14)
    )
    services.take(made, by=host)

    assert clear_away(45) == []
    assert not Joining.objects.exists()
    assert User.objects.get(pk=host.pk).role_names == {"host", "counselor"}


def test_a_roster_goes_with_the_last_of_its_invitations_and_its_roles_stay(
    program: Settings, coordinator: User, host: User
) -> None:
    User.objects.filter(pk=host.pk).update(email="hannah@example.org")
    read = roster.read("Email,Role\nada@example.org,seeker\nhannah@example.org,counselor", role="seeker")
    services.take_in(read, file_name="class of Ms. Day.csv", by=coordinator)

    assert clear_away(43) == ["ada@example.org"]
    assert Roster.objects.count() == 1
    assert clear_away(45) == []
    assert Roster.objects.count() == 0
    assert User.objects.get(pk=host.pk).role_names == {"host", "counselor"}


def test_a_roster_without_invitations_stays_while_it_can_be_undone(
    program: Settings, coordinator: User, host: User
) -> None:
    program.KEEP_DAYS = 1
    User.objects.filter(pk=host.pk).update(email="hannah@example.org")
    read = roster.read("Email,Role\nhannah@example.org,counselor", role="seeker")
    services.take_in(read, file_name="", by=coordinator)

    clear_away(6)

    assert Roster.objects.count() == 1
