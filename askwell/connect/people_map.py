"""Where each person stands on the map of who led to whom. No Django.

Few people stand in layers under "You"; where a layer would be too wide for a phone, everyone gets a line of their own,
indented under whoever led to them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from askwell.connect.names import initials, shortened

WIDEST_LAYER = 3
LAYER_STEP, TOP = 130, 24
ROW_STEP, INDENT, DEEPEST = 52, 26, 5
YOU = 0


@dataclass(frozen=True, slots=True)
class Person:
    """One person to place: `sources` are the keys of those who suggested them, the earliest first."""

    key: int
    name: str
    so_far: str
    look: str = ""
    sources: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A person on the drawing; x is a length ("18%" or "50"), y in pixels."""

    key: int
    name: str
    label: str
    initials: str
    so_far: str
    look: str
    x: str
    y: int
    label_x: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the drawing; soft where it leads to somebody who was not asked yet."""

    x1: str
    y1: int
    x2: str
    y2: int
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole map: its height in pixels, "You", everyone, and the lines between them."""

    height: int
    layered: bool
    you: Node
    nodes: list[Node]
    lines: list[Line]


Children = dict[int, list[Person]]


def draw(people: Iterable[Person]) -> Drawing:
    """Place everyone once, under the first of those who suggested them."""
    children = _tree(list(people))
    layers = _layers(children)
    wide = max((len(layer) for layer in layers), default=0)
    return _in_layers(layers, children, wide) if wide <= WIDEST_LAYER else _in_lines(children)


def _tree(people: list[Person]) -> Children:
    """Everyone under their first known source; people who only suggested each other hang under you."""
    known = {person.key: person for person in people}
    above = {p.key: next((s for s in p.sources if s in known and s != p.key), YOU) for p in people}
    for key in above:
        _open_circle(key, above)
    children: Children = defaultdict(list)
    for person in people:
        children[above[person.key]].append(person)
    return children


def _open_circle(key: int, above: dict[int, int]) -> None:
    seen = {key}
    while (key := above[key]) != YOU:
        if key in seen:
            above[key] = YOU
            return
        seen.add(key)


def _layers(children: Children) -> list[list[Person]]:
    layers = []
    layer = children.get(YOU, [])
    while layer:
        layers.append(layer)
        layer = [child for person in layer for child in children.get(person.key, [])]
    return layers


def _in_layers(layers: list[list[Person]], children: Children, columns: int) -> Drawing:
    places = {YOU: (columns - 1) / 2}
    nodes, lines = [], []
    parents = {child.key: key for key, under in children.items() for child in under}
    for depth, layer in enumerate(layers, start=1):
        places |= _columns(layer, children, places, columns)
        for person in layer:
            above, y = parents[person.key], TOP + LAYER_STEP * depth - 14
            start = TOP if above == YOU else y - LAYER_STEP + 64
            lines.append(
                Line(
                    _x(places[above], columns),
                    start,
                    _x(places[person.key], columns),
                    y,
                    person.look == "idle",
                )
            )
            nodes.append(_node(person, _x(places[person.key], columns), y, room=15))
    height = TOP + LAYER_STEP * len(layers) + 54
    return Drawing(height, True, _you("50%"), nodes, lines)


def _columns(
    layer: list[Person], children: Children, places: dict[int, float], columns: int
) -> dict[int, float]:
    """Each as near as can be to the middle under their source, in order, a whole column apart."""
    wanted = {
        child.key: column + number - (len(siblings) - 1) / 2
        for key, column in places.items()
        if (siblings := children.get(key, []))
        for number, child in enumerate(siblings)
    }
    at, found = 0.0, {}
    for left, person in zip(range(len(layer), 0, -1), layer, strict=True):
        at = min(max(at, wanted[person.key]), columns - left)
        found[person.key] = at
        at += 1
    return found


def _x(column: float, columns: int) -> str:
    return f"{(column + 0.5) / max(columns, 1) * 100:.4g}%"


def _in_lines(children: Children) -> Drawing:
    nodes: list[Node] = []
    lines: list[Line] = []
    waiting = [(person, 1, TOP) for person in reversed(children[YOU])]
    while waiting:
        person, depth, above = waiting.pop()
        y = TOP + ROW_STEP * (len(nodes) + 1)
        x, stem = _indent(depth), _indent(depth - 1)
        lines += [
            Line(f"{stem}", above, f"{stem}", y),
            Line(f"{stem}", y, f"{x}", y, person.look == "idle"),
        ]
        nodes.append(_node(person, f"{x}", y, room=30 - 3 * min(depth, DEEPEST), label_x=f"{x + 26}"))
        waiting += [(child, depth + 1, y) for child in reversed(children.get(person.key, []))]
    return Drawing(TOP + ROW_STEP * len(nodes) + 30, False, _you(f"{_indent(0)}"), nodes, lines)


def _indent(depth: int) -> int:
    return 24 + INDENT * min(depth, DEEPEST)


def _node(person: Person, x: str, y: int, *, room: int, label_x: str = "") -> Node:
    return Node(
        person.key, person.name, shortened(person.name, room), initials(person.name),
        person.so_far, person.look, x, y, label_x or x,
    )  # fmt: skip


def _you(x: str) -> Node:
    return Node(YOU, "You", "You", "You", "", "self", x, TOP)
