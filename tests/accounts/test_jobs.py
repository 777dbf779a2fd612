"""Sessions that have ended leave nothing behind."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts import jobs
from askwell.accounts.models import User
from tests.accounts.conftest import PASSWORD, with_account
from tests.ask.sink import Sink

pytestmark = pytest.mark.django_db


def counts() -> int:
    """How many counts against guessing the table holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM askwell_cache")
        return int(cursor.fetchone()[0])


def test_an_ended_session_goes_with_the_device_and_network_it_came_from(
    program: Settings, seeker: User
) -> None:
    with_account(seeker, "nadia@example.org")
    for _ in range(2):
        Client().post("/accounts/login/", {"login": "nadia@example.org", "password": PASSWORD})
    ended = UserSession.objects.earliest("pk")
    Session.objects.filter(session_key=ended.session_key).update(expire_date=timezone.now())

    jobs.clear_away()

    assert Session.objects.count() == 1
    assert list(UserSession.objects.values_list("session_key")) == list(Session.objects.values_list("pk"))


def test_a_code_that_was_asked_for_and_not_used_goes_with_its_session(post: Sink, nadia: User) -> None:
    Client().post("/accounts/login/code/", {"email": nadia.email})
    assert Session.objects.count() == 1
    with time_machine.travel(timezone.now() + timedelta(days=15), tick=False):
        jobs.clear_away()

    assert Session.objects.count() == 0


def test_counts_that_are_over_go_and_the_others_stay(program: Settings) -> None:
    cache.clear()
    cache.set("before", 1, timeout=60)
    cache.set("after", 1, timeout=3600)
    with time_machine.travel(timezone.now() + timedelta(minutes=5), tick=False):
        jobs.clear_away()

        assert counts() == 1
        assert cache.get("after") == 1
