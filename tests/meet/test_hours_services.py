"""Saying when one talks, and what is offered of it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from askwell.accounts.models import User
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused
from askwell.meet.availability import selectors, services
from askwell.meet.availability.models import Availability, DayException, WeeklyHours
from askwell.meet.models import Booking, Conversation
from tests.meet.conftest import NOW
from tests.meet.hosting import NINE_TO_TEN, TUESDAY, WORKDAYS, offered


def test_weekly_hours_are_offered(host: User, open_mornings: Availability) -> None:
    assert offered(host, TUESDAY) == ["09:00", "09:15", "09:30"]
    assert offered(host, date(2026, 11, 28)) == []


def test_adding_the_same_hours_twice_adds_them_once(host: User, open_mornings: Availability) -> None:
    services.add_hours(host, weekdays=WORKDAYS, span=NINE_TO_TEN, by=host)

    assert WeeklyHours.objects.count() == 5


def test_hours_that_were_taken_away_are_not_offered(host: User, open_mornings: Availability) -> None:
    keys = [one.pk for one in open_mornings.weekly_hours.filter(weekday=1)]

    services.drop_hours(host, hours=keys, by=host)
    services.drop_hours(host, hours=keys, by=host)

    assert offered(host, TUESDAY) == []
    assert Entry.objects.filter(verb="HoursDropped").count() == 1


def test_nobody_takes_anothers_hours_away(host: User, counselor: User, open_mornings: Availability) -> None:
    counselor.time_zone = "America/New_York"
    keys = [one.pk for one in WeeklyHours.objects.all()]

    services.drop_hours(counselor, hours=keys, by=counselor)
    with pytest.raises(Refused, match="somebody else"):
        services.drop_hours(host, hours=keys, by=counselor)

    assert WeeklyHours.objects.count() == 5


def test_only_hosts_and_counselors_offer_times(seeker: User, coordinator: User) -> None:
    coordinator.time_zone = "America/New_York"

    for person in (seeker, coordinator):
        with pytest.raises(Refused, match="Only hosts and counselors"):
            services.add_hours(person, weekdays=[0], span=NINE_TO_TEN, by=person)

    assert not Availability.objects.exists()


def test_a_host_who_is_none_any_more_is_offered_no_longer(host: User, open_mornings: Availability) -> None:
    host.roles.all().delete()

    assert offered(host, TUESDAY) == []


def test_trap_5_hours_need_a_time_zone(host: User) -> None:
    host.time_zone = ""

    with pytest.raises(Refused, match="time zone"):
        services.add_hours(host, weekdays=[0], span=NINE_TO_TEN, by=host)


def test_who_takes_their_zone_back_can_still_pause(host: User, open_mornings: Availability) -> None:
    host.time_zone = ""

    services.pause(host, back_on=date(2026, 12, 1), by=host)

    assert offered(host, TUESDAY) == []


def test_days_on_end_can_be_closed_and_opened_again(host: User, open_mornings: Availability) -> None:
    services.set_days(host, first=TUESDAY, last=date(2026, 11, 27), by=host)
    closed = [offered(host, TUESDAY + timedelta(days=n)) for n in range(4)]
    services.restore_days(host, first=TUESDAY, last=date(2026, 11, 25), by=host)

    assert closed == [[], [], [], []]
    assert offered(host, TUESDAY) == ["09:00", "09:15", "09:30"]
    assert offered(host, date(2026, 11, 27)) == []


def test_setting_a_day_anew_replaces_what_it_had(host: User, open_mornings: Availability) -> None:
    services.set_days(host, first=TUESDAY, last=TUESDAY, by=host)
    services.set_days(host, first=TUESDAY, last=TUESDAY, spans=[(time(14), time(15))], by=host)

    assert offered(host, TUESDAY) == ["14:00", "14:15", "14:30"]
    assert DayException.objects.count() == 1


def test_limits_hold(host: User, open_mornings: Availability) -> None:
    services.set_limits(
        host, lengths=[15], step=30, before=0, after=0, notice_hours=0, horizon_days=2,
        most_per_day=None, most_per_week=None, most_per_month=None, by=host,
    )  # fmt: skip

    assert offered(host, TUESDAY, minutes=30) == []
    assert offered(host, TUESDAY, minutes=15) == ["09:00", "09:30"]
    assert offered(host, date(2026, 11, 25), minutes=15) == []


def test_a_pause_ends_by_itself_or_before(host: User, open_mornings: Availability) -> None:
    services.pause(host, back_on=date(2026, 11, 25), by=host)
    during = offered(host, TUESDAY)
    after = offered(host, date(2026, 11, 25))
    services.come_back(host, by=host)

    assert during == []
    assert after == offered(host, TUESDAY) == ["09:00", "09:15", "09:30"]


def test_a_move_keeps_the_wall_time_from_its_day_on(host: User, open_mornings: Availability) -> None:
    services.move(host, zone="Europe/Berlin", since=date(2026, 11, 25), by=host)

    first = datetime(2026, 11, 24, tzinfo=UTC)
    found = selectors.slots(host, first=first, last=first + timedelta(days=2), minutes=30)
    assert [f"{one:%d %H:%M}" for one in found] == [
        "24 14:00", "24 14:15", "24 14:30", "25 08:00", "25 08:15", "25 08:30",
    ]  # fmt: skip


def test_moving_twice_leaves_no_hours_of_the_place_between(host: User, open_mornings: Availability) -> None:
    services.move(host, zone="Europe/Berlin", since=date(2026, 12, 1), by=host)
    services.move(host, zone="Asia/Kathmandu", since=date(2026, 11, 30), by=host)

    zones = {(one.zone, one.since, one.until) for one in WeeklyHours.objects.all()}
    assert zones == {
        ("America/New_York", None, date(2026, 11, 29)),
        ("Asia/Kathmandu", date(2026, 12, 1), None),
        ("Asia/Kathmandu", date(2026, 11, 30), date(2026, 11, 30)),
    }


@pytest.fixture
def talk(host: User, booked: Conversation) -> Conversation:
    """A conversation that takes the host's Tuesday from 9:10 to 9:30."""
    Booking.objects.filter(conversation=booked).delete()
    begin = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)
    Booking.objects.create(
        person=host, conversation=booked, starts_at=begin, ends_at=begin + timedelta(minutes=20)
    )
    return booked


def test_a_booked_conversation_takes_its_time_and_counts(
    host: User, open_mornings: Availability, talk: Conversation
) -> None:
    left = offered(host, TUESDAY)
    Availability.objects.update(most_per_week=1)

    assert left == ["09:30"]
    assert offered(host, date(2026, 11, 27)) == []
    assert offered(host, date(2026, 11, 30)) == ["09:00", "09:15", "09:30"]


def test_a_conversation_that_is_moved_does_not_stand_in_its_own_way(
    host: User, open_mornings: Availability, talk: Conversation
) -> None:
    at = datetime(2026, 11, 24, 14, 15, tzinfo=UTC)

    assert not selectors.is_slot(host, at=at, minutes=20)
    assert selectors.is_slot(host, at=at, minutes=20, but=talk.pk)


def test_trap_2_every_slot_that_is_shown_is_one_when_asked(host: User, open_mornings: Availability) -> None:
    shown = selectors.slots(host, first=NOW, last=NOW + timedelta(days=9), minutes=20)

    assert len(shown) > 10
    assert all(selectors.is_slot(host, at=one, minutes=20) for one in shown)
    assert not selectors.is_slot(host, at=shown[0] + timedelta(minutes=1), minutes=20)
