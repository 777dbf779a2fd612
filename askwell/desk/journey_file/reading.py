"""The file's form, checked field by field; anything that breaks it is named in plain words."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from askwell.decide.selectors import is_readable
from askwell.desk.journey_file.tables import PROFILE, TABLES, Table
from askwell.explore.footing import Footing
from askwell.explore.narrowing import tidy
from askwell.lib import json_text, zones

FORMAT = "askwell-journey"
VERSION = 1
MOST_ROWS = 20_000

Journey = dict[str, Any]
KINDS: tuple[tuple[type[models.Field[Any, Any]], type, str], ...] = (
    (models.BooleanField, bool, "true or false"),
    (models.IntegerField, int, "a whole number"),
)


class JourneyError(ValueError):
    """The file can't be taken in; the message names the place and what is wrong there."""


def read(text: str) -> Journey:
    """The journey in a file's text, with every value as its field holds it."""
    journey = _form(text)
    read: Journey = {"seeker": _profile(journey.get("seeker", {}))}
    known: dict[str, set[int]] = {}
    for table in TABLES:
        rows = [_row(raw, at, table, known) for at, raw in _rows(journey, table)]
        known[table.name] = {row["id"] for row in rows}
        if len(known[table.name]) < len(rows):
            raise JourneyError(f"{table.name}: two records have the same id.")
        read[table.name] = rows
    return read


def _form(text: str) -> Journey:
    try:
        journey = json_text.parse(text)
    except json.JSONDecodeError as fault:
        raise JourneyError(f"This is not a JSON file. Line {fault.lineno}: {fault.msg}.") from fault
    except ValueError as fault:
        raise JourneyError(f"This is not a JSON file: {fault}.") from fault
    if not isinstance(journey, dict) or journey.get("format") != FORMAT:
        raise JourneyError("This is no journey of Askwell: its “format” should be “askwell-journey”.")
    version = journey.get("version")
    if not isinstance(version, int) or version < 1:
        raise JourneyError("version: must be a whole number from 1.")
    if version > VERSION:
        raise JourneyError(
            f"This file was written by a newer Askwell (form {version}; this one reads {VERSION}). Update Askwell first."
        )
    for name in journey:
        # What a program keeps beside the journey can be taken along, not brought in.
        if name not in {"format", "version", "seeker", "program", *(table.name for table in TABLES)}:
            raise JourneyError(f"{name[:40]}: a journey holds nothing of that name.")
    return journey


def _profile(raw: Any) -> Journey:
    if not isinstance(raw, dict):
        raise JourneyError("seeker: must be an object.")
    for name in PROFILE:
        value = raw.get(name, "")
        if not isinstance(value, str) or len(value) > 160 or (name == "name" and len(value) > 80):
            raise JourneyError(f"seeker.{name}: must be a short text.")
        _sound(value, f"seeker.{name}")
    if raw.get("time_zone") and not zones.known(raw["time_zone"]):
        raise JourneyError("seeker.time_zone: this is no time zone we know.")
    return {name: raw.get(name, "") for name in PROFILE}


def _rows(journey: Journey, table: Table) -> Iterator[tuple[str, Journey]]:
    rows = journey.get(table.name, [])
    if not isinstance(rows, list):
        raise JourneyError(f"{table.name}: must be a list.")
    if len(rows) > MOST_ROWS:
        raise JourneyError(f"{table.name}: holds more than {MOST_ROWS:,} records.")
    for place, row in enumerate(rows):
        at = f"{table.name}[{place}]"
        if not isinstance(row, dict) or not _is_id(row.get("id")):
            raise JourneyError(f"{at}: must be an object with a whole number as its id.")
        yield at, row


def _is_id(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _row(raw: Journey, at: str, table: Table, known: dict[str, set[int]]) -> Journey:
    names = {"id", *table.fields, *table.refs, *table.many} | ({"soc"} if table.soc else set())
    for name in raw:
        if name not in names:
            raise JourneyError(f"{at}.{name[:40]}: a record here holds nothing of that name.")
    row: Journey = {"id": raw["id"]}
    if table.soc:
        row["soc"] = _soc(raw.get("soc"), at, needed=table.name == "paths")
    for name, target in table.refs.items():
        field = table.model._meta.get_field(_column(table, name))
        row[name] = _ref(raw.get(name), f"{at}.{name}", field, known[target], target)
    for name, target in table.many.items():
        row[name] = _many(raw.get(name, []), f"{at}.{name}", known[target], target)
    return row | _own_values(raw, at, table)


def _own_values(raw: Journey, at: str, table: Table) -> Journey:
    """What a record says itself; what it can't do without must be there."""
    values: Journey = {}
    for name in table.fields:
        field: Any = table.model._meta.get_field(name)
        if name in raw:
            value = _value(raw[name], f"{at}.{name}", field)
            values[name] = tidy(value) if name == "narrowed" else value
            _meaningful(values[name], f"{at}.{name}", name)
        elif not (field.null or field.blank or field.has_default()):
            raise JourneyError(f"{at}.{name}: is missing.")
    return values


def _meaningful(value: Any, at: str, name: str) -> None:
    """What a column would hold, but no page could use."""
    if name == "time_zone" and value and not zones.known(value):
        raise JourneyError(f"{at}: this is no time zone we know.")
    if name == "earlier" and not all(_is_wording(one) for one in value):
        raise JourneyError(f"{at}: must be a list of wordings, each with a text as subject and as body.")
    if name == "weighed" and not is_readable(value):
        raise JourneyError(f"{at}: does not hold how things stood as a decision keeps it.")
    if name == "footing" and value and Footing.read(value) is None:
        raise JourneyError(f"{at}: does not hold figures as a path keeps them.")


def _is_wording(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and one.keys() == {"subject", "body"}
        and all(isinstance(text, str) for text in one.values())
    )


def _column(table: Table, name: str) -> str:
    """The journal keeps bare ids, so that it outlives what it tells of."""
    return f"{name}_id" if table.name == "history" else name


def _soc(value: Any, at: str, *, needed: bool) -> str | None:
    if value is None and not needed:
        return None
    if not isinstance(value, str):
        raise JourneyError(f"{at}.soc: must be a SOC code, such as 29-1141.")
    return value


def _ref(value: Any, at: str, field: Any, known: set[int], target: str) -> int | None:
    # The journal holds a contact's bare id; here its lines always concern somebody.
    if value is None and field.null and isinstance(field, models.ForeignKey):
        return None
    if not _is_id(value) or value not in known:
        raise JourneyError(f"{at}: {target} has no record with the id {json.dumps(value)[:40]}.")
    return int(value)


def _many(value: Any, at: str, known: set[int], target: str) -> list[int]:
    if not isinstance(value, list) or not all(_is_id(one) and one in known for one in value):
        raise JourneyError(f"{at}: must be a list of ids of {target} in this file.")
    return sorted(set(value))


def _value(value: Any, at: str, field: Any) -> Any:
    """One plain value as its field holds it, checked as the field's own rules say."""
    if value is None and field.null:
        return None
    kind, called = _kind(field)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise JourneyError(f"{at}: must be {called}.")
    _sound(value, at)
    longest = field.max_length if isinstance(field, models.CharField | models.TextField) else None
    if longest and isinstance(value, str) and len(value) > longest:
        raise JourneyError(f"{at}: is longer than {longest:,} characters.")
    try:
        clean = field.clean(value, None)
    except ValidationError as fault:
        raise JourneyError(f"{at}: {' '.join(fault.messages)}") from fault
    except (OverflowError, ValueError) as fault:
        raise JourneyError(f"{at}: is out of range.") from fault
    return _moment(clean, at) if isinstance(clean, datetime) else clean


def _kind(field: Any) -> tuple[type, str]:
    if isinstance(field, models.JSONField):
        return (list, "a list") if field.default is list else (dict, "an object")
    return next(((kind, said) for of, kind, said in KINDS if isinstance(field, of)), (str, "a text"))


def _moment(value: datetime, at: str) -> datetime:
    if timezone.is_naive(value):
        raise JourneyError(f"{at}: a moment needs its offset, as in 2026-10-20T21:30:00Z.")
    if not 1970 <= value.year <= 2200:
        raise JourneyError(f"{at}: is not in our time.")
    return value


def _sound(value: Any, at: str) -> None:
    """No characters that a database can't hold."""
    text = (
        value
        if isinstance(value, str)
        else json.dumps(value, ensure_ascii=False)
        if isinstance(value, dict | list)
        else ""
    )
    if "\0" in text or "\\u0000" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise JourneyError(f"{at}: holds a character that can't be kept.")
