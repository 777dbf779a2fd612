"""The map of who led to whom."""

from hypothesis import given
from hypothesis import strategies as st

from askwell.connect.people_map import Drawing, Person, draw


def family(count: int, sources: list[list[int]]) -> list[Person]:
    return [Person(key + 1, f"Person {key + 1}", "asked", sources=sources[key]) for key in range(count)]


@st.composite
def lists_of_people(draw_: st.DrawFn) -> list[Person]:
    count = draw_(st.integers(0, 60))
    sources = draw_(st.lists(st.lists(st.integers(1, 70), max_size=3), min_size=count, max_size=count))
    return family(count, sources)


@given(lists_of_people())
def test_everyone_stands_on_the_map_once_and_nobody_on_anothers_place(people: list[Person]) -> None:
    drawing = draw(people)

    assert sorted(node.key for node in drawing.nodes) == [person.key for person in people]
    places = {(node.x, node.y) for node in drawing.nodes}
    assert len(places) == len(people)
    assert all(0 < node.y < drawing.height for node in drawing.nodes)


@given(lists_of_people())
def test_every_person_hangs_on_a_line(people: list[Person]) -> None:
    drawing = draw(people)

    ends = {(line.x2, line.y2) for line in drawing.lines}
    assert {(node.x, node.y) for node in drawing.nodes} <= ends


def test_few_people_stand_in_layers_under_you() -> None:
    people = family(7, [[], [], [], [1], [1], [3], [4]])

    drawing = draw(people)

    assert drawing.layered
    assert rows(drawing) == [[1, 2, 3], [4, 5, 6], [7]]
    assert all(0 < float(node.x.rstrip("%")) < 100 for node in drawing.nodes)


def test_one_person_stands_in_the_middle_under_you() -> None:
    drawing = draw(family(1, [[]]))

    assert drawing.nodes[0].x == drawing.you.x == "50%"


def test_people_too_many_for_a_phone_get_a_line_each_under_their_source() -> None:
    drawing = draw(family(5, [[], [], [], [], [2]]))

    assert not drawing.layered
    order = [node.key for node in sorted(drawing.nodes, key=lambda node: node.y)]
    assert order == [1, 2, 5, 3, 4]


def test_people_who_suggested_each_other_are_both_there() -> None:
    drawing = draw(family(2, [[2], [1]]))

    assert len(drawing.nodes) == 2


def rows(drawing: Drawing) -> list[list[int]]:
    """The keys in each layer, from left to right."""
    heights = sorted({node.y for node in drawing.nodes})
    return [
        [n.key for n in sorted(drawing.nodes, key=lambda n: float(n.x.rstrip("%"))) if n.y == height]
        for height in heights
    ]
