"""What the page of one's own calendar shows."""

from dataclasses import dataclass
from datetime import datetime

import httpx

from askwell.accounts.models import User
from askwell.lib.sealing import Unsealable, unseal
from askwell.meet.own_calendar.models import OwnCalendar


@dataclass(frozen=True)
class Standing:
    """Which calendar Askwell writes into, and how that goes."""

    address: str
    user: str
    written_at: datetime | None
    trouble: str
    since: datetime | None
    is_refused: bool

    @property
    def host(self) -> str:
        """The server's name."""
        return httpx.URL(self.address).host if self.address else ""


def standing(person: User) -> Standing | None:
    """How it stands with the person's own calendar; nothing when there is none."""
    found = OwnCalendar.objects.filter(person=person).first()
    if found is None:
        return None
    try:
        address = unseal(found.sealed_address)
    except Unsealable:
        address = ""
    return Standing(
        address, found.user, found.written_at, found.trouble, found.troubled_since, found.is_refused
    )
