"""From the words on a path to a place or industry that has figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.explore import narrowing, pack
from askwell.explore.narrowing import Kind, Places


def _known() -> Places:
    figures = pack.load()
    return narrowing.of(figures.states(), figures.metros(), figures.industries())


KNOWN = _known()


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("Ohio", Kind.STATE, "Ohio"),
        ("oh", Kind.STATE, "Ohio"),
        ("New York", Kind.STATE, "New York"),
        ("Columbus, OH", Kind.METRO, "Columbus, OH"),
        ("columbus ohio", Kind.METRO, "Columbus, OH"),
        ("St Louis, MO", Kind.METRO, "St. Louis, MO-IL"),
        ("Boston", Kind.METRO, "Boston-Cambridge-Newton, MA-NH"),
        ("winston-salem", Kind.METRO, "Winston-Salem, NC"),
        ("Louisville", Kind.METRO, "Louisville/Jefferson County, KY-IN"),
        ("Washington, DC", Kind.METRO, "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("Washington, D.C.", Kind.METRO, "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("PA", Kind.STATE, "Pennsylvania"),
        ("TN", Kind.STATE, "Tennessee"),
        ("N.Y.", Kind.STATE, "New York"),
        ("Austin, Texas, USA", Kind.METRO, "Austin-Round Rock-San Marcos, TX"),
        ("Minneapolis-St. Paul, MN", Kind.METRO, "Minneapolis-St. Paul-Bloomington, MN-WI"),
        ("Winston Salem", Kind.METRO, "Winston-Salem, NC"),
        ("NYC", Kind.METRO, "New York-Newark-Jersey City, NY-NJ"),
        ("somewhere in the Bay Area", Kind.METRO, "San Francisco-Oakland-Fremont, CA"),
        ("greater Boston", Kind.METRO, "Boston-Cambridge-Newton, MA-NH"),
        ("a hospital", Kind.INDUSTRY, "Hospitals"),
        ("software publishers", Kind.INDUSTRY, "Software Publishers"),
        ("Children’s hospitals in Ohio", Kind.STATE, "Ohio"),
        ("Cleveland Clinic, Cleveland, OH", Kind.METRO, "Cleveland, OH"),
    ],
)
def test_words_name_a_place(words: str, kind: Kind, name: str) -> None:
    place = KNOWN.find(words)

    assert place is not None
    assert (place.kind, place.name) == (kind, name)


@pytest.mark.parametrize(
    "words", ["", "Google", "Columbus", "a lab in Columbus", "LA", "São Paulo", "near me", "  ,  "]
)
def test_words_that_name_none_or_several_name_no_place(words: str) -> None:
    assert KNOWN.find(words) is None


def test_a_code_that_people_also_use_for_a_city_is_asked_about() -> None:
    assert [place.name for place in KNOWN.like("L.A.")[:2]] == [
        "Louisiana",
        "Los Angeles-Long Beach-Anaheim, CA",
    ]


def test_every_place_and_state_is_found_by_its_own_name_and_code() -> None:
    figures = pack.load()
    names = [place.name for kind in Kind for place in KNOWN.of(kind)]

    assert [name for name in names if getattr(KNOWN.find(name), "name", "") != name] == []
    assert [state.code for state in figures.states() if not KNOWN.find(state.code)] == ["LA"]


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("Ohio", "in Ohio"),
        ("DC", "in the District of Columbia"),
        ("Virgin Islands", "in the Virgin Islands"),
        ("Arizona nonmetropolitan area", "in the Arizona nonmetropolitan area"),
        ("Hospitals", "in the industry “Hospitals”"),
    ],
)
def test_a_place_stands_in_a_sentence_as_people_say_it(words: str, inside: str) -> None:
    place = KNOWN.find(words)

    assert place is not None
    assert place.inside == inside


def test_what_is_typed_brings_up_places_that_begin_like_it() -> None:
    names = [place.name for place in KNOWN.like("columbus")]

    assert sorted(names) == ["Columbus, GA-AL", "Columbus, IN", "Columbus, OH"]
    assert {place.name for place in KNOWN.like("New York")[:2]} == {
        "New York",
        "New York-Newark-Jersey City, NY-NJ",
    }
    assert KNOWN.like("") == []


@given(st.text(max_size=300))
def test_any_words_are_safe(words: str) -> None:
    KNOWN.find(words)

    assert len(KNOWN.like(words)) <= narrowing.SHOWN
