"""Rows and what happens to them."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from askwell.accounts.models import User
from askwell.connect import services as connect
from askwell.journal.models import Entry

ROOT = Path(__file__).parents[2]
UNRECORDED = {
    # They change nothing of a journey: public figures, the door, the words of a draft being typed.
    "explore.load_pack",
    "accounts.solo_seeker",
    "accounts.make_token",
    "accounts.use_token",
    "program.operator",
    "program.in_order",
    "program.lock_coordinators",
    # Part of deleting an account, which is recorded.
    "program.forget",
    "journal.record",
}


@pytest.mark.django_db
def test_no_migration_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    # It leaves with an error of its own when something is missing.
    call_command("makemigrations", check=True, dry_run=True)

    assert "No changes detected" in capsys.readouterr().out


def service_files() -> list[Path]:
    rooms = (ROOT / "askwell").rglob("services.py")
    packages = (ROOT / "askwell").rglob("services/*.py")
    return sorted([*rooms, *packages])


def functions() -> dict[str, str]:
    """Every function of the services, as room.name, with its code."""
    return {
        f"{path.relative_to(ROOT / 'askwell').parts[0]}.{f.name}": ast.unparse(f)
        for path in service_files()
        for f in ast.parse(path.read_text()).body
        if isinstance(f, ast.FunctionDef)
    }


def calls(code: str, name: str, *, room: str) -> bool:
    """Whether the code of a room calls a function of its own or another room's services."""
    theirs, _, function = name.partition(".")
    said = rf"(?:{theirs}\.)?{function}" if theirs == room else rf"{theirs}\.{function}"
    return re.search(rf"(?<![\w.]){said}\(", code) is not None


def test_every_verb_records_what_happened() -> None:
    every = functions()
    recording = {name for name, code in every.items() if re.search(r"\brecord\(", code)}
    found = recording
    while found:
        rest = {name: code for name, code in every.items() if name not in recording}
        found = {
            name
            for name, code in rest.items()
            if any(calls(code, known, room=name.partition(".")[0]) for known in recording)
        }
        recording |= found

    verbs = {name for name in every if not name.partition(".")[2].startswith("_")}
    assert verbs - recording - UNRECORDED == set()


def test_every_model_that_holds_a_seekers_rows_says_who_may_see_them() -> None:
    ours = [m for m in apps.get_models() if m.__module__.startswith("askwell.")]
    owned = [m for m in ours if any(f.name == "seeker" for f in m._meta.fields)]

    assert owned
    assert [m.__name__ for m in owned if not hasattr(m.objects, "visible_to")] == []  # type: ignore[attr-defined]


def test_what_happened_is_never_rewritten(seeker: User) -> None:
    connect.add_contact(seeker, name="Bo Lind", by=seeker)
    entry = Entry.objects.get(says="You added them")
    entry.says = "Nothing happened"

    with pytest.raises(TypeError, match="append-only"):
        Entry.objects.update(says=entry.says)
    with pytest.raises(TypeError, match="append-only"):
        Entry.objects.bulk_update([entry], ["says"])
