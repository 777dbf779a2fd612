"""A talk that moves counts where it is, and nowhere else: caps of a day, a week and a month."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.lib.verdicts import Refused
from askwell.meet import services
from askwell.meet.availability import selectors
from askwell.meet.availability.models import Availability
from askwell.meet.hosting import services as hosts
from askwell.meet.models import Booking, Conversation

pytestmark = pytest.mark.django_db
NOVEMBER = [datetime(2026, 11, day, 14, 0, tzinfo=UTC) for day in (24, 25, 30)]
DECEMBER = [datetime(2026, 12, day, 14, 0, tzinfo=UTC) for day in (1, 2, 31)]
"""Nine in the morning in New York."""
Talk = Callable[[datetime], Conversation]


@pytest.fixture
def talk(program: Settings, seeker: User, host: User, open_mornings: Availability) -> Talk:
    """One more talk with the host at that time."""

    def made(at: datetime) -> Conversation:
        contact = Contact.objects.create(seeker=seeker, name="Hannah", account=host)
        return take(services.plan(contact, by=seeker), at)

    return made


def take(talk: Conversation, at: datetime) -> Conversation:
    return services.take_slot(talk, at=at, time_zone="America/New_York", by=talk.seeker)


def capped(availability: Availability, **caps: int) -> None:
    Availability.objects.filter(pk=availability.pk).update(**caps)


def is_open(host: User, at: datetime) -> bool:
    return selectors.is_slot(host, at=at, minutes=20)


@pytest.mark.parametrize(
    ("cap", "before", "after"),
    [
        ("most_per_month", NOVEMBER, DECEMBER),
        ("most_per_week", NOVEMBER[:2], DECEMBER[:2]),
        ("most_per_day", NOVEMBER[:1], DECEMBER[:1]),
    ],
)
def test_a_talk_that_moves_frees_the_time_it_leaves_and_fills_the_one_it_comes_to(
    talk: Talk,
    host: User,
    open_mornings: Availability,
    cap: str,
    before: list[datetime],
    after: list[datetime],
) -> None:
    capped(open_mornings, **{cap: 1})
    one = talk(before[0])
    assert [is_open(host, at) for at in (*before[1:], *after)] == [False] * (len(before) - 1) + [True] * len(
        after
    )

    take(one, after[0])

    assert all(is_open(host, at) for at in before)
    assert not any(is_open(host, at) for at in after)
    with pytest.raises(Refused, match="not free any more"):
        talk(after[-1] + timedelta(minutes=30))


def test_moving_within_a_full_month_is_moving_nothing_into_it(
    talk: Talk, host: User, open_mornings: Availability
) -> None:
    capped(open_mornings, most_per_month=1)

    moved = take(talk(NOVEMBER[0]), NOVEMBER[1])

    assert moved.starts_at == NOVEMBER[1]
    assert Booking.objects.filter(person=host).count() == 1


def test_a_talk_does_not_move_into_a_month_that_others_have_filled(
    talk: Talk, open_mornings: Availability
) -> None:
    capped(open_mornings, most_per_month=1)
    one, _ = talk(NOVEMBER[0]), talk(DECEMBER[0])

    with pytest.raises(Refused, match="not free any more"):
        take(one, DECEMBER[2])


def test_what_a_host_proposes_counts_once_the_seeker_takes_it_and_not_before(
    talk: Talk, host: User, open_mornings: Availability
) -> None:
    capped(open_mornings, most_per_month=1)
    one = talk(NOVEMBER[0])

    hosts.propose(one, starts=DECEMBER[:2], by=host)
    while_it_waits = is_open(host, NOVEMBER[1]), is_open(host, DECEMBER[2])
    services.take_offered(one.offered_times.all()[0], time_zone="America/New_York", by=one.seeker)

    assert while_it_waits == (False, True)
    assert (is_open(host, NOVEMBER[1]), is_open(host, DECEMBER[2])) == (True, False)


def test_a_host_goes_beyond_their_own_cap_when_they_choose_to(
    talk: Talk, host: User, open_mornings: Availability
) -> None:
    capped(open_mornings, most_per_month=1)
    one, _ = talk(NOVEMBER[0]), talk(DECEMBER[0])

    hosts.propose(one, starts=DECEMBER[1:], by=host)
    services.take_offered(one.offered_times.all()[0], time_zone="America/New_York", by=one.seeker)

    assert Booking.objects.filter(person=host, starts_at__month=12).count() == 2
    assert is_open(host, NOVEMBER[1])
