"""Who takes a consultation."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from askwell.meet.consultations.fairness import Load, whose_turn

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
LOADS = st.lists(
    st.builds(
        Load,
        person=st.integers(1, 20),
        recent=st.integers(0, 3),
        last=st.none() | st.integers(0, 3).map(lambda days: MONDAY + timedelta(days=days)),
    ),
    min_size=1,
    unique_by=lambda one: one.person,
)


def test_whoever_talked_least_lately_takes_it() -> None:
    assert whose_turn([Load(1, 2, MONDAY), Load(2, 1, MONDAY + timedelta(days=9))]) == 2


def test_among_equals_whoever_has_waited_longest_takes_it() -> None:
    assert whose_turn([Load(1, 1, MONDAY), Load(2, 1, MONDAY - timedelta(days=1))]) == 2


def test_who_never_talked_has_waited_longest() -> None:
    assert whose_turn([Load(1, 0, MONDAY), Load(2, 0, None)]) == 2


def test_among_equals_in_all_the_lower_id_takes_it() -> None:
    assert whose_turn([Load(7), Load(3)]) == 3


@given(LOADS)
def test_nobody_who_is_free_is_better_placed_and_the_order_of_the_list_does_not_count(
    loads: list[Load],
) -> None:
    chosen = next(one for one in loads if one.person == whose_turn(loads))

    assert whose_turn(reversed(loads)) == chosen.person
    assert not any(one.recent < chosen.recent for one in loads)


def test_hours_even_out_when_all_are_free_for_each() -> None:
    counts = {1: 0, 2: 0, 3: 0}
    last: dict[int, datetime] = {}
    for number in range(10):
        chosen = whose_turn(Load(person, counts[person], last.get(person)) for person in counts)
        counts[chosen] += 1
        last[chosen] = MONDAY + timedelta(hours=number)

    assert sorted(counts.values()) == [3, 3, 4]
