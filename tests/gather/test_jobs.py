"""Who came without an account is forgotten some time after; that they came is not."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.gather import jobs, keys, services
from askwell.gather.models import Gathering, Seat, SeatKey
from askwell.journal.models import Entry
from tests.gather.conftest import Plan, guest
from tests.gather.test_views import PUBLIC, of, page

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
GONE = ("Gus", "gus@home.example", "Why nights?")


def days(count: float) -> time_machine.travel:
    """So many days from now."""
    return time_machine.travel(timezone.now() + timedelta(days=count), tick=False)


def clear_away() -> None:
    """What the clock does in a round of that day."""
    jobs.run_due()
    jobs.clear_away()


@pytest.fixture
def held(opened: Plan, seeker: User, counselor: User) -> Gathering:
    """A gathering in seven days, with a guest and somebody who has an account."""
    gathering = opened(**PUBLIC, question="What would you ask?")
    seat = guest(gathering, "gus@home.example")
    Seat.objects.filter(pk=seat.pk).update(name="Gus", answer="Why nights?")
    services.confirm(seat)
    services.show_question(seat, shown=True, by=counselor)
    services.take_seat(gathering, by=seeker, answer="What do you eat?")
    return gathering


def test_a_guest_is_known_for_thirty_days_after_it_and_then_only_counted(
    held: Gathering, seeker: User, counselor: User
) -> None:
    seat = Seat.objects.get(user=None)
    keys.make(seat)
    with days(8):
        services.mark_attendance(seat, came=True, by=counselor)
    with days(37):
        clear_away()
        assert Seat.objects.get(pk=seat.pk).email == "gus@home.example"
    with days(38):
        clear_away()
        clear_away()

    seat.refresh_from_db()
    assert (seat.name, seat.email, seat.answer, seat.time_zone) == ("", "", "", "")
    assert (seat.status, seat.arrival, seat.is_shown) == ("attended", 1, False)
    assert Seat.objects.get(user=seeker).answer == "What do you eat?"
    assert not SeatKey.objects.exists()
    assert Entry.objects.filter(verb="GuestsForgotten").count() == 1
    held.refresh_from_db()
    assert held.taken == 2


def test_afterwards_every_page_of_it_still_opens(held: Gathering, counselor: User, client_of: SignIn) -> None:
    client = client_of(counselor)
    before = page(client, of(held, "/guests"))
    with days(38):
        clear_away()
        # Sessions end after two weeks.
        client = client_of(counselor)
        after = page(client, of(held, "/guests"))
        pages = [page(client, of(held)), page(Client(), "/gather/coming.atom"), page(client, "/gather/")]
        seat = Seat.objects.get(user=None)
        client.post(of(held, f"/guests/{seat.pk}"), {"came": "1"})
        client.post(of(held, "/recording"), {"recording": "https://video.example/night"})
        marked = page(client, of(held, "/guests"))

    assert all(word in before for word in GONE)
    assert "Guest 1" in after
    assert not [word for one in (after, *pages) for word in GONE if word in one]
    assert 'aria-pressed="true">Came<span class="vh"> Guest 1' in marked


def test_an_address_that_nobody_confirmed_is_gone_two_days_later(opened: Plan) -> None:
    gathering = opened(**PUBLIC)
    guest(gathering, "gus@home.example")
    key = keys.make(Seat.objects.get())
    with days(0.9):
        clear_away()
        assert Seat.objects.count() == 1
    with days(2):
        clear_away()

        assert not Seat.objects.exists()
        assert not SeatKey.objects.exists()
        assert Client().get(f"/gather/seat/{key}").status_code == 404


def test_a_guest_who_gave_up_is_forgotten_with_the_others(held: Gathering) -> None:
    services.give_up(Seat.objects.get(user=None))
    with days(38):
        clear_away()

    seat = Seat.objects.get(user=None)
    assert (seat.status, seat.name, seat.email) == ("given_up", "", "")


def test_a_key_goes_when_it_opens_nothing_any_more(held: Gathering, seeker: User) -> None:
    keys.make(Seat.objects.get(user=seeker))
    with days(36):
        jobs.clear_away()
        assert SeatKey.objects.exists()
    with days(38):
        jobs.clear_away()

    assert not SeatKey.objects.exists()


def test_an_operator_may_keep_them_shorter_and_the_page_says_how_long(
    held: Gathering, program: Settings, counselor: User, client_of: SignIn
) -> None:
    program.KEEP_DAYS = 1

    assert "are deleted 1 day after the gathering" in page(Client(), of(held))
    assert "are deleted 1 day after the gathering" in page(client_of(counselor), of(held, "/guests"))
    with days(9):
        clear_away()
    assert Seat.objects.filter(name="Gus").count() == 0


def test_a_seat_that_is_not_forgotten_is_somebodys(opened: Plan) -> None:
    gathering = opened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(gathering=gathering)
