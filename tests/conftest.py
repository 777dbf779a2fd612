"""The cast, and what every test stands on."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from django.core.cache import cache as the_cache
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import BrowserContext, expect
from pytest_django import Settings
from pytest_django.plugin import blocking_manager_key
from pytest_playwright import CreateContextCallback

from askwell.accounts.models import Role, RoleName, User
from askwell.explore import services as explore
from tests import chromium

FIGURES = ("explore_release", "explore_occupation")

# A machine that is busy elsewhere makes no test fail: how long something takes is for the benchmarks.
PATIENCE = 120_000
expect.set_options(timeout=PATIENCE)
# The same examples every time; `pytest --hypothesis-profile default` looks for others.
hypothesis_settings.load_profile("ci")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests run on both databases; on one alone where the other could tell nothing more.

    Chromium takes minutes: it walks each edition on that edition's own database. What touches no database,
    and what starts the solo edition on a file of its own, is the same on PostgreSQL and runs only once.
    """
    here = os.environ.get("ASKWELL_TEST_ON") or "sqlite"
    others = {item for item in items if here not in _databases(item)}
    if others:
        config.hook.pytest_deselected(items=list(others))
        items[:] = [item for item in items if item not in others]


def _databases(item: pytest.Item) -> tuple[str, ...]:
    """Where a test can tell something."""
    if only := item.get_closest_marker("only_on"):
        return tuple(only.args)
    if item.get_closest_marker("browser"):
        return ("postgresql",) if "program" in _fixtures(item) else ("sqlite",)
    return ("sqlite", "postgresql") if _touches_the_database(item) else ("sqlite",)


def _touches_the_database(item: pytest.Item) -> bool:
    """Whether a test asks for the database, or may hand its address to a process of its own."""
    if item.get_closest_marker("django_db") or {"db", "transactional_db", "live_server"} & _fixtures(item):
        return True
    return any(_names_the_database(file) for file in (item.path, item.path.with_name("conftest.py")))


@cache
def _names_the_database(file: Path) -> bool:
    return file.exists() and any(name in file.read_text() for name in ("DATABASE_URL", "ASKWELL_TEST_ON"))


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """The shipped figures are there from the start, as they are for a person."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        explore.load_pack()
        with connection.cursor() as cursor:
            for table in FIGURES:
                cursor.execute(f"CREATE TABLE kept_{table} AS SELECT * FROM {table}")  # noqa: S608 (our own names)


def _bring_back_the_figures() -> None:
    """As they were loaded, copied: loading them anew takes up to two seconds."""
    with connection.cursor() as cursor:
        for table in FIGURES:
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 (our own names)
            cursor.execute(f"INSERT INTO {table} SELECT * FROM kept_{table}")  # noqa: S608 (our own names)


def _person(name: str, role: RoleName) -> User:
    user = User.objects.create(username=name.lower(), name=name, about="a senior at Harlow High School")
    Role.objects.create(user=user, name=role)
    return user


@pytest.fixture
def program(db: None, settings: Settings) -> Settings:
    """The program edition: many people, each with a role."""
    settings.SOLO = False
    settings.SITE_URL = "https://ask.example.edu"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    the_cache.clear()
    return settings


@pytest.fixture
def seeker(db: None) -> User:
    """The person whose journey it is."""
    return _person("Nadia", RoleName.SEEKER)


@pytest.fixture
def host(db: None) -> User:
    """Somebody who does the work and offers time."""
    return _person("Hannah", RoleName.HOST)


@pytest.fixture
def counselor(db: None) -> User:
    """Somebody who looks after seekers."""
    return _person("Curtis", RoleName.COUNSELOR)


@pytest.fixture
def coordinator(db: None) -> User:
    """Somebody who runs a program."""
    return _person("Colette", RoleName.COORDINATOR)


@pytest.fixture
def stranger(db: None) -> User:
    """Another seeker, who must see nothing of this one's."""
    return _person("Stefan", RoleName.SEEKER)


@pytest.fixture
def client_of() -> Callable[[User], Client]:
    """A browser in which that person is signed in."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def browser_of(client_of: Callable[[User], Client]) -> Callable[[User], Client]:
    """The same, checking CSRF as a real browser's forms are checked."""

    def signed_in(user: User) -> Client:
        client = Client(enforce_csrf_checks=True)
        client.force_login(user)
        return client

    return signed_in


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Tests that commit empty every table when they end: whoever is next gets the figures back."""
    yield
    marker = item.get_closest_marker("django_db")
    commits = bool(marker and marker.kwargs.get("transaction"))
    if nextitem is None:
        return
    if commits or {"live_server", "transactional_db"} & set(getattr(item, "fixturenames", ())):
        with item.config.stash[blocking_manager_key].unblock():
            _bring_back_the_figures()
            connection.close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium, kept off the network."""
    ours = {"executable_path": chromium.find(), "args": chromium.ARGUMENTS, "timeout": PATIENCE}
    return browser_type_launch_args | ours


@pytest.fixture
def new_context(new_context: CreateContextCallback) -> CreateContextCallback:
    """Browsers wait as long for a page as tests do."""

    def patient(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        return context

    return cast(CreateContextCallback, patient)


@pytest.fixture(autouse=True)
def _utc_between_tests() -> Iterator[None]:
    """No test leaves its zone behind."""
    yield
    timezone.deactivate()
