"""A journey into the file's form."""

import json
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Model

from askwell.desk.journey_file.reading import FORMAT, VERSION
from askwell.desk.journey_file.tables import PROFILE, TABLES, Table
from askwell.explore.models import Path
from askwell.prepare.models import Question

if TYPE_CHECKING:
    from askwell.accounts.models import User

Record = dict[str, Any]


def write(seeker: "User") -> Record:
    """Everything of this seeker's journey, and of nobody else's; the same journey gives the same file."""
    journey: Record = {"format": FORMAT, "version": VERSION}
    journey["seeker"] = {name: getattr(seeker, name) for name in PROFILE}
    ids: dict[str, dict[int, int]] = {}
    for table in TABLES:
        rows = rows_of(seeker, table)
        ids[table.name] = {row.pk: number for number, row in enumerate(rows, start=1)}
        journey[table.name] = [_record(row, table, ids) for row in rows]
    return journey


def as_text(journey: Record) -> str:
    """The file's text: UTF-8 JSON, indented so that a person can read it."""
    return json.dumps(journey, ensure_ascii=False, indent=1, default=_plain) + "\n"


def rows_of(seeker: "User", table: Table) -> list[Any]:
    """This seeker's rows of one table, in the order in which they were made."""
    mine = table.model._default_manager.filter(**{table.owner: seeker.pk})
    if table.name == "history":
        mine = mine.filter(contact_id__in=seeker.contacts.values("pk"))
    if table.soc:
        mine = mine.select_related("occupation").defer("occupation__figures")
    return list(mine.prefetch_related(*table.many).order_by("pk"))


def _record(row: Model, table: Table, ids: dict[str, dict[int, int]]) -> Record:
    record: Record = {"id": ids[table.name][row.pk]}
    if isinstance(row, Path | Question):
        record["soc"] = row.occupation.soc if row.occupation else None
    for name, target in table.refs.items():
        record[name] = ids[target].get(getattr(row, f"{name}_id"))
    for name, target in table.many.items():
        record[name] = sorted(
            ids[target][one.pk] for one in getattr(row, name).all() if one.pk in ids[target]
        )
    return record | {name: _plain(getattr(row, name)) for name in table.fields}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return str(value) if isinstance(value, UUID | date | time) else value
