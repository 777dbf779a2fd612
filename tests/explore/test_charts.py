"""Geometry of charts."""

from hypothesis import given
from hypothesis import strategies as st

from askwell.explore.charts import LETTER, STRONG_LETTER, Label, Scale, bar, end_labels, label, scale_over

amounts = st.integers(min_value=-(10**8), max_value=10**8).map(lambda tenths: tenths / 10)


@given(st.lists(amounts, min_size=1))
def test_a_scale_holds_every_value_between_round_ends(values: list[float]) -> None:
    scale = scale_over(values)

    assert scale.low <= min(values)
    assert max(values) <= scale.high
    assert scale.low < scale.high
    assert 2 <= len(scale.ticks()) <= 12


@given(st.lists(amounts, min_size=1))
def test_a_scale_from_zero_holds_zero(values: list[float]) -> None:
    scale = scale_over(values, from_zero=True)

    assert scale.low <= 0 <= scale.high


@given(amounts, amounts)
def test_a_bar_never_leaves_its_chart(amount: float, other: float) -> None:
    drawn = bar("Welders", "", amount, scale_over([amount, other], from_zero=True))

    assert drawn.x >= 0
    assert drawn.width >= 0
    assert drawn.x + drawn.width <= 100.2


def test_a_falling_bar_hangs_left_of_zero() -> None:
    drawn = bar("Typists", "−30%", -30, Scale(-40, 10, 10))

    assert (drawn.x, drawn.width) == (20, 60)


@given(st.floats(min_value=0, max_value=100), st.text("nurse $0", min_size=1, max_size=38))
def test_a_label_never_crosses_the_edge(x: float, text: str) -> None:
    placed = label(text, x)

    half = len(text) * STRONG_LETTER / 2
    assert half - 0.1 <= placed.x <= 100 - half + 0.1


@given(st.floats(min_value=0, max_value=100), st.floats(min_value=0, max_value=100))
def test_the_labels_of_both_ends_never_meet(one: float, other: float) -> None:
    low, high = end_labels(Label("$68,940", min(one, other)), Label("$137,470", max(one, other)))
    left_end = low.x + (len(low.text) * LETTER if low.anchor == "start" else 0)
    right_start = high.x - (len(high.text) * LETTER if high.anchor == "end" else 0)

    assert left_end <= right_start
