"""Every page of a whole journey, opened: nothing changes by looking, nothing is anybody else's."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User
from askwell.desk import services

SignIn = Callable[[User], Client]
BULK = re.compile(r'[^(]"explore_occupation"\."figures"')
WRITING = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
LINK = re.compile(r'href="(/[^"#]*)')
FORM = re.compile(r'<form[^>]*method="post"[^>]*action="(/[^"]*)"')


def kind_of(address: str) -> str:
    """The page, whichever row or career it shows."""
    return re.sub(r"/\d\d-\d{4}", "/SOC", re.sub(r"/\d+(?=/|$)", "/N", address.split("?")[0]))


class Visitor:
    """Follows links from Today to one address of every kind, and notes every form met there."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.pages: dict[str, str] = {}
        self.forms: dict[str, str] = {}

    def walk(self) -> "Visitor":
        waiting = ["/"]
        while waiting:
            address = waiting.pop(0).replace("&amp;", "&")
            if kind_of(address) in self.pages or address.startswith("/static/"):
                continue
            self.pages[kind_of(address)] = address
            waiting += self._links(address)
        return self

    def _links(self, address: str) -> list[str]:
        answer = self.client.get(address, follow=True)
        assert answer.status_code == 200, address
        if "text/html" not in answer.headers["Content-Type"] or answer.streaming:
            return []
        text = answer.content.decode()
        self.forms |= {kind_of(action): action for action in FORM.findall(text)}
        return LINK.findall(text)


@pytest.fixture
def example(seeker: User) -> User:
    """A whole journey: somebody who looked, asked, talked and decided."""
    return services.open_example(seeker, by=seeker)


def test_opening_any_page_of_a_journey_changes_nothing(example: User, client_of: SignIn) -> None:
    visitor = Visitor(client_of(example))
    written: list[str] = []

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if WRITING.match(sql) and "django_session" not in sql:
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        visitor.walk()
        asked = {address: visitor.client.head(address).status_code for address in visitor.pages.values()}

    assert len(visitor.pages) > 25
    assert not written
    assert set(asked.values()) == {200}, "a page does not answer whether it is there"


def test_only_pages_that_show_figures_read_the_bulk_of_them(example: User, client_of: SignIn) -> None:
    client = client_of(example)
    reading = set()
    for kind, address in Visitor(client).walk().pages.items():
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        if any(BULK.search(query["sql"]) for query in queries):
            reading.add(kind)

    assert reading == {
        "/explore/careers/SOC",
        "/explore/careers/SOC/where",
        "/explore/compare",
        "/prepare/N",
        "/prepare/career/SOC",
        "/your-data/export",
    }


def test_no_page_and_no_form_of_a_journey_opens_for_somebody_else(
    example: User, stranger: User, client_of: SignIn
) -> None:
    visitor = Visitor(client_of(example)).walk()
    other = client_of(stranger)
    own = [address for kind, address in visitor.pages.items() if "/N" in kind]
    forms = [address for kind, address in visitor.forms.items() if "/N" in kind]

    assert {address for address in own if other.get(address).status_code != 404} == set()
    # Dropping a question that is not there is taken for a second click; it must drop nothing.
    opened = {kind_of(address) for address in forms if other.post(address).status_code != 404}
    assert opened <= {"/prepare/question/N/drop"}
