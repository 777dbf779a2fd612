"""The file that `askwell decide weigh FILE` reads, checked field by field, and its answer."""

import math
from collections.abc import Iterator, Mapping

from askwell.decide.beliefs import (
    BETWEEN_SD,
    WITHIN_SD,
    Finding,
    Normal,
    Weighing,
    normalize,
    weigh,
)

HELP = """\
FILE is JSON:

  {"criteria": [{"name": "Pay", "weight": 2}],
   "beliefs":  [{"path": "Nurse", "criterion": "Pay", "mean": 60, "sd": 15}],
   "findings": [{"path": "Nurse", "criterion": "Pay", "host": "Elena", "value": 70}],
   "between_sd": 12, "within_sd": 10}

Means and values stand on a scale from 0 (poor fit) to 100 (good fit). Weights are scaled to add
up to 1. The paths are those that the beliefs name. A path and criterion without a belief counts
as unknown: mean 50, sd 25. The findings may be left out, and so may the two sds (12 and 10).
All findings of one host on one path and criterion count as one observation, their mean.

The answer lists the paths, best chance first, and under "next" what one answer from one new
host is expected to add to the weighted mean of the best path, largest first.
"""

_FIELDS = ("criteria", "beliefs", "findings", "between_sd", "within_sd")


class FormError(ValueError):
    """The file breaks the form; the message names the field and says what belongs there."""


def read(data: object) -> Weighing:
    """A weighing from parsed JSON; anything that breaks the form is a FormError naming the field."""
    form = _form(data)
    weights = _weights(form)
    beliefs = _beliefs(form, weights)
    paths = tuple(dict.fromkeys(path for path, _ in beliefs))
    return Weighing(
        paths=paths,
        weights=weights,
        beliefs=beliefs,
        findings=tuple(_findings(form, paths, weights)),
        between_sd=_number(form, "", "between_sd") if "between_sd" in form else BETWEEN_SD,
        within_sd=_number(form, "", "within_sd") if "within_sd" in form else WITHIN_SD,
    )


def answer(weighing: Weighing) -> dict[str, list[dict[str, str | float]]]:
    """The standings and what to ask next, ready to be written as JSON."""
    weighed = weigh(weighing)
    return {
        "paths": [
            {"path": s.path, "mean": s.mean, "sd": s.sd, "chance_best": s.chance_best}
            for s in weighed.standings
        ],
        "next": [{"path": w.path, "criterion": w.criterion, "value": w.value} for w in weighed.next],
    }


def _form(data: object) -> Mapping[str, object]:
    if not isinstance(data, dict):
        raise FormError("file: must be one JSON object with criteria, beliefs and findings")
    for name in data:
        if name not in _FIELDS:
            raise FormError(f"{name}: unknown field; the form has {', '.join(_FIELDS)}")
    return data


def _weights(form: Mapping[str, object]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for at, record in _records(form, "criteria"):
        name = _text(record, at, "name")
        if name in weights:
            raise FormError(f'{at}.name: "{name}" is listed twice')
        weights[name] = _number(record, at, "weight")
    try:
        normalize(weights)
    except ValueError as error:
        raise FormError("criteria: at least one weight must be above 0") from error
    return weights


def _beliefs(form: Mapping[str, object], weights: Mapping[str, float]) -> dict[tuple[str, str], Normal]:
    beliefs: dict[tuple[str, str], Normal] = {}
    for at, record in _records(form, "beliefs"):
        pair = (_text(record, at, "path"), _criterion(record, at, weights))
        if pair in beliefs:
            raise FormError(f'{at}: a belief about "{pair[0]}" on "{pair[1]}" is listed twice')
        beliefs[pair] = Normal(_on_scale(record, at, "mean"), _number(record, at, "sd"))
    return beliefs


def _findings(
    form: Mapping[str, object], paths: tuple[str, ...], weights: Mapping[str, float]
) -> Iterator[Finding]:
    for at, record in _records(form, "findings") if "findings" in form else ():
        path = _text(record, at, "path")
        if path not in paths:
            raise FormError(f'{at}.path: no belief names "{path}"; give it one, or mend the spelling')
        yield Finding(
            path,
            _criterion(record, at, weights),
            _text(record, at, "host"),
            _on_scale(record, at, "value"),
        )


def _records(form: Mapping[str, object], name: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Each record of a list, with its place in words; only findings may be an empty list."""
    if name not in form:
        raise FormError(f"{name}: is missing; it must be a list")
    records = form[name]
    if not isinstance(records, list):
        raise FormError(f"{name}: must be a list")
    if not records and name != "findings":
        raise FormError(f"{name}: must hold at least one record")
    for i, record in enumerate(records):
        if not isinstance(record, dict):
            raise FormError(f"{name}[{i}]: must be an object")
        yield f"{name}[{i}]", record


def _get(record: Mapping[str, object], at: str, name: str) -> object:
    if name not in record:
        raise FormError(f"{at}.{name}: is missing")
    return record[name]


def _text(record: Mapping[str, object], at: str, name: str) -> str:
    value = _get(record, at, name)
    if not isinstance(value, str) or not value.strip():
        raise FormError(f"{at}.{name}: must be a text that is not empty")
    return value


def _criterion(record: Mapping[str, object], at: str, weights: Mapping[str, float]) -> str:
    name = _text(record, at, "criterion")
    if name not in weights:
        raise FormError(f'{at}.criterion: "{name}" is not one of the criteria')
    return name


def _number(record: Mapping[str, object], at: str, name: str) -> float:
    value = _finite(_get(record, at, name))
    if value is None or value < 0:
        raise FormError(f"{at}.{name}: must be a number above or equal 0".lstrip("."))
    return value


def _on_scale(record: Mapping[str, object], at: str, name: str) -> float:
    value = _finite(_get(record, at, name))
    if value is None or not 0 <= value <= 100:
        raise FormError(f"{at}.{name}: must be a number from 0 to 100")
    return value


def _finite(value: object) -> float | None:
    """The number as a float; None for anything else, for true and false, and past a float's reach."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
