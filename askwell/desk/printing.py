"""The journey as a PDF, set by typst from our own template; no system library, no network."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst


def pdf(story: dict[str, Any]) -> bytes:
    """The story as a PDF of US Letter pages."""
    made = typst.compile(_template(), sys_inputs={"story": json.dumps(story)}, format="pdf")
    if not isinstance(made, bytes):
        raise TypeError("typst made no single document")
    return made


@cache
def _template() -> bytes:
    return files("askwell.desk").joinpath("journey.typ").read_bytes()
