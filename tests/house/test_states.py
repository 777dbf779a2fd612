"""The drawn states are the states in the code."""

import os
from pathlib import Path
from typing import cast

from django.apps import apps
from django.db.models import Field, Model

from askwell.journey import ROOMS
from askwell.lib.state_diagrams import Table, draw, page
from askwell.lib.states import Walks

PAPER = Path(__file__).parents[2] / "docs" / "states.md"
ORDER = [room.name for room in ROOMS]


def table_of(model: type[Model]) -> Table:
    """What a model says about its states."""
    status = cast("Field[str, str]", model._meta.get_field("status"))
    room = model._meta.app_label
    name = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in model.__name__).strip()
    doc = " ".join((model.__doc__ or "").split())
    labels = {str(value): str(label) for value, label in status.flatchoices}
    steps = {str(state): [str(s) for s in after] for state, after in model.TRANSITIONS.items()}  # type: ignore[attr-defined]
    return Table(name.capitalize(), room, doc, labels, str(status.get_default()), steps)


def tables() -> list[Table]:
    walking = [model for model in apps.get_models() if issubclass(model, Walks)]
    walking.sort(key=lambda model: (ORDER.index(model._meta.app_label), model.__name__))
    return [table_of(model) for model in walking]


def test_the_paper_shows_the_states_of_the_code() -> None:
    drawn = page(tables())
    if os.environ.get("ASKWELL_WRITE_DOCS"):
        PAPER.write_text(drawn)

    assert PAPER.read_text() == drawn, "Run this test once with ASKWELL_WRITE_DOCS=1."


def test_every_state_of_a_table_is_one_of_its_choices_and_can_be_reached() -> None:
    for table in tables():
        reached, waiting = {table.first}, [table.first]
        while waiting:
            for after in table.steps[waiting.pop()]:
                if after not in reached:
                    reached.add(after)
                    waiting.append(after)

        assert set(table.steps) == set(table.labels) == reached, table.title


def test_a_diagram_names_each_state_each_step_and_each_end() -> None:
    table = Table("Light", "lamp", "It shines.", {"off": "Off", "on": "On", "broken": "Broken"}, "off",
                  {"off": ["on"], "on": ["broken", "off"], "broken": []})  # fmt: skip

    lines = draw(table).splitlines()

    assert lines[0] == "stateDiagram-v2"
    assert lines[-5:] == [
        "    [*] --> off",
        "    off --> on",
        "    on --> off",
        "    on --> broken",
        "    broken --> [*]",
    ]
