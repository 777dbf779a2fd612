from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from askwell.accounts.middleware import readers_zone
from askwell.accounts.models import User
from askwell.lib import zones

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def test_what_you_say_about_yourself_is_kept(seeker: User, client_of: SignIn) -> None:
    said = {"name": "Nadia Petrova", "about": "a junior at Harlow", "time_zone": "Asia/Kathmandu"}

    client_of(seeker).post("/accounts/you", said)

    seeker.refresh_from_db()
    assert (seeker.name, seeker.about, seeker.time_zone) == tuple(said.values())


def test_a_zone_that_does_not_exist_is_pointed_out_and_nothing_typed_is_lost(
    seeker: User, client_of: SignIn
) -> None:
    response = client_of(seeker).post("/accounts/you", {"name": "Nadia", "about": "x", "time_zone": "EST5"})

    page = response.content.decode()
    assert response.status_code == 422
    assert "no time zone we know" in page
    assert 'value="EST5"' in page


def zone_of(user: User, cookie: str = "") -> str:
    """The zone in which that person's page is made."""
    request = RequestFactory().get("/")
    request.user = user
    request.COOKIES["zone"] = cookie

    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(timezone.get_current_timezone_name())

    return readers_zone(page)(request).content.decode()


def test_an_unset_zone_becomes_the_browsers(seeker: User) -> None:
    assert zone_of(seeker, "Asia%2FTokyo") == "Asia/Tokyo"


def test_a_chosen_zone_wins_over_the_browsers(seeker: User) -> None:
    seeker.time_zone = "Asia/Kathmandu"

    assert zone_of(seeker, "Asia%2FTokyo") == "Asia/Kathmandu"


@pytest.mark.parametrize("cookie", ["../../etc/passwd", "", "%00", "EST5"])
def test_a_browser_that_names_no_real_zone_leaves_it_to_the_machines(seeker: User, cookie: str) -> None:
    assert zone_of(seeker, cookie) == zones.of_this_machine()
