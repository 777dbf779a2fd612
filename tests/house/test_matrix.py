"""Who gets what at every address: each of the cast asks, and the answers are compared with a committed table."""

import os
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse
from pytest_django import Settings

from askwell.accounts.models import User
from tests.house.objects import Cast, furnish, value_of
from tests.house.test_doors import patterns

PAPER = Path(__file__).parent / "matrix.txt"
HEAD = """\
Who gets what at every address. Rows of a journey are the seeker's, "stranger" is another seeker.
"door": sent to the sign-in page. Written anew by running tests/house/test_matrix.py with ASKWELL_WRITE_DOCS=1.
"""
Row = tuple[str, str, list[str]]


def answer(person: User | None, method: str, address: str) -> str:
    """The status that this person gets, and no trace of having asked."""
    client = Client(raise_request_exception=False)
    with transaction.atomic():
        if person:
            client.force_login(person)
        response = getattr(client, method.lower())(address)
        transaction.set_rollback(True)
    return said(response)


def said(response: HttpResponse) -> str:
    """The status, or that one was sent to the door."""
    to = response.headers.get("Location", "") if response.status_code == 302 else ""
    return "door" if to.startswith("/accounts/login/") else str(response.status_code)


def addresses(cast: Cast) -> list[tuple[str, str]]:
    """One address of every page by its name, in the order of the URLconf."""
    found: dict[str, str] = {}
    for name, _ in patterns(get_resolver()):
        known = {parameter: value_of(name, parameter, cast) for parameter in parameters(name)}
        found.setdefault(name, reverse(name, kwargs=known))
    return list(found.items())


def parameters(name: str) -> list[str]:
    """The parameters in a page's whole address."""
    resolver = get_resolver()
    for part in name.split(":")[:-1]:
        prefix, resolver = resolver.namespace_dict[part]
        assert "<" not in prefix
    return list(resolver.reverse_dict.getlist(name.rpartition(":")[2])[0][0][0][1])


def written(columns: list[str], rows: list[Row]) -> str:
    """The table as aligned text, so that a change is one line of a diff."""
    lines = [HEAD, f"{'':<38}{'':<6}" + "".join(f"{name:<13}" for name in columns)]
    for name, method, cells in rows:
        lines.append(f"{name:<38}{method:<6}" + "".join(f"{cell:<13}" for cell in cells))
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.fixture
def cast(program: Settings, seeker: User, host: User, counselor: User, coordinator: User) -> Cast:
    """The cast, each with something of their own."""
    made = Cast(seeker, host, counselor, coordinator)
    furnish(made)
    return made


@pytest.mark.only_on("sqlite")
def test_who_gets_what_is_what_the_table_says(cast: Cast, stranger: User, program: Settings) -> None:
    people = {"nobody": None, "stranger": stranger} | vars(cast)
    rows: list[Row] = []
    for name, address in addresses(cast):
        for method in ("GET", "POST"):
            program.SOLO = False
            cells = [answer(person, method, address) for person in people.values()]
            program.SOLO = True
            cells += [answer(person, method, address) for person in (None, cast.seeker)]
            if "405" not in cells:
                rows.append((name, method, cells))
    table = written([*people, "solo: nobody", "solo: one"], rows)
    if os.environ.get("ASKWELL_WRITE_DOCS"):
        PAPER.write_text(table)

    assert PAPER.read_text() == table, (
        "Look at what changed; then run this test once with ASKWELL_WRITE_DOCS=1."
    )


def test_the_table_shows_no_fault_and_no_journey_to_another_seeker() -> None:
    rows = [line.split() for line in PAPER.read_text().splitlines()[4:]]
    journeys = [row for row in rows if {"pk", "contact_pk", "conversation_pk"} & set(parameters(row[0]))]

    assert [row for row in rows if "500" in row] == []
    # Dropping a question that is not there is taken for a second click.
    opened = {row[0] for row in journeys if row[3] not in {"404", "403"}} - {"prepare:drop"}
    assert {name for name in opened if not name.startswith("mfa_")} == set()
