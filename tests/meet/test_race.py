"""Many people, several processes, one free half hour: the measurement of bench/booking.py, small."""

import os

import pytest

from bench.booking import BOOKED, GONE, race

ON = os.environ.get("ASKWELL_TEST_ON") or "sqlite"


@pytest.mark.parametrize("way", ["service", "http"])
def test_trap_7_of_many_who_reach_for_one_slot_from_several_processes_one_gets_it(way: str) -> None:
    found = race(ON, way, people=24, processes=2)

    assert found["outcomes"] == {BOOKED: 1, GONE: 23}
