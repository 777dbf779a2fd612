from hypothesis import given
from hypothesis import strategies as st

from askwell.decide.beliefs import UNKNOWN, Normal
from askwell.decide.drawing import SHORTEST, draw


@given(st.floats(0, 100), st.floats(0, 60))
def test_band_and_dot_stay_on_the_line(mean: float, sd: float) -> None:
    drawing = draw(Normal(mean, sd))

    assert 0 <= drawing.left <= drawing.left + drawing.width <= 100.11
    assert drawing.width >= SHORTEST - 0.11
    assert drawing.left - 0.11 <= drawing.dot <= drawing.left + drawing.width + 0.11


def test_what_is_unknown_has_no_dot() -> None:
    assert draw(UNKNOWN).unknown
    assert not draw(Normal(70, 10)).unknown
