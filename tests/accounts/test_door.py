import pytest
from django.test import Client

from askwell.accounts import services
from askwell.accounts.models import SignInToken

pytestmark = pytest.mark.django_db


def enter(token: str) -> int:
    return Client().get("/accounts/enter", {"token": token}).status_code


def test_the_printed_address_signs_its_browser_in() -> None:
    client = Client()
    token = services.make_token(services.solo_seeker())

    response = client.get("/accounts/enter", {"token": token}, follow=True)

    assert response.redirect_chain[-1] == ("/", 302)
    assert response.status_code == 200


def test_the_address_works_once() -> None:
    token = services.make_token(services.solo_seeker())

    assert enter(token) == 302
    assert enter(token) == 401


def test_a_fresh_address_ends_an_older_one() -> None:
    older = services.make_token(services.solo_seeker())
    services.make_token(services.solo_seeker())

    assert enter(older) == 401


@pytest.mark.parametrize("token", ["", "x", "' OR 1=1 --", "é" * 500])
def test_a_wrong_token_opens_nothing(token: str) -> None:
    services.make_token(services.solo_seeker())

    assert enter(token) == 401


def test_the_secret_itself_is_not_kept() -> None:
    token = services.make_token(services.solo_seeker())

    assert token not in SignInToken.objects.get().digest


def test_somebody_signed_in_is_sent_on_and_keeps_their_session() -> None:
    client = Client()
    client.force_login(services.solo_seeker())

    assert client.get("/accounts/enter", {"token": "old"}).url == "/"  # type: ignore[attr-defined]


def test_one_person_is_made_however_often_it_starts() -> None:
    assert services.solo_seeker() == services.solo_seeker()
