"""Whatever people and organizers do, in whatever order: never oversold, never locked, never out of turn."""

import random
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from askwell.accounts.models import User
from askwell.gather import jobs, services
from askwell.gather.models import HOLDING, Gathering, Seat
from askwell.lib.verdicts import Refused
from tests.gather.conftest import Plan, details, people

pytestmark = pytest.mark.django_db


def check(gathering: Gathering, offered: list[int]) -> None:
    """What holds after every step."""
    gathering.refresh_from_db()
    seats = list(gathering.all_seats.order_by("arrival"))
    waiting = [seat.arrival for seat in seats if seat.status == "waiting"]
    assert gathering.taken == sum(seat.status in HOLDING for seat in seats)
    assert gathering.taken <= gathering.seats + gathering.beyond
    assert gathering.beyond == max(gathering.taken - gathering.seats, 0)
    assert not (waiting and gathering.taken < gathering.seats), "a seat is free while somebody waits"
    assert offered == sorted(offered), "somebody was asked out of turn"
    assert not [n for n in waiting if n is not None and offered and n < offered[-1]], (
        "somebody was passed over"
    )


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_events_keeps_the_line(opened: Plan, counselor: User, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a repeatable story
    gathering, everyone, offered = opened(seats=3), people(20), []
    starts_at, ends_at = gathering.starts_at, gathering.ends_at
    now = timezone.now()

    for _ in range(60):
        now += timedelta(minutes=dice.randrange(1, 90))
        with time_machine.travel(now, tick=False):
            step(dice, gathering, everyone, counselor, details(
                seats=dice.randrange(1, 8), starts_at=starts_at, ends_at=ends_at
            ))  # fmt: skip
        asked = Seat.objects.filter(offered_until__isnull=False).order_by("arrival")
        offered += [seat.arrival for seat in asked if seat.arrival and seat.arrival not in offered]
        check(gathering, offered)

    assert gathering.arrivals > gathering.seats, "the story never came to a waiting list"


def step(
    dice: random.Random, gathering: Gathering, everyone: list[User], staff: User, said: services.Details
) -> None:
    """One thing that somebody does."""
    act = dice.choice(["take", "take", "take", "leave", "leave", "accept", "decline", "resize", "clock"])
    seats = list(gathering.all_seats.active().select_related("user"))
    wanted = {"accept": {"offered"}, "decline": {"offered"}, "leave": {"taken", "waiting", "offered"}}
    fitting = [seat for seat in seats if seat.status in wanted.get(act, set())]
    if act == "take":
        services.take_seat(gathering, by=dice.choice(everyone))
    elif act == "resize":
        services.change(gathering, by=staff, **said)
    elif act == "clock":
        jobs.run_due()
    elif fitting:
        seat = dice.choice(fitting)
        verb = {
            "accept": services.accept_offer,
            "decline": services.decline_offer,
            "leave": services.give_up,
        }[act]
        try:
            verb(seat, by=seat.user)
        except Refused as refusal:
            assert "ran out" in refusal.reason  # noqa: PT017 - an offer may have run out before the clock looked
