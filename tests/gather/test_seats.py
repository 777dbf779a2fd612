"""Taking a seat, waiting for one, giving it up."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askwell.accounts.models import User
from askwell.desk import services as desk
from askwell.gather import jobs, services
from askwell.gather.models import HOLDING, Gathering, Seat
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused
from tests.gather.conftest import Plan, details, guest, people

pytestmark = pytest.mark.django_db


def standing(gathering: Gathering) -> list[str]:
    """What became of everyone, in order of arrival; the counter is right, whatever happened."""
    gathering.refresh_from_db()
    seats = list(gathering.all_seats.all())
    assert gathering.taken == sum(seat.status in HOLDING for seat in seats)
    return [seat.status for seat in seats]


def letters() -> list[str]:
    return [task.task_path.rpartition(".")[2] for task in DBTaskResult.objects.order_by("enqueued_at")]


def test_whoever_comes_first_gets_a_seat_and_the_others_hear_their_place(opened: Plan) -> None:
    gathering = opened(seats=2)

    seats = [services.take_seat(gathering, by=user) for user in people(4)]

    assert [(seat.status, seat.place) for seat in seats] == [
        ("taken", 0), ("taken", 0), ("waiting", 1), ("waiting", 2),
    ]  # fmt: skip
    assert letters() == ["seat_taken", "seat_taken", "waiting", "waiting"]


def test_a_second_press_takes_no_second_seat(opened: Plan, seeker: User) -> None:
    gathering = opened()

    first, second = services.take_seat(gathering, by=seeker), services.take_seat(gathering, by=seeker)

    assert first == second
    assert standing(gathering) == ["taken"]
    assert Entry.objects.filter(verb="SeatTaken").count() == 1


def test_the_database_itself_refuses_a_second_seat_and_a_seat_too_many(opened: Plan, seeker: User) -> None:
    gathering = opened(seats=1)
    services.take_seat(gathering, by=seeker)

    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(gathering=gathering, user=seeker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Gathering.objects.filter(pk=gathering.pk).update(taken=2)


def test_trap_18_who_cancels_leaves_the_list_and_the_seat_goes_to_the_first_in_line(opened: Plan) -> None:
    gathering = opened(seats=1)
    first, second, third = (services.take_seat(gathering, by=user) for user in people(3))

    services.give_up(first, by=first.user)

    assert standing(gathering) == ["given_up", "offered", "waiting"]
    third.refresh_from_db()
    assert third.place == 1
    services.accept_offer(second, by=second.user)
    assert standing(gathering) == ["given_up", "taken", "waiting"]


def test_trap_18_who_leaves_the_waiting_list_is_never_offered_a_seat(opened: Plan) -> None:
    gathering = opened(seats=1)
    first, second, _ = (services.take_seat(gathering, by=user) for user in people(3))

    services.give_up(second, by=second.user)
    services.give_up(first, by=first.user)

    assert standing(gathering) == ["given_up", "given_up", "offered"]


def test_trap_18_no_freed_seat_takes_a_gathering_past_its_number(opened: Plan, counselor: User) -> None:
    gathering = opened(seats=3)
    seats = [services.take_seat(gathering, by=user) for user in people(5)]
    services.change(gathering, by=counselor, **details(seats=1))

    services.give_up(seats[0], by=seats[0].user)

    assert standing(gathering) == ["given_up", "taken", "taken", "waiting", "waiting"]
    assert (gathering.seats, gathering.taken, gathering.beyond) == (1, 2, 1)
    services.give_up(seats[1], by=seats[1].user)
    assert standing(gathering)[3:] == ["waiting", "waiting"]
    services.give_up(seats[2], by=seats[2].user)
    assert standing(gathering)[3:] == ["offered", "waiting"]
    assert (gathering.taken, gathering.beyond) == (1, 0)


def test_a_newcomer_never_jumps_the_line(opened: Plan) -> None:
    gathering = opened(seats=1)
    first, waiter, newcomer = people(3)
    seat = services.take_seat(gathering, by=first)
    waiting = services.take_seat(gathering, by=waiter)
    services.give_up(seat, by=first)

    late = services.take_seat(gathering, by=newcomer)

    assert (late.status, late.place) == ("waiting", 1)
    waiting.refresh_from_db()
    assert waiting.status == "offered"


def test_more_seats_are_offered_at_once(opened: Plan, counselor: User) -> None:
    gathering = opened(seats=1)
    for user in people(4):
        services.take_seat(gathering, by=user)

    services.change(gathering, by=counselor, **details(seats=3))

    assert standing(gathering) == ["taken", "offered", "offered", "waiting"]


def test_a_declined_offer_goes_to_the_next_at_once(opened: Plan) -> None:
    gathering = opened(seats=1)
    first, second, _ = (services.take_seat(gathering, by=user) for user in people(3))
    services.give_up(first, by=first.user)

    services.decline_offer(second, by=second.user)

    assert standing(gathering) == ["given_up", "given_up", "offered"]


def test_an_offer_runs_out_and_goes_to_the_next(opened: Plan) -> None:
    gathering = opened(seats=1, offer_hours=12)
    first, second, _ = (services.take_seat(gathering, by=user) for user in people(3))
    services.give_up(first, by=first.user)

    with time_machine.travel(timezone.now() + timedelta(hours=11), tick=False):
        jobs.run_due()
        assert standing(gathering) == ["given_up", "offered", "waiting"]
    with time_machine.travel(timezone.now() + timedelta(hours=13), tick=False):
        with pytest.raises(Refused, match="ran out"):
            services.accept_offer(second, by=second.user)
        jobs.run_due()

        assert standing(gathering) == ["given_up", "expired", "offered"]


def test_close_to_the_beginning_an_offer_leaves_time_for_the_next(opened: Plan) -> None:
    gathering = opened(seats=1, starts_at=timezone.now() + timedelta(hours=4))
    first, second = (services.take_seat(gathering, by=user) for user in people(2))

    services.give_up(first, by=first.user)

    second.refresh_from_db()
    assert second.offered_until is not None
    assert timedelta(minutes=119) < second.offered_until - timezone.now() <= timedelta(hours=2)


def test_the_unconfirmed_hold_no_seat_and_arrive_when_they_confirm(opened: Plan, seeker: User) -> None:
    gathering = opened(seats=1, audience="anyone", without_account=True)
    asked = guest(gathering, "gus@home.example")
    services.take_seat(gathering, by=seeker)

    confirmed = services.confirm(asked)
    again = services.confirm(asked)

    assert (confirmed.status, confirmed.place) == ("waiting", 1)
    assert again == confirmed
    assert standing(gathering) == ["taken", "waiting"]


def test_an_address_left_unconfirmed_for_a_day_runs_out(opened: Plan) -> None:
    gathering = opened(audience="anyone", without_account=True)
    guest(gathering, "gus@home.example")

    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        jobs.run_due()

    assert standing(gathering) == ["expired"]


def test_asking_twice_by_mail_makes_one_seat_and_changes_no_confirmed_one(opened: Plan) -> None:
    gathering = opened(audience="anyone", without_account=True)
    services.confirm(guest(gathering, "gus@home.example"))

    services.write_in(gathering, email="GUS@home.example", name="Somebody else", answer="Else")

    seat = Seat.objects.get()
    assert (seat.name, seat.answer) == ("Gus", "")
    assert letters() == ["confirm_address", "seat_taken", "you_are_in_already"]


def test_somebody_with_an_account_cannot_sit_twice_by_mail(opened: Plan) -> None:
    gathering = opened(audience="anyone", without_account=True)
    (person,) = people(1)
    services.take_seat(gathering, by=person)

    services.write_in(gathering, email=person.email.upper(), name="P")

    assert standing(gathering) == ["taken"]


def test_a_seat_by_mail_comes_along_into_the_account_of_that_address(opened: Plan) -> None:
    gathering = opened(audience="anyone", without_account=True)
    services.confirm(guest(gathering, "p0@school.example"))

    seat = services.take_seat(gathering, by=people(1)[0])

    assert (seat.status, seat.user and seat.user.username) == ("taken", "p0")
    assert standing(gathering) == ["taken"]


def test_registration_has_a_window(opened: Plan, seeker: User) -> None:
    now = timezone.now()

    for more, words in (
        ({"opens_at": now + timedelta(days=1)}, "not opened yet"),
        ({"closes_at": now - timedelta(hours=1)}, "has closed"),
        ({"starts_at": now - timedelta(minutes=1)}, "has begun"),
    ):
        gathering = opened()
        Gathering.objects.filter(pk=gathering.pk).update(**more)
        with pytest.raises(Refused, match=words):
            services.take_seat(gathering, by=seeker)


def test_a_gathering_for_hosts_takes_no_seeker(opened: Plan, seeker: User, host: User) -> None:
    gathering = opened(audience="host")

    with pytest.raises(Refused, match="for hosts"):
        services.take_seat(gathering, by=seeker)

    assert services.take_seat(gathering, by=host).status == "taken"


def test_nobody_acts_on_somebody_elses_seat(opened: Plan, seeker: User, stranger: User) -> None:
    seat = services.take_seat(opened(), by=seeker)

    for act in (services.give_up, services.accept_offer, services.decline_offer, services.confirm):
        with pytest.raises(Refused, match="somebody else"):
            act(seat, by=stranger)


def test_staff_note_who_came_once_it_began(opened: Plan, seeker: User, counselor: User) -> None:
    gathering = opened()
    seat = services.take_seat(gathering, by=seeker)
    with pytest.raises(Refused, match="not begun"):
        services.mark_attendance(seat, came=True, by=counselor)

    with time_machine.travel(gathering.starts_at + timedelta(minutes=5), tick=False):
        services.mark_attendance(seat, came=False, by=counselor)
        services.mark_attendance(seat, came=True, by=counselor)
        with pytest.raises(Refused, match="Counselors"):
            services.mark_attendance(seat, came=False, by=seeker)

    assert standing(gathering) == ["attended"]


def test_a_seat_left_lying_at_the_end_is_closed(opened: Plan) -> None:
    gathering = opened(seats=1)
    for user in people(2):
        services.take_seat(gathering, by=user)

    with time_machine.travel(gathering.ends_at + timedelta(minutes=1), tick=False):
        jobs.run_due()

    assert standing(gathering) == ["taken", "expired"]
    assert gathering.status == "over"


def test_who_deletes_their_account_leaves_no_locked_seat_and_no_words(opened: Plan) -> None:
    gathering = opened(seats=1)
    first, second, third = people(3)
    services.take_seat(gathering, by=first, answer="My own words")
    for user in (second, third):
        services.take_seat(gathering, by=user)

    first.delete()

    assert standing(gathering) == ["offered", "waiting"]


def test_who_deletes_everything_leaves_no_locked_seat_and_no_words(opened: Plan, seeker: User) -> None:
    gathering = opened(seats=1)
    services.take_seat(gathering, by=seeker, answer="My own words")
    services.take_seat(gathering, by=people(1)[0])

    desk.delete_everything(seeker, by=seeker)

    assert standing(gathering) == ["offered"]
