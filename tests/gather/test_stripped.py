"""An address or a form of a gathering with something taken out of it gives up nobody's seat and shows nothing."""

from collections.abc import Callable, Iterator

import pytest
from django.core import serializers
from django.test import Client

from askwell.accounts.models import User
from askwell.gather import keys, services
from askwell.gather.models import Gathering, Seat, SeatKey
from tests.gather.conftest import Plan, guest, people

pytestmark = pytest.mark.django_db
VERBS = ("confirm", "give-up", "accept", "decline", "calendar.ics")
SignIn = Callable[[User], Client]


def everything() -> str:
    """Every row that giving up or calling off could touch."""
    return "".join(
        serializers.serialize("json", model.objects.order_by("pk")) for model in (Gathering, Seat, SeatKey)
    )


@pytest.fixture
def gathering(opened: Plan, seeker: User) -> Gathering:
    """Two have a seat, one of them without an account; two more wait."""
    found = opened(audience="anyone", is_listed=True, without_account=True)
    services.take_seat(found, by=seeker)
    services.confirm(guest(found, "gus@home.example"))
    for user in people(2):
        services.take_seat(found, by=user)
    opened(title="Another night")
    return found


@pytest.fixture
def key(gathering: Gathering) -> str:
    """The one in the guest's letter."""
    return keys.make(gathering.all_seats.get(email="gus@home.example"))


@pytest.fixture
def unchanged(gathering: Gathering, key: str) -> Iterator[None]:
    """Nothing has changed in the end."""
    before = everything()
    yield
    assert everything() == before


@pytest.mark.parametrize(
    "spoil",
    [lambda key: "", lambda key: key[:-1], lambda key: key[1:], lambda key: f"{key}x", str.swapcase, lambda key: "*",
     lambda key: "%00", lambda key: "None", lambda key: "0", lambda key: "%25", lambda key: "undefined"],
)  # fmt: skip
def test_trap_16_a_seats_address_with_a_stripped_key_gives_up_nothing_and_shows_nothing(
    gathering: Gathering, key: str, unchanged: None, spoil: Callable[[str], str]
) -> None:
    browser, wrong = Client(), spoil(key)

    shown = [
        browser.get(f"/gather/seat/{wrong}", follow=True),
        browser.get(f"/gather/seat/{wrong}?key={key}", follow=True),
    ]
    shown += [browser.get(f"/gather/seat/{wrong}/calendar.ics")]
    shown += [browser.post(f"/gather/seat/{wrong}/{verb}", {"key": key}) for verb in VERBS[:4]]

    assert {one.status_code for one in shown} <= {400, 404, 405}
    assert not any("Gus" in one.content.decode() or "VEVENT" in one.content.decode() for one in shown)


@pytest.mark.parametrize("verb", ["", "giveup", "give-up/", "GIVE-UP", "cancel", "*", "0"])
def test_trap_16_a_seats_address_with_another_verb_does_nothing(
    gathering: Gathering, key: str, unchanged: None, seeker: User, client_of: SignIn, verb: str
) -> None:
    shown = Client().post(f"/gather/seat/{key}/{verb}?verb=give-up", {"verb": "give-up"})
    own = client_of(seeker).post(f"/gather/{gathering.code}/seat/{verb}?verb=give-up", {"verb": "give-up"})

    assert {shown.status_code, own.status_code} <= {404, 405}


@pytest.mark.parametrize("code", ["", "0", "*", "None", "seat", "bcdfghjkmn"])
def test_trap_16_without_its_code_nobodys_seat_is_given_up_and_no_gathering_is_called_off(
    gathering: Gathering, unchanged: None, seeker: User, counselor: User, client_of: SignIn, code: str
) -> None:
    said = {"code": gathering.code, "because": "No time"}

    shown = [client_of(seeker).post(f"/gather/{code}/seat/{verb}", said) for verb in VERBS[:4]]
    shown += [client_of(counselor).post(f"/gather/{code}/cancel?code={gathering.code}", said)]
    shown += [client_of(counselor).post("/gather/cancel", said)]

    assert {one.status_code for one in shown} <= {404, 405}


def test_trap_16_giving_up_touches_no_other_seat(
    gathering: Gathering, key: str, stranger: User, seeker: User, client_of: SignIn
) -> None:
    client_of(stranger).post(
        f"/gather/{gathering.code}/seat/give-up", {"seat_pk": gathering.all_seats.earliest("pk").pk}
    )
    kept = gathering.all_seats.filter(status="taken").count()
    Client().post(f"/gather/seat/{key}/give-up", {"seat": "", "code": ""})

    assert kept == 2
    assert gathering.all_seats.get(user=seeker).status == "taken"
    assert gathering.all_seats.get(email="gus@home.example").status not in {"taken", "waiting"}


def test_trap_16_calling_off_one_gathering_leaves_the_others(
    gathering: Gathering, counselor: User, client_of: SignIn
) -> None:
    client_of(counselor).post(f"/gather/{gathering.code}/cancel")

    assert sorted(Gathering.objects.values_list("status", flat=True)) == ["canceled", "open"]
