import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib import zones
from tests.serving import ASKWELL, environment

JULY = datetime(2026, 7, 1, 12, tzinfo=UTC)
JANUARY = datetime(2026, 1, 1, 12, tzinfo=UTC)


def test_eastern_is_eastern_in_july_and_in_january() -> None:
    assert zones.spoken(JULY, "America/New_York") == "Eastern"
    assert zones.spoken(JANUARY, "America/New_York") == "Eastern"


def test_another_zone_is_named_by_its_city_and_its_distance_that_day() -> None:
    assert zones.spoken(JULY, "Europe/Berlin") == "Berlin time, UTC+02:00"
    assert zones.spoken(JANUARY, "Europe/Berlin") == "Berlin time, UTC+01:00"


@given(st.sampled_from(sorted(zones.names())), st.datetimes(timezones=st.just(UTC)))
def test_every_zone_has_a_name_at_every_moment(name: str, at: datetime) -> None:
    assert zones.spoken(at.replace(year=min(max(at.year, 2), 9998)), name)


@pytest.mark.parametrize("zone", ["America/Chicago", ":Asia/Kathmandu"])
def test_the_zone_of_the_machine_is_known_here_and_in_what_is_started_from_here(
    zone: str, tmp_path: Path
) -> None:
    there = environment(tmp_path, TZ=zone, DJANGO_SETTINGS_MODULE="askwell.settings")
    words = f"import django, subprocess; django.setup(); subprocess.run({[*ASKWELL, 'check']})"

    here = subprocess.run([*ASKWELL, "check"], env=there, capture_output=True, text=True)  # noqa: S603 - our own
    below = subprocess.run([sys.executable, "-c", words], env=there, capture_output=True, text=True)  # noqa: S603

    assert f"This machine is set to {zone.lstrip(':')}." in here.stdout
    assert f"This machine is set to {zone.lstrip(':')}." in below.stdout
