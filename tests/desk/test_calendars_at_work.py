"""The worker reads other calendars by itself."""

from ipaddress import ip_network

import pytest
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.desk.work import Rounds
from askwell.meet.availability import services
from askwell.meet.availability.models import CalendarSource
from tests.lib.servers import answer, serving
from tests.meet.calendars import calendar


@pytest.mark.django_db(transaction=True)
def test_a_round_of_work_reads_a_calendar_whose_turn_it_is(host: User, settings: Settings) -> None:
    settings.ALLOW_FETCH = [ip_network("127.0.0.1")]
    host.time_zone = "America/New_York"
    host.save()
    began = timezone.now()
    with serving(answer(calendar())) as port:
        source = services.add_calendar(host, name="Work", address=f"http://127.0.0.1:{port}/a.ics", by=host)
        Rounds().once()
        first = CalendarSource.objects.get(pk=source.pk).read_at
        CalendarSource.objects.update(asked_at=None)
        Rounds().once()

    second = CalendarSource.objects.get(pk=source.pk).read_at
    assert first
    assert second
    assert began < first < second
