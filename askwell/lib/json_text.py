"""JSON as the standard has it, from somebody else's file. No Django."""

import json
from typing import Any, NoReturn


def parse(text: str) -> Any:
    """The value that the text holds; a ValueError when it is not JSON, nested beyond reason, or holds NaN."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError as fault:
        raise ValueError("it is nested too deeply") from fault


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number in JSON")
