"""Wall-clock times made into instants."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from askwell.meet import times

ZONES = (
    "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo", "Europe/Berlin",
    "Africa/Nairobi", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Australia/Adelaide",
    "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "UTC",
)  # fmt: skip


def wall(shown: str) -> datetime:
    """What a clock on the wall shows: a time without a zone."""
    return datetime.fromisoformat(shown)


zones = st.sampled_from(ZONES)
locals_ = st.datetimes(wall("2000-01-01 00:00"), wall("2099-12-31 00:00"))
moments = st.datetimes(wall("2000-01-02 00:00"), wall("2099-12-30 00:00"), timezones=st.just(UTC))


@given(locals_, zones)
@example(wall("2027-03-14 02:30"), "America/New_York")
@example(wall("2026-10-04 02:15"), "Australia/Lord_Howe")
@example(wall("2011-12-30 12:00"), "Pacific/Apia")
def test_a_clock_in_the_zone_shows_the_time_that_was_typed(local: datetime, zone: str) -> None:
    try:
        found = times.instant(local, zone)
    except times.NoSuchTime:
        return

    assert found.at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local
    assert found.at.utcoffset() == timedelta(0)


@given(moments, zones)
@example(datetime(2026, 11, 1, 6, 30, tzinfo=UTC), "America/New_York")
@example(datetime(2027, 4, 3, 15, 15, tzinfo=UTC), "Australia/Lord_Howe")
def test_every_moment_is_found_by_what_clocks_show_then_or_is_the_second_of_two(
    at: datetime, zone: str
) -> None:
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)

    found = times.instant(local, zone)

    assert found.at == at or (found.comes_twice and found.at < at)


@pytest.mark.parametrize(
    ("local", "zone", "instead"),
    [
        (wall("2027-03-14 02:30"), "America/New_York", "3:30 AM"),
        (wall("2027-03-28 02:00"), "Europe/Berlin", "3:00 AM"),
        (wall("2026-10-04 02:15"), "Australia/Lord_Howe", "2:45 AM"),
    ],
)
def test_a_time_that_clocks_skip_is_refused_and_the_next_one_named(
    local: datetime, zone: str, instead: str
) -> None:
    with pytest.raises(times.NoSuchTime, match=instead):
        times.instant(local, zone)


def test_of_a_time_that_comes_twice_the_earlier_is_taken_and_it_is_said() -> None:
    found = times.instant(wall("2027-11-07 01:30"), "America/New_York")

    assert found == times.Instant(datetime(2027, 11, 7, 5, 30, tzinfo=UTC), comes_twice=True)


@pytest.mark.parametrize("year", [1, 1799, 2500, 9999])
def test_a_slip_in_the_year_is_said_and_breaks_nothing(year: int) -> None:
    with pytest.raises(times.NoSuchTime, match="year"):
        times.instant(wall(f"{year:04}-01-01 12:00"), "Pacific/Auckland")


def test_a_time_that_has_a_zone_already_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="zone of its own"):
        times.instant(datetime(2026, 11, 24, 17, 30, tzinfo=UTC), "America/New_York")


@given(moments, st.integers(10, 120), moments, st.integers(10, 120))
def test_overlap_is_mutual_and_means_a_shared_minute(a: datetime, n: int, b: datetime, m: int) -> None:
    shared = min(a + timedelta(minutes=n), b + timedelta(minutes=m)) - max(a, b)

    assert times.overlap(a, n, b, m) == times.overlap(b, m, a, n) == (shared > timedelta(0))


def test_one_talk_may_begin_when_the_other_ends() -> None:
    start = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)

    assert not times.overlap(start, 20, start + timedelta(minutes=20), 20)


@given(moments, zones)
def test_the_words_for_a_moment_name_the_zone_and_never_a_winter_name_in_summer(
    at: datetime, zone: str
) -> None:
    words = times.words(at, zone)

    assert not words.endswith(("AM", "PM"))
    assert not any(short in words for short in ("EST", "EDT", "PST", "PDT", "CET"))


def test_trap_5_every_offered_time_in_the_letter_names_its_zone() -> None:
    offered = [datetime(2027, 7, 6, 21, 30, tzinfo=UTC), datetime(2027, 1, 5, 22, 30, tzinfo=UTC)]

    letter = times.letter_lines(offered, "America/New_York", length="20 minutes by video")

    assert "- Tuesday, January 5, 2027, 5:30 PM Eastern\n- Tuesday, July 6, 2027, 5:30 PM Eastern" in letter
    assert "20 minutes by video" in letter
