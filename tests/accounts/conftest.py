"""A program in which letters arrive and people have passwords."""

from collections.abc import Iterator

import pytest
from allauth.account.models import EmailAddress
from pytest_django import Settings

from askwell.accounts.models import User
from tests.ask.sink import Sink

PASSWORD = "a quiet table, 1959"  # noqa: S105 - of people who are invented


@pytest.fixture
def post(program: Settings) -> Iterator[Sink]:
    """The mail server of that program."""
    with Sink() as sink:
        program.EMAIL_HOST, program.EMAIL_PORT, program.EMAIL_USE_TLS = "127.0.0.1", sink.port, False
        program.EMAIL_HOST_USER = ""
        program.DEFAULT_FROM_EMAIL, program.CAN_SEND = "hello@ask.example.edu", True
        yield sink


@pytest.fixture
def nadia(seeker: User) -> User:
    """A seeker who signs in with nadia@example.org and a password."""
    return with_account(seeker, "nadia@example.org")


def with_account(person: User, address: str) -> User:
    """Give a person an address, proven, and the tests' password."""
    person.email = address
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    return person
