"""Signing in with a school's own accounts, against a real OpenID Connect provider in a process of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from askwell.accounts.models import User
from askwell.lib.environment import openid_apps, openid_origins
from askwell.program import services
from tests.accounts import school
from tests.accounts.conftest import with_account
from tests.journeys.looking import look
from tests.journeys.test_sign_in import HOME, at
from tests.serving import free_port

__all__ = ["at"]
pytestmark = pytest.mark.browser
Open = Callable[[str], Page]


@pytest.fixture
def harlow(tmp_path: Path, program: Settings, live_server: LiveServer) -> Iterator[str]:
    """The school, known to the program as its operator makes it known."""
    callback = f"{live_server.url}/accounts/oidc/school/login/callback/"
    with school.running(tmp_path, port=free_port(), callback=callback) as address:
        said = {
            "OIDC_URL": address,
            "OIDC_NAME": "Harlow ID",
            "OIDC_CLIENT_ID": school.CLIENT,
            "OIDC_CLIENT_SECRET": school.SECRET,
        }
        apps = openid_apps(said)
        program.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps}}
        policy = program.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        program.CONTENT_SECURITY_POLICY = {
            "DIRECTIVES": policy | {"form-action": ["'self'", *openid_origins(apps)]}
        }
        yield address


def come_from_school(page: Page) -> None:
    """Press the button, say who you are at the school, and let it tell."""
    page.get_by_role("button", name="Sign in with Harlow ID").click()
    page.locator("input[name=login]").fill(school.PUPIL)
    page.locator("input[name=password]").fill(school.WORD)
    page.locator("button[type=submit]").first.click()
    page.get_by_role("button", name="Authorize").click()


@pytest.mark.usefixtures("harlow")
def test_whom_the_school_vouches_for_and_an_invitation_names_comes_in(at: Open, coordinator: User) -> None:
    services.invite(email=school.PUPIL, roles=["seeker"], by=coordinator)
    page = at("/accounts/login/")
    look(page, "sign in with a school")
    come_from_school(page)
    expect(page.get_by_role("heading", name="Make your account")).to_be_visible()
    look(page, "make an account with a school")

    page.get_by_role("button", name="Make my account").click()

    expect(page).to_have_url(HOME)
    ada = User.objects.get(email=school.PUPIL)
    assert (ada.name, set(ada.role_names)) == ("Ada Lind", {"seeker"})


@pytest.mark.usefixtures("harlow")
def test_the_school_opens_an_account_that_is_there(at: Open, seeker: User) -> None:
    with_account(seeker, school.PUPIL)
    page = at("/accounts/login/")

    come_from_school(page)

    expect(page).to_have_url(HOME)
    page.goto("/accounts/you")
    expect(page.get_by_label("Your name, as you sign a letter")).to_have_value("Nadia")


@pytest.mark.usefixtures("harlow")
def test_a_school_account_without_an_invitation_makes_none_here(at: Open) -> None:
    page = at("/accounts/login/")

    come_from_school(page)

    expect(page.get_by_role("heading", name="You need an invitation")).to_be_visible()
    assert not User.objects.filter(email=school.PUPIL).exists()
