"""The shape of everything that can happen."""

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened: about which thing, in whose journey, with plain facts, never private text."""

    says: ClassVar[str]
    subject: str
    subject_id: int
    contact_id: int | None = None
    facts: dict[str, str | int | float | bool | None] = field(default_factory=dict)
