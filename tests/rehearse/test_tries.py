"""Earlier tries in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.rehearse.tries import sentence


@pytest.mark.parametrize(
    ("sures", "says"),
    [
        ([], ""),
        ([None], "1 try."),
        ([3], "1 try."),
        ([None, None], "2 tries."),
        ([2, 3, 4], "3 tries; you went from 2 to 4."),
        ([4, None, 3], "3 tries; you went from 4 to 3."),
        ([3, 5, 3], "3 tries; you felt 3 of 5 in the first and in the last."),
    ],
)
def test_the_tries_are_told_plainly(sures: list[int | None], says: str) -> None:
    assert sentence(sures) == says


@given(st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=1))
def test_every_try_counts_and_none_is_judged(sures: list[int | None]) -> None:
    says = sentence(sures)

    assert says.startswith(f"{len(sures)} tr")
    assert not any(word in says.lower() for word in ("better", "worse", "only", "still"))
