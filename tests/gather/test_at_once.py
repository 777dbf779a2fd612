"""Many people, the same moment: exactly as many seats as there are, in order, on both databases."""

from collections import Counter

import pytest
from django.db import connection

from askwell.gather import services
from askwell.gather.models import HOLDING, Gathering, Seat
from tests.at_once import at_once
from tests.gather.conftest import Plan, people

pytestmark = pytest.mark.django_db(transaction=True)


def sound(gathering: Gathering) -> Counter[str]:
    """How many stand how; the number of taken seats is right, and the arrivals are one to the last."""
    gathering.refresh_from_db()
    seats = list(gathering.all_seats.order_by("arrival"))
    assert gathering.taken == sum(seat.status in HOLDING for seat in seats)
    assert [seat.arrival for seat in seats] == list(range(1, len(seats) + 1))
    return Counter(seat.status for seat in seats)


def test_forty_reach_for_five_seats_and_five_have_one(opened: Plan) -> None:
    gathering = opened(seats=5)
    everyone = people(40)

    for eight in (everyone[n : n + 8] for n in range(0, 40, 8)):
        reasons = at_once(*[lambda user=user: services.take_seat(gathering, by=user) for user in eight])
        assert reasons == [""] * 8

    assert sound(gathering) == {"taken": 5, "waiting": 35}
    waiting = list(Seat.objects.waiting())
    assert [seat.joined_as for seat in waiting] == list(range(1, 36))


def test_one_person_in_eight_tabs_has_one_seat(opened: Plan) -> None:
    gathering = opened(seats=5)
    (person,) = people(1)

    reasons = at_once(*[lambda: services.take_seat(gathering, by=person)] * 8)

    assert reasons == [""] * 8
    assert sound(gathering) == {"taken": 1}


def test_people_leave_and_come_at_once_and_nobody_is_passed_over(opened: Plan) -> None:
    gathering = opened(seats=4)
    everyone = people(16)
    seats = [services.take_seat(gathering, by=user) for user in everyone[:8]]

    leaving = [lambda seat=seat: services.give_up(seat, by=seat.user) for seat in seats[:4]]
    coming = [lambda user=user: services.take_seat(gathering, by=user) for user in everyone[8:12]]
    reasons = at_once(*leaving, *coming)

    assert reasons == [""] * 8
    assert sound(gathering) == {"given_up": 4, "offered": 4, "waiting": 4}
    offered = Seat.objects.filter(status="offered").order_by("arrival")
    assert [seat.user_id for seat in offered] == [user.pk for user in everyone[4:8]]


def test_an_offer_that_is_taken_declined_and_run_out_at_once_ends_in_one_way(opened: Plan) -> None:
    for number in range(4):
        gathering = opened(seats=1)
        first, second = (services.take_seat(gathering, by=user) for user in people(2, f"g{number}-"))
        services.give_up(first, by=first.user)

        at_once(
            lambda seat=second: services.accept_offer(seat, by=seat.user),  # type: ignore[misc]
            lambda seat=second: services.decline_offer(seat, by=seat.user),  # type: ignore[misc]
            lambda seat=second: services.give_up(seat, by=seat.user),  # type: ignore[misc]
        )

        assert sound(gathering) in ({"given_up": 1, "taken": 1}, {"given_up": 2})


def test_the_guards_hold_on_this_database(opened: Plan) -> None:
    opened()

    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, "gather_gathering")

    assert "a_gathering_is_never_oversold" in constraints
