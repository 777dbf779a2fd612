"""The pages of signing in speak as the rest does, and every one of them is a page of ours."""

import re
from collections.abc import Callable

import pytest
from allauth.account import app_settings as account
from allauth.mfa import app_settings as mfa
from django.template import Template
from django.test import Client
from django.test.signals import template_rendered
from django.utils.module_loading import import_string
from pytest_django import Settings

from askwell.accounts.entrance import InOurWords
from askwell.accounts.models import User
from askwell.lib import pages
from tests.accounts.conftest import PASSWORD, with_account

pytestmark = pytest.mark.django_db
BEFORE = ("login/", "signup/", "login/code/", "password/reset/", "password/reset/done/", "inactive/")
SCHOOL = ("school/login/cancelled/",)
BEHIND = (
    "email/", "password/change/", "sessions/", "logout/", "reauthenticate/", "keys/", "keys/webauthn/", "school/",
)  # fmt: skip


@pytest.fixture
def inside(program: Settings, seeker: User) -> Client:
    """Somebody who has just typed their password."""
    with_account(seeker, "nadia@example.org")
    client = Client()
    client.post("/accounts/login/", {"login": "nadia@example.org", "password": PASSWORD})
    return client


def drawn(client: Client, path: str) -> tuple[str, list[str]]:
    """A page, and the templates of others that drew it."""
    used: list[str] = []

    def note(template: Template, **_: object) -> None:
        used.append(str(template.origin.name))

    template_rendered.connect(note)
    try:
        answer = client.get(f"/accounts/{path}")
    finally:
        template_rendered.disconnect(note)
    assert answer.status_code == 200, path
    return answer.content.decode(), [name for name in used if "/allauth/" in name]


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("path", [*BEFORE, *SCHOOL])
def test_a_page_before_the_door_is_ours_and_says_nothing_twice(path: str) -> None:
    page, of_others = drawn(Client(), path)

    assert of_others == []
    assert "placeholder" not in page


@pytest.mark.parametrize("path", BEHIND)
def test_a_page_about_ones_account_is_ours_and_says_nothing_twice(inside: Client, path: str) -> None:
    page, of_others = drawn(inside, path)

    assert of_others == []
    assert "placeholder" not in page.partition("<main")[2]


@pytest.mark.parametrize("path", ["keys/totp/activate/", "keys/webauthn/add/"])
def test_a_page_that_asks_for_the_password_first_is_ours_too(inside: Client, path: str) -> None:
    inside.post("/accounts/reauthenticate/", {"password": PASSWORD})

    page, of_others = drawn(inside, path)

    assert of_others == []
    assert "placeholder" not in page.partition("<main")[2]
    assert "Master key" not in page


def test_every_form_with_words_in_it_is_in_ours() -> None:
    used = {**account.FORMS, **mfa.FORMS}

    assert all(issubclass(import_string(form), InOurWords) for form in used.values())


def test_labels_are_sentences_and_the_rules_for_a_password_are_said_once(inside: Client) -> None:
    page, _ = drawn(inside, "password/change/")

    labels = [label.strip() for label in re.findall(r"<label[^>]*>([^<]*)<", page.partition("<main")[2])]
    assert labels == ["Your password so far", "A new password", "The new password once more"]
    assert page.count("Ten characters or more") == 1
    assert "commonly used" not in page


def test_a_slip_is_answered_in_plain_words(inside: Client) -> None:
    said = {"oldpassword": "x", "password1": "a long quiet table", "password2": "another"}

    page = inside.post("/accounts/password/change/", said).content.decode()
    wrong = Client().post("/accounts/login/", {"login": "nadia@example.org", "password": "x"})

    assert "This is not your password so far" in page
    assert "The two passwords differ" in page
    assert "don’t belong together" in wrong.content.decode()


def test_a_page_is_titled_with_the_name_of_the_site(
    inside: Client, program: Settings, rf: Callable[..., object]
) -> None:
    program.SITE_NAME = "Ask at Harlow"
    titles = [
        re.search("<title>(.*)</title>", client.get(path).content.decode())[1]  # type: ignore[index]
        for client, path in ((Client(), "/accounts/login/"), (inside, "/explore/"), (inside, "/nowhere"))
    ]

    assert all(title.endswith(" · Ask at Harlow") for title in titles)
    assert "Ask at Harlow" in pages.broken(rf.get("/")).content.decode()  # type: ignore[attr-defined]
