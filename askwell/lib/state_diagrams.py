"""Tables of transitions drawn as Mermaid diagrams. No Django."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

HEAD = """\
# States

What each thing can be, and the steps it can take. Drawn from the `TRANSITIONS` in the code;
`tests/house/test_states.py` fails when this page and the code differ, and writes it anew with
`ASKWELL_WRITE_DOCS=1`.
"""


@dataclass(frozen=True)
class Table:
    """The states of one kind of thing: names with their words, the first state, and the steps."""

    title: str
    room: str
    says: str
    labels: Mapping[str, str]
    first: str
    steps: Mapping[str, Iterable[str]]


def draw(table: Table) -> str:
    """One diagram; states that lead nowhere end it."""
    order = list(table.labels)
    lines = ["stateDiagram-v2"]
    lines += [f"    {name}: {table.labels[name]}" for name in order]
    lines.append(f"    [*] --> {table.first}")
    for name in order:
        after = sorted(table.steps.get(name, ()), key=order.index)
        lines += [f"    {name} --> {target}" for target in after] or [f"    {name} --> [*]"]
    return "\n".join(lines)


def page(tables: Iterable[Table]) -> str:
    """The whole document, one section for each table in the order given."""
    parts = [
        f"## {table.title} (`{table.room}/`)\n\n{table.says}\n\n```mermaid\n{draw(table)}\n```\n"
        for table in tables
    ]
    return "\n".join([HEAD, *parts])
