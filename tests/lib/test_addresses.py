"""Addresses as people write them."""

from collections.abc import Callable

import pytest
from django.test import Client

from askwell.accounts.models import User

SignIn = Callable[[User], Client]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("/explore/careers/29-1141/", "/explore/careers/29-1141"),
        ("/explore/careers/29-1141//", "/explore/careers/29-1141"),
        (
            "/explore/careers/29-1141/where/?near=Ohio&by=buys",
            "/explore/careers/29-1141/where?near=Ohio&by=buys",
        ),
        ("/explore/majors/51.3801/", "/explore/majors/51.3801"),
        ("/explore/compare/?soc=29-1141%40Ohio", "/explore/compare?soc=29-1141%40Ohio"),
        ("/guide/how-to-ask/", "/guide/how-to-ask"),
        ("/explore", "/explore/"),
    ],
)
def test_an_address_leads_to_its_page_with_or_without_a_last_slash(
    written: str, plain: str, seeker: User, client_of: SignIn
) -> None:
    answer = client_of(seeker).get(written)

    assert (answer.status_code, answer.headers["Location"]) == (301, plain)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nowhere/", "/explore/careers/29-1141//a/", "/%5Cevil.example/"])
def test_an_address_that_is_not_ours_leads_nowhere(address: str, seeker: User, client_of: SignIn) -> None:
    assert client_of(seeker).get(address).status_code == 404


@pytest.mark.django_db
def test_nothing_that_was_sent_is_lost_on_the_way_to_another_address(seeker: User, client_of: SignIn) -> None:
    assert client_of(seeker).post("/explore/careers/29-1141/consider/").status_code == 404
