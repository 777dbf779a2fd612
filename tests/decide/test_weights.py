import pytest

from askwell.decide.from_figures import Kind
from askwell.decide.weights import SPEAKS, WEIGHTS, kind_and_way, speaks


def test_every_weight_from_0_to_5_has_words() -> None:
    assert set(WEIGHTS) == set(range(6))


def test_every_kind_can_be_chosen() -> None:
    assert {kind_and_way(key)[0] for key in SPEAKS} == {kind.value for kind in Kind}


@pytest.mark.parametrize("key", sorted(SPEAKS))
def test_a_choice_is_found_again_from_what_was_kept(key: str) -> None:
    kind, wants_more = kind_and_way(key)

    assert speaks(kind, wants_more) == key
