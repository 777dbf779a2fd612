"""Everybody's home in a program, looked at: a seeker's, a host's, a coordinator's, and that of somebody who is all."""

from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.accounts.models import Role, RoleName, User
from askwell.connect.models import Contact
from askwell.gather import services as gather
from askwell.meet import services as meet
from askwell.meet.hosting import services as hosts
from askwell.meet.models import Conversation
from tests.gather.conftest import people
from tests.journeys.looking import look, small_targets
from tests.journeys.test_gatherings import As, as_, opened

__all__ = ["as_"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOON = timezone.now().replace(hour=17, minute=0, second=0, microsecond=0)


def talk_of(seeker: User, host: User) -> Conversation:
    return meet.plan(Contact.objects.create(seeker=seeker, name=str(host), account=host), by=seeker)


def book(talk: Conversation, days: int) -> Conversation:
    at = NOON + timedelta(days=days)
    return meet.book(
        talk, starts_at=at, minutes=20, time_zone="UTC", place="phone", place_details="555", by=talk.seeker
    )


def seen(as_: As, person: User, name: str) -> str:
    """Look at somebody's home; what its one next step is called."""
    page = as_(person)
    look(page, f"home {name}")
    assert small_targets(page) == []
    return page.locator("#nx").inner_text()


def test_every_home_is_looked_at(
    as_: As, seeker: User, host: User, counselor: User, coordinator: User
) -> None:
    new = seen(as_, host, "new host")
    first, other, third = people(3)
    two = [NOON + timedelta(days=n) for n in (2, 3)]
    hosts.propose(talk_of(seeker, host), starts=two, by=host)
    book(talk_of(seeker, counselor), 5)
    full = opened(counselor, seats=1)
    gather.take_seat(full, by=first)
    gather.take_seat(full, by=seeker)
    gather.give_up(full.all_seats.get(user=first), by=first)
    meet.offer_times(talk_of(other, host), starts=two, by=other)
    talk_of(first, host)
    book(talk_of(third, host), 4)
    Role.objects.bulk_create(Role(user=coordinator, name=role) for role in (RoleName.SEEKER, RoleName.HOST))
    book(talk_of(third, coordinator), 6)
    gather.take_seat(opened(counselor, series=""), by=coordinator)

    nobody = User.objects.create(username="pat", name="Pat")
    everybody = (
        (seeker, "seeker"),
        (host, "host"),
        (coordinator, "coordinator who does all"),
        (nobody, "no role"),
    )
    steps = [seen(as_, person, name) for person, name in everybody]

    assert new == "Say when you talk"
    assert steps == [
        "A seat at “A night shift, hour by hour” is held for you",
        "Choose a time with Person 1",
        "Say when you talk",
        "Nothing waits for you",
    ]


def test_what_was_taken_meanwhile_and_what_is_shut_is_said_on_a_page_that_helps(
    as_: As, seeker: User, stranger: User, host: User, counselor: User
) -> None:
    at = [NOON + timedelta(days=n) for n in (2, 3)]
    talk = talk_of(seeker, host)
    meet.offer_times(talk, starts=at, by=seeker)
    page = as_(host)
    page.goto(f"/meet/hosting/{talk.pk}")
    book(talk_of(stranger, host), 2)
    page.get_by_role("button", name="Take this one").first.click()
    page.get_by_text("That time is taken.").wait_for()
    look(page, "hosted taken meanwhile")
    off = gather.cancel(opened(counselor), by=counselor)
    page.goto(f"/gather/{off.code}")
    look(page, "gathering called off")
    called_off = page.locator("main").inner_text()
    page.goto("/explore/")
    look(page, "shut door")
    shut = page.locator("h1").inner_text()
    stranger_ = as_(None)
    stranger_.goto("/gather/bcdfghjkmn")
    look(stranger_, "nothing here, not signed in")

    assert "Called off" in called_off
    assert shut == "That can't be done now"
    assert stranger_.get_by_role("link", name="Sign in").first.is_visible()
