"""Where a career pays: every state, the best-paid cities, one place by name."""

from pathlib import Path as File

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User
from askwell.explore import pack
from askwell.explore.career import where
from askwell.explore.career.where import By
from askwell.explore.narrowing import Kind, Place
from askwell.explore.shape import Cells, StatePay
from tests.explore.test_views import ClientOf

OHIO, HAWAII = Place(Kind.STATE, "OH", "Ohio", 92.0), Place(Kind.STATE, "HI", "Hawaii", 109.0)
GUAM, MAINE = Place(Kind.STATE, "GU", "Guam"), Place(Kind.STATE, "ME", "Maine", 98.0)


def pay(median: float) -> StatePay:
    return StatePay(p10=median / 2, median=median, p90=median * 2, employment=1200)


@pytest.fixture
def reader(client_of: ClientOf, seeker: User) -> Client:
    return client_of(seeker)


def address(soc: str, **words: str) -> str:
    return reverse("explore:where", args=[soc], query=words)


def test_places_stand_in_the_order_of_what_was_asked() -> None:
    states = [(OHIO, pay(80_000)), (HAWAII, pay(85_000))]

    paid, bought = where.where(By.PAY, states, []), where.where(By.BUYS, states, [])

    assert [row.name for row in paid.states] == ["Hawaii", "Ohio"]
    assert [row.name for row in bought.states] == ["Ohio", "Hawaii"]
    assert bought.states[0].buys == "$86,960"


BEYOND = StatePay(at_least={"median": 239_200.0}, employment=90)


def test_missing_pay_is_palest_and_a_bound_is_shown_as_a_bound() -> None:
    states = [(OHIO, pay(80_000)), (MAINE, BEYOND), (GUAM, StatePay(employment=40))]

    tiles = {tile.code: tile for tile in where.where(By.PAY, states, []).tiles}

    assert (tiles["ME"].shade, tiles["ME"].short) == (1, "over")
    assert tiles["ME"].words == "Maine: $239,200 or more"
    assert (tiles["GU"].shade, tiles["GU"].short) == (0, "")
    assert tiles["GU"].words == "Guam: Not published"


def test_pay_too_high_to_be_published_is_no_higher_than_what_is_known_of_it() -> None:
    codes = ("AL", "AZ", "CO", "DE", "FL")
    states = [(Place(Kind.STATE, code, code), pay(300_000 + 9_000 * at)) for at, code in enumerate(codes)]

    page = where.where(By.PAY, [(MAINE, BEYOND), *states], [])

    assert [row.name for row in page.states] == ["FL", "DE", "CO", "AZ", "AL", "Maine"]
    assert {tile.code: tile.shade for tile in page.tiles}["ME"] < where.CLASSES


@pytest.mark.parametrize("by", By)
def test_areas_with_pay_too_high_to_be_published_push_no_other_off_the_list(by: By) -> None:
    too_high: Cells = [90, 60_000, ">=239200", None]
    hidden = [(Place(Kind.METRO, f"1{at}", f"Hidden {at}"), too_high) for at in range(12)]
    known: tuple[Place, Cells] = (Place(Kind.METRO, "2", "Known", 98.0), [90, 60_000, 180_000, 230_000])

    page = where.where(by, [], [*hidden, known])

    assert [row.name for row in page.metros] == ["Known"]
    assert page.beyond == 12


def test_without_a_price_level_nothing_is_adjusted() -> None:
    [row] = where.where(By.BUYS, [(GUAM, pay(50_000))], []).states

    assert (row.pay, row.buys, row.bought) == ("$50,000", "Not published", None)


def test_every_state_and_territory_has_a_tile_of_its_own() -> None:
    assert set(where.TILES) == {state.code for state in pack.load().states()}
    assert len(set(where.TILES.values())) == len(where.TILES)


def test_the_page_shows_map_table_and_cities(reader: Client) -> None:
    page = reader.get(address("29-1141")).content.decode()

    assert page.count('class="tile ') == 54
    assert "San Jose-Sunnyvale-Santa Clara, CA" in page
    assert "Regional Price Parities" in page


def test_a_place_is_looked_up_by_name(reader: Client) -> None:
    page = reader.get(address("29-1141", near="Columbus, OH")).content.decode()

    assert '<h2 id="named">Columbus, OH</h2>' in page


@pytest.mark.parametrize(
    ("near", "said"),
    [
        ("columbus", "could be:"),
        ("Xanadu", "There is no place or industry called “Xanadu”"),
        ("Guam", "No yearly pay is published for this career in Guam"),
    ],
)
def test_what_is_not_found_is_said(reader: Client, near: str, said: str) -> None:
    assert said in reader.get(address("19-3092", near=near)).content.decode()


@pytest.mark.parametrize("soc", ["55-1011", "27-2011", "31-1121"])
def test_careers_without_yearly_pay_or_with_a_broader_groups_have_the_page_too(
    reader: Client, soc: str
) -> None:
    page = reader.get(address(soc))

    assert page.status_code == 200
    assert "Where it pays" in page.content.decode()


def test_states_that_publish_pay_by_the_hour_only_are_not_said_to_publish_none(reader: Client) -> None:
    page = reader.get(address("27-2011", near="Alabama")).content.decode()

    assert "No state’s pay a year is published for this career." in page
    assert "No yearly pay is published for this career in Alabama" in page


def test_a_career_without_any_areas_pay_says_so(reader: Client) -> None:
    page = reader.get(address("19-3032")).content.decode()

    assert "No metropolitan area’s median pay is published" in page
    assert "No metropolitan area" not in reader.get(address("29-1141")).content.decode()


def test_places_are_offered_while_typing(reader: Client) -> None:
    page = reader.get(reverse("explore:places", query={"path-7-narrowed": "minneap"})).content.decode()

    assert '<option value="Minneapolis-St. Paul-Bloomington, MN-WI">' in page


def test_a_narrowed_path_says_what_is_known_of_its_place(reader: Client) -> None:
    for narrowed in ("Ohio", "Acme Hospital", "Columbus"):
        reader.post(reverse("explore:consider", args=["29-1141"]), {"narrowed": narrowed})

    page = reader.get(reverse("explore:career", args=["29-1141"])).content.decode()

    assert "In Ohio, half earn more than $82,510 a year, which buys what " in page
    assert "no place or industry called “Acme Hospital”" in page
    assert "“Columbus” could be Columbus, GA-AL; Columbus, IN; Columbus, OH. Say which" in page


def test_without_the_pack_the_page_says_so(
    reader: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: File
) -> None:
    monkeypatch.setattr(pack, "SHIPPED", tmp_path / "none.zip")

    assert "The pack of figures is missing" in reader.get(address("29-1141")).content.decode()


@pytest.mark.parametrize("soc", ["27-2011", "55-1011"])
def test_without_any_states_pay_a_year_no_empty_map_is_drawn(reader: Client, soc: str) -> None:
    page = reader.get(reverse("explore:where", args=[soc])).content.decode()

    assert "No state’s pay a year is published" in page
    assert "tiles" not in page
    assert "Half of the people in this career" not in page
