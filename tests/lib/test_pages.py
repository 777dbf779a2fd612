"""Faults of the ground, met in a page."""

from collections.abc import Callable
from typing import Any, NoReturn

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError, connection
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.connect import services as connect
from askwell.connect.models import Contact

SignIn = Callable[[User], Client]


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a page limit is how SQLite meets a full disk")
@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_said_plainly_and_what_was_saved_stays(seeker: User, client_of: SignIn) -> None:
    client = client_of(seeker)
    client.raise_request_exception = False
    client.get("/accounts/you")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")

    answers = [
        client.post("/accounts/you", {"name": "Nadia", "about": "long " * 30, "time_zone": ""})
        for _ in range(400)
    ]

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")
    full = [answer for answer in answers if answer.status_code == 503]
    assert full
    assert "The disk is full" in full[0].content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [(OperationalError("disk I/O error"), 503, "full or failing"), (KeyError("name"), 500, "on our side")],
)
def test_a_fault_before_the_view_is_said_as_plainly_and_keeps_the_page_strict(
    fault: Exception, status: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(request: HttpRequest) -> NoReturn:
        raise fault

    monkeypatch.setattr("django.contrib.auth.middleware.get_user", fails)

    answer = Client(raise_request_exception=False).get("/")

    assert answer.status_code == status
    assert ("Retry-After" in answer.headers) == (status == 503)
    assert words in answer.content.decode()
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_what_another_tab_removed_in_the_same_moment_is_not_found(
    seeker: User, client_of: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact = connect.add_contact(seeker, name="Jo Tran", by=seeker)
    edit = connect.edit_contact

    def too_late(found: Contact, **known: Any) -> Contact:
        connect.remove_contact(found, by=seeker)
        return edit(Contact(pk=contact.pk), **known)

    monkeypatch.setattr(connect, "edit_contact", too_late)

    answer = client_of(seeker).post(f"/connect/{contact.pk}/edit", {"name": "Jo Tran", "bond": "stranger"})

    assert answer.status_code == 404
    assert "may have been removed" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_mark_is_refused_and_the_page_says_the_words_are_kept(
    seeker: User, browser_of: SignIn
) -> None:
    answer = browser_of(seeker).post("/accounts/you", {"name": "Nadia"})

    assert answer.status_code == 403
    assert "still has what you typed" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/explore/careers/29%00", "/explore/compare?soc=%00", "/?page=%00"])
def test_a_zero_byte_in_an_address_is_not_understood(seeker: User, client_of: SignIn, address: str) -> None:
    answer = client_of(seeker).get(address)

    assert answer.status_code == 400
    assert "could not read that" in answer.content.decode()


@pytest.mark.django_db
def test_a_zero_byte_in_a_cookie_is_not_understood(settings: Settings) -> None:
    browser = Client(HTTP_COOKIE=f'{settings.SESSION_COOKIE_NAME}="{"a" * 20}\\000"')

    assert browser.get("/").status_code == 400


@pytest.mark.django_db
def test_a_form_in_letters_that_no_browser_sends_is_not_understood(
    seeker: User, browser_of: SignIn, settings: Settings
) -> None:
    kind = "application/x-www-form-urlencoded; charset=utf-16"
    browser = browser_of(seeker)
    browser.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32

    answer = browser.post("/accounts/you", b"name=Nadia", content_type=kind)

    assert answer.status_code == 400


@pytest.mark.django_db
@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("address", ["/accounts/email/", "/accounts/sessions/", "/program/"])
def test_nobody_between_keeps_a_page_of_signing_in_or_a_refusal(
    seeker: User, client_of: SignIn, address: str
) -> None:
    assert client_of(seeker).get(address).headers["Cache-Control"] == "private, no-cache"


@pytest.mark.django_db
def test_nobody_between_keeps_a_private_page(seeker: User, client_of: SignIn) -> None:
    answer = client_of(seeker).get("/accounts/you")

    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert {"Cookie", "HX-Target"} <= set(answer.headers["Vary"].replace(" ", "").split(","))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nothing", "/explore/99-9999x", "/accounts/nothing"])
def test_an_address_that_leads_nowhere_says_so(seeker: User, client_of: SignIn, address: str) -> None:
    answer = client_of(seeker).get(address)

    assert answer.status_code == 404
    assert "nothing at this address" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["403.html", "404.html"])
def test_the_way_back_is_one_that_its_reader_has(
    program: Settings, seeker: User, client_of: Callable[[User], Client], page: str
) -> None:
    address = "/program/" if page == "403.html" else "/nothing-here"
    theirs = client_of(seeker).get(address)
    strangers = render_to_string(page, {}, request=_visitor())

    assert theirs.status_code == int(page[:3])
    assert "Back to Today" in theirs.content.decode()
    assert "Today" not in strangers
    assert "Sign in" in strangers
    assert "See coming gatherings" in strangers


def _visitor() -> HttpRequest:
    request = RequestFactory().get("/gather/")
    request.user = AnonymousUser()
    return request
