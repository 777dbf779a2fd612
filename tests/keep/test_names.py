"""Finding the people whom a note names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.keep.names import Named, named_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("talk to Sam Whitfield at the state health office and maybe Dr. Lee", ["Sam Whitfield", "Dr. Lee"]),
        ("Priya Raman, Tom Becker, and Ms. Alvarez in billing", ["Priya Raman", "Tom Becker", "Ms. Alvarez"]),
        (
            "- Joan Petrov\n- Luis de la Cruz\n- Anne-Marie O’Neill",
            ["Joan Petrov", "Luis de la Cruz", "Anne-Marie O’Neill"],
        ),
        ("Ask Maria in HR, or Jorge.", ["Maria", "Jorge"]),
        ("Maybe Keisha Boone would talk. She is nice.", ["Keisha Boone"]),
        ("Email J. P. Ortiz about it", ["J. P. Ortiz"]),
        ("1. Wen Zhao (county lab)\n2. Prof. Hargrove", ["Wen Zhao", "Prof. Hargrove"]),
        ("His sister’s friend, Omar Said, drives the night shift", ["Omar Said"]),
        ("Said to write to Beatriz; also Hank Dolan’s team", ["Beatriz", "Hank Dolan"]),
        ("Called Ines Falk. Ines knows the union people.", ["Ines Falk"]),
        ("Try Kim Park or Virginia West", ["Kim Park", "Virginia West"]),
        ("Dr Nakamura and his boss Carol Finch", ["Dr Nakamura", "Carol Finch"]),
    ],
)
def test_people_are_found_in_their_order(text: str, names: list[str]) -> None:
    assert [person.name for person in named_in(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Great question. Nobody comes to mind. Maybe later.",
        "She will think about it and write on Monday.",
        "Look at the Harlow General Hospital page and the State University site.",
        "Join the American Water Works Association in New York.",
        "Start with LinkedIn. Then the Career Fair in October.",
        "He likes Python and Excel. The HR people know more.",
        "The North Carolina office and West Virginia Power",
        "Visit Santa Fe. Use the Blue Ridge trail.",
        "I should ask the RN on Friday. Thank You!",
        "Human Resources or a Product Manager",
    ],
)
def test_sentence_starts_places_firms_and_days_are_no_people(text: str) -> None:
    assert named_in(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Sam Whitfield at the state health office", Named("Sam Whitfield", "", "state health office")),
        (
            "Joan Petrov, lab manager at Riverside Water.",
            Named("Joan Petrov", "lab manager", "Riverside Water"),
        ),
        ("Tom Becker (county lab)", Named("Tom Becker", "county lab", "")),
        ("Tom Becker (Riverside)", Named("Tom Becker", "", "Riverside")),
        ("Ms. Alvarez in billing", Named("Ms. Alvarez", "billing", "")),
        (
            "talk to Rita Munro who works at Tidewater Labs about grants",
            Named("Rita Munro", "", "Tidewater Labs"),
        ),
        ("Gil Acosta, her old supervisor, is retired", Named("Gil Acosta", "old supervisor", "")),
        ("Gil Acosta, and then we see", Named("Gil Acosta", "", "")),
    ],
)
def test_what_stands_beside_a_name_is_kept_with_it(text: str, person: Named) -> None:
    assert named_in(text) == [person]


def test_the_one_who_named_them_is_not_among_them() -> None:
    found = named_in("Ask Ruth Okafor again, or Lena Voss", but="Ruth Okafor")

    assert [person.name for person in found] == ["Lena Voss"]


@given(st.text(max_size=200))
def test_any_text_is_read_and_every_name_stands_in_it(text: str) -> None:
    for person in named_in(text):
        assert all(word.rstrip(".") in text for word in person.name.split())


@given(
    st.lists(st.sampled_from(["Ada Reyes", "Noor Aziz", "Ben Kowal", "Mei Tanaka"]), unique=True, max_size=4)
)
def test_a_list_of_names_gives_each_of_them_once(names: list[str]) -> None:
    assert [person.name for person in named_in(", ".join(names + names))] == names
