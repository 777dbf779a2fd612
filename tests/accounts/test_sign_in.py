"""Signing in to a program: by password, by a mailed code, and what a guesser learns."""

import re
from collections.abc import Callable
from email.message import Message

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.http import HttpResponse
from django.test import Client

from askwell.accounts import services
from askwell.accounts.models import User
from tests.accounts.conftest import PASSWORD
from tests.ask.sink import Sink

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
LOGIN, CODE, CONFIRM = "/accounts/login/", "/accounts/login/code/", "/accounts/login/code/confirm/"
RESET = "/accounts/password/reset/"


def body(letter: Message) -> str:
    """The words of a letter."""
    return letter.get_payload(decode=True).decode()  # type: ignore[union-attr]


def code_in(letter: Message) -> str:
    """The code that stands alone on a line."""
    found = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", body(letter), re.MULTILINE)
    assert found, body(letter)
    return found[1]


def sign_in(client: Client, address: str, password: str) -> HttpResponse:
    return client.post(LOGIN, {"login": address, "password": password})  # type: ignore[return-value]


def reads(client: Client) -> bool:
    """Whether the journey opens."""
    return client.get("/explore/").status_code == 200


@pytest.mark.usefixtures("program")
def test_a_stranger_at_any_page_is_asked_who_they_are_and_led_back_there() -> None:
    response = Client().get("/connect/?bond=friend")

    assert response.status_code == 302
    assert response.headers["Location"] == "/accounts/login/?next=%2Fconnect%2F%3Fbond%3Dfriend"
    assert "Sign in" in Client().get(response.headers["Location"]).content.decode()


@pytest.mark.usefixtures("program")
def test_a_form_sent_after_the_session_ended_leads_home_not_to_a_page_that_cannot_be_looked_at() -> None:
    assert Client().post("/your-data/delete").headers["Location"] == "/accounts/login/?next=%2F"


@pytest.mark.usefixtures("program")
def test_a_part_asked_for_after_the_session_ended_brings_the_whole_page_to_the_door() -> None:
    response = Client().get("/explore/", headers={"HX-Request": "true"})

    assert response.headers["HX-Redirect"].startswith("/accounts/login/")


@pytest.mark.parametrize(
    "address", ["login/", "signup/", "password/reset/", "keys/", "sessions/", "login/code/", "logout/"]
)
def test_solo_has_no_page_of_signing_in(address: str, seeker: User, client_of: SignIn) -> None:
    assert Client().get(f"/accounts/{address}").status_code == 404
    assert client_of(seeker).get(f"/accounts/{address}").status_code == 404


@pytest.mark.usefixtures("program")
def test_the_printed_address_of_solo_opens_no_program() -> None:
    token = services.make_token(services.solo_seeker())

    assert Client().get("/accounts/enter", {"token": token}).status_code == 404


@pytest.mark.usefixtures("program")
def test_address_and_password_open_the_page_one_came_for(nadia: User) -> None:
    client = Client()

    response = client.post(LOGIN, {"login": "Nadia@Example.org", "password": PASSWORD, "next": "/connect/"})

    assert response.headers["Location"] == "/connect/"
    assert reads(client)


@pytest.mark.usefixtures("program")
def test_nobody_is_led_to_another_site_by_signing_in(nadia: User) -> None:
    response = Client().post(
        LOGIN, {"login": nadia.email, "password": PASSWORD, "next": "https://evil.example/"}
    )

    assert response.headers["Location"] == "/"


def test_a_mailed_code_signs_in_once(post: Sink, nadia: User) -> None:
    client, other = Client(), Client()
    client.post(CODE, {"email": nadia.email})
    code = code_in(post.taken[0])

    wrong = other.post(CONFIRM, {"code": code})
    client.post(CONFIRM, {"code": code})

    assert wrong.headers["Location"] == CODE
    assert not reads(other)
    assert reads(client)


def test_a_code_is_not_kept_where_anybody_could_read_it(
    post: Sink, nadia: User, caplog: pytest.LogCaptureFixture
) -> None:
    Client().post(CODE, {"email": nadia.email})

    assert code_in(post.taken[0]) not in caplog.text


def test_a_new_password_by_a_mailed_code(post: Sink, nadia: User) -> None:
    client = Client()
    client.post(RESET, {"email": nadia.email})
    client.post("/accounts/password/reset/confirm/", {"code": code_in(post.taken[0])})
    fresh = "another quiet table"

    client.post("/accounts/password/reset/complete/", {"password1": fresh, "password2": fresh})

    assert not reads(_signed_in(nadia.email, PASSWORD))
    assert reads(_signed_in(nadia.email, fresh))


def test_who_has_an_authenticator_is_asked_for_it_after_a_mailed_code_and_after_a_new_password(
    post: Sink, nadia: User
) -> None:
    TOTP.activate(nadia, generate_totp_secret())
    by_code, by_reset = Client(), Client()

    by_code.post(CODE, {"email": nadia.email})
    to = by_code.post(CONFIRM, {"code": code_in(post.taken[0])}).headers["Location"]
    by_reset.post(RESET, {"email": nadia.email})
    by_reset.post("/accounts/password/reset/confirm/", {"code": code_in(post.taken[1])})
    fresh = "another quiet table"
    by_reset.post("/accounts/password/reset/complete/", {"password1": fresh, "password2": fresh})
    after = sign_in(by_reset, nadia.email, fresh).headers["Location"]

    assert to.startswith("/accounts/keys/authenticate/")
    assert after.startswith("/accounts/keys/authenticate/")
    assert not reads(by_code)
    assert not reads(by_reset)


def _signed_in(address: str, password: str) -> Client:
    client = Client()
    sign_in(client, address, password)
    return client


@pytest.mark.parametrize(("page", "field"), [(CODE, "email"), (RESET, "email")])
def test_asking_for_a_code_tells_nobody_who_has_an_account(
    post: Sink, nadia: User, page: str, field: str
) -> None:
    answers = {address: _asked(page, {field: address}) for address in (nadia.email, "nobody@example.org")}

    assert len(set(answers.values())) == 1
    assert {letter["To"] for letter in post.taken} == set(answers)


@pytest.mark.usefixtures("program")
def test_a_wrong_password_tells_nobody_who_has_an_account(nadia: User) -> None:
    answers = {_asked(LOGIN, {"login": a, "password": "x"}) for a in (nadia.email, "nobody@example.org")}

    assert len(answers) == 1


def _asked(page: str, said: dict[str, str]) -> tuple[int, str, str]:
    """All that a browser sees: status, where it leads, the page without what was typed and its own secret."""
    client = Client()
    answer = client.post(page, said)
    after = client.get(answer.headers["Location"]) if answer.status_code == 302 else answer
    words = re.sub(r'csrf\w*" ?:? ?(value=)?"[^"]*"|\S+@example.org\S*', "", after.content.decode())
    return answer.status_code, answer.headers.get("Location", ""), words


@pytest.mark.usefixtures("program")
def test_guessing_one_account_s_password_is_stopped_even_from_many_addresses(nadia: User) -> None:
    for number in range(5):
        Client(REMOTE_ADDR=f"192.0.2.{number}").post(LOGIN, {"login": nadia.email, "password": "guess"})

    client = Client(REMOTE_ADDR="192.0.2.99")
    response = sign_in(client, nadia.email, PASSWORD)

    assert "Too many" in response.content.decode()
    assert not reads(client)


def test_asking_for_codes_again_and_again_is_stopped(post: Sink, nadia: User) -> None:
    for _ in range(6):
        Client().post(CODE, {"email": nadia.email})

    assert len(post.taken) == 3


@pytest.mark.usefixtures("program")
def test_without_a_mail_server_no_code_is_offered_and_asking_for_one_says_so(nadia: User) -> None:
    asked = Client().post(CODE, {"email": nadia.email})

    assert "Mail me a code" not in Client().get(LOGIN).content.decode()
    assert asked.status_code == 503
    assert "no mail server" in asked.content.decode()


def test_a_mail_server_that_refuses_is_said_so(post: Sink, nadia: User) -> None:
    post.replies["RCPT"] = "550 unknown"

    assert Client().post(CODE, {"email": nadia.email}).status_code == 503


def test_a_changed_password_is_told_by_letter_and_stands_when_the_letter_cannot_leave(
    post: Sink, nadia: User, client_of: SignIn
) -> None:
    User.objects.filter(pk=nadia.pk).update(time_zone="America/New_York")
    client = _signed_in(nadia.email, PASSWORD)
    fresh = "another quiet table"
    words = {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh}
    client.post("/accounts/password/change/", words)
    told = len(post.taken)
    post.replies["RCPT"] = "550 unknown"
    again = {"oldpassword": fresh, "password1": PASSWORD, "password2": PASSWORD}

    client.post("/accounts/password/change/", again)

    assert told == 1
    assert "was changed" in body(post.taken[0])
    assert re.search(r"When: \w+day, \w+.\d+, \d+:\d\d.[AP]M Eastern\r\n", body(post.taken[0]))
    assert reads(_signed_in(nadia.email, PASSWORD))


@pytest.mark.parametrize("weak", ["short", "1234567890123", "password1234", "nadia@example.org"])
@pytest.mark.usefixtures("program")
def test_a_weak_password_is_not_taken(nadia: User, weak: str) -> None:
    client = _signed_in(nadia.email, PASSWORD)
    words = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}

    client.post("/accounts/password/change/", words)

    nadia.refresh_from_db()
    assert nadia.check_password(PASSWORD)


@pytest.mark.usefixtures("program")
def test_other_sessions_are_listed_and_ended(nadia: User) -> None:
    here, there = _signed_in(nadia.email, PASSWORD), _signed_in(nadia.email, PASSWORD)

    listed = here.get("/accounts/sessions/").content.decode()
    here.post("/accounts/sessions/")

    assert "This browser" in listed
    assert "Sign out all others" in listed
    assert reads(here)
    assert not reads(there)


@pytest.mark.usefixtures("program")
def test_signing_out_needs_a_press_and_ends_the_session(nadia: User) -> None:
    client = _signed_in(nadia.email, PASSWORD)

    client.get("/accounts/logout/")
    still = reads(client)
    client.post("/accounts/logout/")

    assert still
    assert not reads(client)


@pytest.mark.usefixtures("program")
def test_while_the_example_is_open_passwords_are_still_ones_own(nadia: User) -> None:
    client = _signed_in(nadia.email, PASSWORD)
    client.post("/example/open")
    fresh = "another quiet table"

    client.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh}
    )

    nadia.refresh_from_db()
    assert nadia.check_password(fresh)
