import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.connect import names


@pytest.mark.parametrize(
    ("name", "called", "initials"),
    [
        ("Priya Raman", "Priya", "PR"),
        ("Dr. Ngozi Okafor", "Dr. Okafor", "NO"),
        ("Prof. Lind", "Prof. Lind", "L"),
        ("Cher", "Cher", "C"),
        ("Uncle Tom Palmer", "Uncle Tom", "TP"),
        ("Coach Diaz", "Coach Diaz", "D"),
        ("Ana Maria de la Cruz", "Ana", "AC"),
        ("Dr.", "Dr.", "D"),
    ],
)
def test_people_are_called_as_one_would_in_a_sentence(name: str, called: str, initials: str) -> None:
    assert names.called(name) == called
    assert names.initials(name) == initials


@given(st.text(min_size=1, max_size=120).filter(lambda t: bool(t.strip())), st.integers(2, 40))
def test_a_shortened_name_fits_and_is_never_empty(name: str, limit: int) -> None:
    short = names.shortened(name, limit)

    assert 1 <= len(short) <= max(limit, 1) or short == name
    assert names.initials(name)


def test_the_same_name_in_another_dress_is_the_same() -> None:
    assert names.same("  PRIYA   raman ") == names.same("Priya Raman")
    assert names.same("Priya Raman") != names.same("Priya Ramana")


def test_small_counts_are_words() -> None:
    assert names.counted(1, "person", "people") == "one person"
    assert names.counted(0, "person", "people") == "no people"
    assert names.counted(1200, "person", "people") == "1,200 people"
