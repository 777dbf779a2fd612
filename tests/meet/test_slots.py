"""When somebody may be asked to talk."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from askwell.meet.hours import Hours
from askwell.meet.slots import Busy, OtherDay, Rules, first_free, is_slot, next_slot, slots

NEW_YORK = "America/New_York"
HALF_HOURS: dict[str, Any] = {"lengths": (30,), "step": 30, "notice": 0}


def at(shown: str, zone: str = "UTC", *, fold: int = 0) -> datetime:
    """The instant at which a clock in the zone shows this."""
    return datetime.fromisoformat(shown).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


def every_day(opens: str, closes: str, zone: str, **limits: date) -> tuple[Hours, ...]:
    """The same hours on all seven days."""
    return tuple(
        Hours(day, time.fromisoformat(opens), time.fromisoformat(closes), zone, **limits) for day in range(7)
    )


def rules(opens: str = "09:00", closes: str = "11:00", zone: str = NEW_YORK, **other: Any) -> Rules:
    """The same hours every day, half an hour each, at no notice."""
    return Rules(**{"zone": zone, "hours": every_day(opens, closes, zone), **HALF_HOURS, **other})


def on(
    day: str, asked: Rules, busy: tuple[Busy, ...] = (), *, now: datetime | None = None, minutes: int = 30
) -> list[str]:
    """What clocks in the zone of the rules show at each slot of a date."""
    place = ZoneInfo(asked.zone)
    first = at(f"{day}T00:00", asked.zone)
    found = slots(
        asked,
        busy,
        now=now or first - timedelta(days=3),
        first=first,
        last=at(f"{day}T23:59:59", asked.zone, fold=1),
        minutes=minutes,
    )
    return [f"{one.astimezone(place):%H:%M}" for one in found]


def test_hours_are_offered_in_steps_and_end_when_the_hours_do() -> None:
    assert on("2026-11-24", rules()) == ["09:00", "09:30", "10:00", "10:30"]
    assert on("2026-11-24", rules(lengths=(45,)), minutes=45) == ["09:00", "09:30", "10:00"]
    assert on("2026-11-24", rules(closes="09:29")) == []


def test_a_length_that_is_not_offered_has_no_slots() -> None:
    assert on("2026-11-24", rules(lengths=(15, 20)), minutes=30) == []


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        (NEW_YORK, "2026-03-07", "2026-03-09"),
        (NEW_YORK, "2026-10-31", "2026-11-02"),
        ("Australia/Sydney", "2026-04-04", "2026-04-06"),
        ("Australia/Sydney", "2026-10-03", "2026-10-05"),
        ("Australia/Lord_Howe", "2026-04-04", "2026-04-06"),
        ("Pacific/Chatham", "2026-09-26", "2026-09-28"),
    ],
)
def test_trap_1_bookings_past_a_clock_change_keep_their_wall_time(zone: str, before: str, after: str) -> None:
    asked = rules(zone=zone)
    now = at(f"{before}T00:00", zone) - timedelta(days=20)

    assert on(before, asked, now=now) == on(after, asked, now=now) == ["09:00", "09:30", "10:00", "10:30"]


@pytest.mark.parametrize(("zone", "day"), [(NEW_YORK, "2026-03-08"), ("Australia/Sydney", "2026-04-05")])
def test_trap_2_a_slot_shown_across_a_clock_change_is_accepted(zone: str, day: str) -> None:
    asked = rules("00:00", "00:00", zone)
    now = at(f"{day}T00:00", zone) - timedelta(days=9)
    shown = slots(
        asked, (), now=now, first=now + timedelta(days=8), last=now + timedelta(days=11), minutes=30
    )

    assert len(shown) == 3 * 48
    assert all(is_slot(asked, (), now=now, at=one, minutes=30) for one in shown)


def test_hours_that_the_clocks_skip_do_not_come() -> None:
    assert on("2026-03-08", rules("02:00", "03:00")) == []
    assert on("2026-03-08", rules("02:30", "04:00")) == ["03:00", "03:30"]
    assert on("2026-03-08", rules("01:30", "03:30")) == ["01:30", "03:00"]
    # Half an hour is skipped on Lord Howe, from 2:00 to 2:30.
    assert on("2026-10-04", rules("01:30", "03:00", "Australia/Lord_Howe")) == ["01:30", "02:30"]


def test_hours_that_the_clocks_repeat_come_twice() -> None:
    assert on("2026-11-01", rules("01:00", "02:00")) == ["01:00", "01:30", "01:00", "01:30"]
    assert on("2026-04-05", rules("02:45", "03:45", "Pacific/Chatham")) == [
        "02:45",
        "03:15",
        "02:45",
        "03:15",
    ]


def test_a_conversation_may_run_across_a_clock_change() -> None:
    asked = rules("01:30", "04:00", lengths=(45,))

    assert on("2026-03-08", asked, minutes=45) == ["01:30", "03:00"]


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Asia/Kolkata", "Pacific/Chatham", "Australia/Eucla"])
def test_starts_are_round_where_the_host_lives(zone: str) -> None:
    assert on("2026-11-24", rules(zone=zone)) == ["09:00", "09:30", "10:00", "10:30"]


def test_hours_may_end_at_midnight_or_pass_it() -> None:
    until_midnight = rules("23:00", "00:00")
    night = rules("23:00", "01:00")

    assert on("2026-11-24", until_midnight) == ["23:00", "23:30"]
    assert on("2026-11-24", night) == ["00:00", "00:30", "23:00", "23:30"]
    assert on("2026-11-24", rules("23:15", "00:45")) == ["00:15", "23:15", "23:45"]


def test_hours_passing_midnight_belong_to_the_day_on_which_they_open() -> None:
    friday_night = Rules(
        zone=NEW_YORK, hours=(Hours(4, time(23), time(1), NEW_YORK, until=date(2026, 11, 27)),), **HALF_HOURS
    )

    assert on("2026-11-27", friday_night) == ["23:00", "23:30"]
    assert on("2026-11-28", friday_night) == ["00:00", "00:30"]
    assert on("2026-12-05", friday_night) == []


def test_hours_that_touch_are_one() -> None:
    asked = rules(hours=every_day("09:00", "09:40", NEW_YORK) + every_day("09:40", "10:20", NEW_YORK))

    assert on("2026-11-24", asked) == ["09:00", "09:30", "09:40"]


def test_hours_that_overlap_offer_each_start_once() -> None:
    asked = rules(hours=every_day("09:00", "10:30", NEW_YORK) + every_day("09:30", "11:00", NEW_YORK))

    assert on("2026-11-24", asked) == ["09:00", "09:30", "10:00", "10:30"]


def test_a_leap_day_is_a_day() -> None:
    asked = rules(
        hours=every_day("09:00", "10:00", NEW_YORK, since=date(2028, 2, 29), until=date(2028, 2, 29))
    )

    assert on("2028-02-28", asked) == on("2028-03-01", asked) == []
    assert on("2028-02-29", asked) == ["09:00", "09:30"]


def test_a_day_that_a_zone_skips_has_no_slots() -> None:
    asked = rules("09:00", "10:00", "Pacific/Apia")
    now = at("2011-12-28T12:00", "Pacific/Apia")

    found = slots(asked, (), now=now, first=now, last=now + timedelta(days=2), minutes=30)

    shown = [f"{one.astimezone(ZoneInfo('Pacific/Apia')):%m-%d %H:%M}" for one in found]
    assert shown == ["12-29 09:00", "12-29 09:30", "12-31 09:00", "12-31 09:30"]


def test_a_host_who_moves_keeps_old_hours_until_the_day_and_has_new_ones_from_then() -> None:
    asked = rules(
        zone="Europe/Berlin",
        hours=every_day("09:00", "10:00", NEW_YORK, until=date(2026, 11, 30))
        + every_day("09:00", "10:00", "Europe/Berlin", since=date(2026, 12, 1)),
    )
    now = at("2026-11-29T00:00")

    found = slots(asked, (), now=now, first=at("2026-11-30T00:00"), last=at("2026-12-02T00:00"), minutes=30)

    assert found == [
        at("2026-11-30T09:00", NEW_YORK), at("2026-11-30T09:30", NEW_YORK),
        at("2026-12-01T09:00", "Europe/Berlin"), at("2026-12-01T09:30", "Europe/Berlin"),
    ]  # fmt: skip


def test_a_closed_date_is_closed_from_midnight_to_midnight() -> None:
    asked = rules("22:30", "00:30", other_days=(OtherDay(date(2026, 11, 26)),))

    assert on("2026-11-25", asked) == ["00:00", "22:30", "23:00", "23:30"]
    assert on("2026-11-26", asked) == []
    assert on("2026-11-27", asked) == ["22:30", "23:00", "23:30"]


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu", NEW_YORK])
def test_trap_3_a_closed_date_is_that_date_where_the_host_lives(zone: str) -> None:
    asked = rules("00:00", "00:00", zone, other_days=(OtherDay(date(2026, 11, 26)),))

    assert on("2026-11-26", asked) == []
    assert len(on("2026-11-25", asked)) == len(on("2026-11-27", asked)) == 48


def test_other_hours_stand_in_for_the_weekly_ones() -> None:
    asked = rules(other_days=(OtherDay(date(2026, 11, 26), ((time(14), time(15)), (time(7), time(7, 30)))),))

    assert on("2026-11-26", asked) == ["07:00", "14:00", "14:30"]


def test_other_hours_open_a_day_that_has_none() -> None:
    asked = rules(hours=(), other_days=(OtherDay(date(2026, 11, 26), ((time(14), time(15)),)),))

    assert on("2026-11-26", asked) == ["14:00", "14:30"]
    assert on("2026-11-27", asked) == []


def busy(begin: str, end: str, *, counts: bool = False) -> Busy:
    """Busy in New York."""
    return Busy(at(begin, NEW_YORK), at(end, NEW_YORK), counts)


def test_busy_time_is_not_offered_and_may_be_touched() -> None:
    taken = (busy("2026-11-24T09:30", "2026-11-24T10:00"),)

    assert on("2026-11-24", rules(), taken) == ["09:00", "10:00", "10:30"]


def test_busy_time_that_overlaps_by_a_second_blocks() -> None:
    ends_late = (busy("2026-11-24T08:00", "2026-11-24T09:00:01"),)
    begins_early = (busy("2026-11-24T10:59:59", "2026-11-24T12:00"),)

    assert on("2026-11-24", rules(), ends_late)[0] == "09:30"
    assert on("2026-11-24", rules(), begins_early)[-1] == "10:00"


def test_a_short_event_within_a_long_one_frees_nothing() -> None:
    taken = (busy("2026-11-24T08:00", "2026-11-24T10:30"), busy("2026-11-24T08:30", "2026-11-24T09:00"))

    assert on("2026-11-24", rules(), taken) == ["10:30"]


def test_an_event_without_length_takes_no_time() -> None:
    assert len(on("2026-11-24", rules(), (busy("2026-11-24T09:15", "2026-11-24T09:15"),))) == 4


def test_buffers_keep_room_before_and_after() -> None:
    taken = (busy("2026-11-24T09:30", "2026-11-24T10:00"),)

    assert on("2026-11-24", rules(before=5), taken) == ["09:00", "10:30"]
    assert on("2026-11-24", rules(after=5), taken) == ["10:00", "10:30"]


def test_between_two_conversations_lies_the_longer_buffer() -> None:
    taken = (busy("2026-11-24T09:40", "2026-11-24T10:10", counts=True),)

    assert on("2026-11-24", rules(step=10, before=10, after=20), taken) == ["10:30"]
    assert on("2026-11-24", rules(step=10, before=20, after=10), taken) == ["10:30"]
    assert on("2026-11-24", rules("08:00", step=10, before=10, after=20), taken)[:6] == [
        "08:00", "08:10", "08:20", "08:30", "08:40", "08:50",
    ]  # fmt: skip


def test_a_slot_exactly_at_the_notice_is_offered_and_a_second_less_is_not() -> None:
    asked = rules(notice=60)

    assert on("2026-11-24", asked, now=at("2026-11-24T08:00", NEW_YORK))[0] == "09:00"
    assert on("2026-11-24", asked, now=at("2026-11-24T08:00:01", NEW_YORK))[0] == "09:30"


def test_what_has_begun_is_never_offered() -> None:
    assert on("2026-11-24", rules(), now=at("2026-11-24T09:00:00.5", NEW_YORK))[0] == "09:30"


def test_the_horizon_is_a_date_where_the_host_lives() -> None:
    asked = rules("00:00", "00:00", horizon=2)
    late = at("2026-11-22T23:59", NEW_YORK)

    assert len(on("2026-11-24", asked, now=late)) == 48
    assert on("2026-11-25", asked, now=late) == []


def test_a_full_day_week_or_month_offers_nothing_more() -> None:
    booked = (
        busy("2026-11-23T15:00", "2026-11-23T15:20", counts=True),
        busy("2026-11-29T23:30", "2026-11-29T23:50", counts=True),
    )

    assert on("2026-11-23", rules(most_per_day=1), booked) == []
    assert len(on("2026-11-24", rules(most_per_day=1), booked)) == 4
    assert on("2026-11-24", rules(most_per_week=2), booked) == []
    assert len(on("2026-11-30", rules(most_per_week=2), booked)) == 4
    assert len(on("2026-11-22", rules(most_per_week=2), booked)) == 4
    assert on("2026-11-02", rules(most_per_month=2), booked) == []
    assert len(on("2026-12-01", rules(most_per_month=2), booked)) == 4


def test_other_peoples_events_do_not_count_for_the_caps() -> None:
    assert len(on("2026-11-24", rules(most_per_day=1), (busy("2026-11-24T12:00", "2026-11-24T13:00"),))) == 4


def test_a_booking_late_at_night_counts_for_the_hosts_own_date() -> None:
    # It is the 25th in UTC.
    booked = (busy("2026-11-24T21:00", "2026-11-24T21:20", counts=True),)

    assert on("2026-11-24", rules(most_per_day=1), booked) == []
    assert len(on("2026-11-25", rules(most_per_day=1), booked)) == 4


def test_iso_weeks_run_on_over_the_turn_of_the_year() -> None:
    booked = (busy("2026-12-31T15:00", "2026-12-31T15:20", counts=True),)

    assert on("2027-01-02", rules(most_per_week=1), booked) == []
    assert len(on("2027-01-04", rules(most_per_week=1), booked)) == 4


def test_nothing_is_offered_before_the_day_of_return() -> None:
    asked = rules(back_on=date(2026, 11, 24))

    assert on("2026-11-23", asked) == []
    assert len(on("2026-11-24", asked)) == 4


def test_the_next_slot_is_the_first_that_is_shown() -> None:
    now = at("2026-11-24T09:10", NEW_YORK)
    taken = (busy("2026-11-24T09:30", "2026-11-24T12:00"),)

    assert next_slot(rules(), taken, now=now, minutes=30) == at("2026-11-25T09:00", NEW_YORK)
    assert next_slot(rules(), taken, now=now, minutes=30, before=at("2026-11-25T09:00", NEW_YORK)) is None
    assert next_slot(rules(horizon=0), taken, now=now, minutes=30) is None


def test_whoever_is_free_first_is_found() -> None:
    now = at("2026-11-24T08:00", NEW_YORK)
    taken = (busy("2026-11-24T09:00", "2026-11-24T09:30"),)
    people = [("Ana", rules(), taken), ("Ben", rules("09:15"), ()), ("Cy", rules("09:15"), ())]

    assert first_free(people, now=now, minutes=30) == ("Ben", at("2026-11-24T09:15", NEW_YORK))
    assert first_free([], now=now, minutes=30) is None
