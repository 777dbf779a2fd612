"""One calendar on a CalDAV server: an entry is put there, or taken out; and whether that is allowed at all."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from math import inf
from uuid import uuid4

import httpx

from askwell.lib.fetch import Answer, Auth, NotFetched, Question, joined, send
from askwell.meet import calendar
from askwell.meet.availability import caldav
from askwell.meet.availability.reading import Unreadable

WHILE_SOMEBODY_WAITS = 20.0
"""Seconds for everything that a page waits for."""
FAULTS = {
    401: "It does not accept the name and password.",
    403: "It does not let Askwell write there.",
    404: "There is no calendar at this address.",
    405: "This address is no CalDAV calendar.",
    409: "There is no calendar at this address.",
}
GONE = {404, 410}
COME_BACK = {408, 423, 425, 429}
TAKEN = {400, 403, 409, 412}
"""How servers say, among other things, that an entry with this UID stands under another name."""
BY_UID = (
    f"<c:calendar-query {caldav.NAMES}><d:prop><c:calendar-data/></d:prop><c:filter>"
    '<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:prop-filter name="UID">'
    "<c:text-match>{}</c:text-match></c:prop-filter></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
)


class Refusal(Exception):
    """The server says no, and will say so again; the message is for the person."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where a calendar is, and how one comes in."""

    address: str
    auth: Auth

    def own(self, uid: str) -> str:
        """The address of our entry: its one UID for life names it."""
        return str(joined(httpx.URL(f"{self.address.rstrip('/')}/"), f"{uid}.ics"))


def prove(address: str, auth: Auth) -> Door:
    """The one calendar at that address, after a trial entry was written and taken out; Refusal when it can't be."""
    until = time.monotonic() + WHILE_SOMEBODY_WAITS
    try:
        door = Door(_the_one(caldav.calendars(address, auth, until=until)), auth)
        trial = f"askwell-trial-{uuid4()}"
        put(door, trial, _trial(trial), until=until)
        take_out(door, trial, until=until)
    except (NotFetched, Unreadable) as fault:
        raise Refusal(str(fault)) from fault
    return door


def _the_one(found: list[str]) -> str:
    if len(found) > 1:
        raise Refusal(f"There are several calendars. Give the address of one: {', '.join(found)}")
    return found[0]


def _trial(uid: str) -> bytes:
    """An entry long ago, which takes nobody's time."""
    long_ago = datetime(2000, 1, 1, tzinfo=UTC)
    entry = calendar.Entry(f"{uid}@askwell", 0, long_ago, 10, "A trial of Askwell's", canceled=True)
    return calendar.kept(entry, now=long_ago)


def put(door: Door, uid: str, file: bytes, *, until: float = inf) -> None:
    """The entry stands there, in place of what stood there before; NotFetched when it may help to come back."""
    answer = _write("PUT", door.own(uid), door, file, until)
    copies = list(_copies(door, uid, until)) if answer.status in TAKEN else []
    if not copies:
        _check(answer)
    for address, is_invitation in copies:
        # What a calendar made of our letter, the letters after it keep right.
        if not is_invitation:
            _check(_write("PUT", address, door, file, until))


def take_out(door: Door, uid: str, *, until: float = inf) -> None:
    """The entry stands there no more; one that is gone already is no fault."""
    answer = _write("DELETE", door.own(uid), door, b"", until)
    if answer.status not in GONE:
        _check(answer)
        return
    for address, is_invitation in _copies(door, uid, until):
        if not is_invitation:
            _check(_write("DELETE", address, door, b"", until))


def _write(method: str, address: str, door: Door, file: bytes, until: float) -> Answer:
    headers = {"Content-Type": "text/calendar; charset=utf-8"} if file else {}
    return send(Question(httpx.URL(address), method, headers, file, door.auth), until=until)


def _check(answer: Answer) -> None:
    status = answer.status
    if status in COME_BACK or status >= 500:
        raise NotFetched(f"It answered with an error ({status}).")
    if not 200 <= status < 300:
        raise Refusal(FAULTS.get(status, f"It does not take what Askwell writes ({status})."))


def _copies(door: Door, uid: str, until: float) -> Iterator[tuple[str, bool]]:
    """Where the same entry stands under a name of somebody else's, and whether it is an invitation."""
    query = BY_UID.format(f"{uid}@askwell")
    try:
        found = caldav.ask("REPORT", door.address, query, door.auth, depth=1, until=until)
        for one in found:
            lines = re.sub(
                r"\r?\n[ \t]", "", one.findtext(f".//{caldav.CALDAV}calendar-data", "")
            ).splitlines()
            if f"UID:{uid}@askwell" in lines:
                address = caldav.on_same_host(door.address, one.findtext(f"{caldav.DAV}href", ""))
                yield address, any(line.startswith("ORGANIZER") for line in lines)
    except Unreadable:
        return
