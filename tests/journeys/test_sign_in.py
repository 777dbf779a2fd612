"""Coming into a program in a real browser: invitation, password, passkey, codes; every page looked at."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import CDPSession, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from pytest_playwright import CreateContextCallback

from askwell.accounts.models import User
from askwell.program import services
from askwell.program.models import Invitation
from tests.accounts.conftest import PASSWORD, nadia, post, with_account
from tests.accounts.test_sign_in import code_in
from tests.ask.sink import Sink
from tests.journeys.hands import press
from tests.journeys.looking import look, small_targets

__all__ = ["nadia", "post"]
pytestmark = pytest.mark.browser
Open = Callable[[str], Page]
HOME = re.compile(r":\d+/$")
KEYS = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def at(live_server: LiveServer, program: Settings, new_context: CreateContextCallback) -> Open:
    """A fresh browser of phone size at one page of the program."""
    program.SITE_URL = live_server.url

    def open_page(path: str) -> Page:
        context = new_context(
            viewport={"width": 390, "height": 844},
            base_url=live_server.url,
            timezone_id="America/Denver",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto(path)
        return page

    return open_page


def authenticator(page: Page) -> tuple[CDPSession, str]:
    """A device that makes and reads passkeys without asking anybody, and its number."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": KEYS})
    return session, made["authenticatorId"]


def sign_in(page: Page, address: str) -> None:
    """By address and password, until the page behind the door is there."""
    page.get_by_label("Your e-mail address").fill(address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/accounts/login/"))


def once_more(page: Page) -> None:
    """Changes of this kind ask for the password again."""
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def look_after(page: Page, passkey: str) -> None:
    """The pages behind a passkey in one's list, and the one that asks for it again."""
    for link in ("Rename", "Remove"):
        page.get_by_role("link", name=f"{link} {passkey}").click()
        expect(page.get_by_role("heading", name=f"{link} a passkey")).to_be_visible()
        look(page, f"{link} a passkey")
        page.go_back()
    page.goto("/accounts/keys/webauthn/reauthenticate/")
    look(page, "is it you by passkey")


def test_from_an_invitation_to_an_account(at: Open, coordinator: User) -> None:
    made: Invitation = services.invite(
        email="ada@example.org", name="Ada Lind", roles=["seeker"], by=coordinator
    )
    page = at(f"/program/invited/{made.token}")
    look(page, "invited")
    page.get_by_role("button", name="Make my account").click()
    page.wait_for_url("**/signup/")
    look(page, "make an account")

    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make my account").click()

    expect(page).to_have_url(HOME)
    assert User.objects.get(email="ada@example.org").time_zone == "America/Denver"


def test_by_an_open_link_the_address_is_proven_with_a_code(at: Open, post: Sink, coordinator: User) -> None:
    made = services.invite(roles=["seeker"], most_uses=5, by=coordinator)
    page = at(f"/program/invited/{made.token}")
    page.get_by_role("button", name="Make my account").click()
    page.get_by_label("Your name, as you sign a letter").fill("Ada Lind")
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    page.get_by_label("A new password").fill(PASSWORD)
    page.get_by_role("button", name="Make my account").click()
    expect(page.get_by_role("heading", name="Is this your address?")).to_be_visible()
    look(page, "is this your address")

    page.get_by_label("The code").fill(code_in(post.taken[-1]))
    page.get_by_role("button", name="Yes, it is mine").click()

    expect(page).to_have_url(HOME)


def test_a_passkey_is_made_and_opens_the_door_alone(at: Open, seeker: User) -> None:
    with_account(seeker, "nadia@example.org")
    page = at("/accounts/login/")
    keys, device = authenticator(page)
    look(page, "sign in")
    sign_in(page, "nadia@example.org")
    page.goto("/accounts/keys/webauthn/add/")
    look(page, "is it you")
    once_more(page)
    expect(page.get_by_role("heading", name="Add a passkey")).to_be_visible()
    look(page, "add a passkey")
    page.get_by_label("Name").fill("Kitchen laptop")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    look(page, "recovery codes")
    page.goto("/accounts/keys/webauthn/")
    look(page, "your passkeys")
    look_after(page, "Kitchen laptop")
    page.context.clear_cookies()

    page.goto("/accounts/login/")
    page.get_by_role("button", name="Use a passkey").click()

    expect(page).to_have_url(HOME)
    page.goto("/accounts/you")
    expect(page.get_by_text("nadia@example.org")).to_be_visible()
    passkey = Authenticator.objects.get(user=seeker, type=Authenticator.Type.WEBAUTHN)
    (held,) = keys.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]
    assert passkey.last_used_at is not None
    assert (held["isResidentCredential"], held["signCount"] >= 2) == (True, True)


def test_with_an_app_set_up_a_password_alone_is_not_enough(at: Open, seeker: User) -> None:
    with_account(seeker, "nadia@example.org")
    page = at("/accounts/login/")
    sign_in(page, "nadia@example.org")
    page.goto("/accounts/keys/totp/activate/")
    once_more(page)
    expect(page.get_by_role("heading", name="Set up an app")).to_be_visible()
    look(page, "set up an app")
    page.get_by_label("The code").fill(_code(page.locator("code").inner_text()))
    page.get_by_role("button", name="Use this app").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    recovery = page.locator(".codes code").first.inner_text()
    for path in ("recovery-codes/generate/", "totp/deactivate/", "reauthenticate/"):
        page.goto(f"/accounts/keys/{path}")
        expect(page).to_have_url(re.compile(f"{path}$"))
        look(page, f"keys {path}")
    page.context.clear_cookies()

    page.goto("/accounts/login/")
    sign_in(page, "nadia@example.org")
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    look(page, "one more step")
    page.goto("/explore/")
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    page.get_by_label("Code").fill(recovery)
    page.get_by_role("button", name="Sign in", exact=True).click()

    expect(page).to_have_url(HOME)


def test_a_mailed_code_opens_the_door_and_one_makes_a_new_password(at: Open, post: Sink, nadia: User) -> None:
    page = at("/accounts/login/code/")
    page.get_by_label("Your e-mail address").fill(nadia.email)
    page.get_by_role("button", name="Mail me a code").click()
    expect(page.get_by_role("heading", name="Type the code")).to_be_visible()
    look(page, "type the code")
    page.get_by_label("The code").fill(code_in(post.taken[-1]))
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(HOME)
    page.goto("/accounts/password/set/")
    look(page, "set a password or change it")
    page.context.clear_cookies()

    page.goto("/accounts/password/reset/")
    page.get_by_label("Your e-mail address").fill(nadia.email)
    page.get_by_role("button", name="Mail me a code").click()
    page.get_by_label("The code").fill(code_in(post.taken[-1]))
    look(page, "type the code for a new password")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Choose a new password")).to_be_visible()
    look(page, "choose a new password")


def test_somebody_without_a_password_sets_one(at: Open, post: Sink, nadia: User) -> None:
    nadia.set_unusable_password()
    nadia.save()
    page = at("/accounts/login/code/")
    page.get_by_label("Your e-mail address").fill(nadia.email)
    page.get_by_role("button", name="Mail me a code").click()
    page.get_by_label("The code").fill(code_in(post.taken[-1]))
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(HOME)

    page.goto("/accounts/password/set/")
    look(page, "set a password")
    page.get_by_label("A new password", exact=True).fill("a long quiet table")
    page.get_by_label("The new password once more").fill("a long quiet table")
    page.get_by_role("button", name="Keep this password").click()

    expect(page.get_by_text("Your password is set")).to_be_visible()


def _code(secret: str) -> str:
    """What an authenticator app would show now (RFC 6238); about to change, one waits for the next."""
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time  # noqa: PLC0415 - only here

    while time.time() % 30 > 20:
        time.sleep(0.1)
    shown: str = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    return shown


PLACES = {
    "/accounts/you": "you in a program",
    "/accounts/email/": "your address",
    "/accounts/password/change/": "change your password",
    "/accounts/keys/": "passkeys and codes",
    "/accounts/sessions/": "where you are signed in",
    "/accounts/school/": "school account",
    "/accounts/logout/": "sign out",
    "/program/": "people of a program",
    "/program/invite": "invite somebody",
    "/program/invitations": "invitations",
    "/program/roster": "bring a roster",
    "/your-data": "your data in a program",
}


def test_pages_about_yourself_and_the_program_are_fit_to_be_seen_and_heard(
    at: Open, coordinator: User, program: Settings
) -> None:
    program.SITE_NAME = "Careers at Harlow Community High School"
    with_account(coordinator, "colette@example.org")
    made = services.invite(email="ada@example.org", name="Ada Lind", roles=["host"], by=coordinator)
    page = at("/accounts/login/")
    sign_in(page, "colette@example.org")

    person = {f"/program/people/{coordinator.pk}": "one person"}
    for path, name in (PLACES | person | {f"/program/invitations/{made.pk}": "one invitation"}).items():
        page.goto(path)
        look(page, name)
        assert small_targets(page) == [], name


def test_a_roster_is_chosen_looked_at_taken_in_and_undone(at: Open, coordinator: User) -> None:
    with_account(coordinator, "colette@example.org")
    page = at("/accounts/login/")
    sign_in(page, "colette@example.org")
    page.goto("/program/roster")
    rows = b"Name,Email,Role\r\nAda Lind,ada@example.org,\r\nBo,bo at example.org,host\r\n"
    page.get_by_label("The roster, as CSV").set_input_files(
        {"name": "class-of-27.csv", "mimeType": "text/csv", "buffer": rows}
    )
    press(page.get_by_role("button", name="See what it brings"))
    page.get_by_text("See the new ones").click()
    look(page, "what a roster brings")

    press(page.get_by_role("button", name="Take it in"))
    look(page, "a roster taken in")
    page.get_by_role("button", name="Undo this roster").click()

    expect(page.get_by_text("Undone: 1 invitations")).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "signup/", "login/code/", "password/reset/", "password/reset/done/", "inactive/",
        "school/login/cancelled/",
    ],
)  # fmt: skip
def test_pages_before_the_door_are_fit_to_be_seen_and_heard(at: Open, path: str) -> None:
    page = at(f"/accounts/{path}")

    look(page, f"before the door {path}")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith(f"/accounts/{path}")
