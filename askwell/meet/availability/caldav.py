"""The events of a CalDAV calendar (RFC 4791), as files; what they mean is worked out here, never by the server."""

import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, datetime
from math import inf

import httpx

from askwell.lib.fetch import Answer, Auth, fetch, joined
from askwell.meet.availability.reading import Unreadable

MOST_CALENDARS = 20
MOST_SECONDS = 60.0
NAMES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
DAV, CALDAV = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
WHO = f"<d:propfind {NAMES}><d:prop><d:resourcetype/><d:current-user-principal/><c:calendar-home-set/></d:prop></d:propfind>"
WHAT = f"<d:propfind {NAMES}><d:prop><d:resourcetype/><c:supported-calendar-component-set/></d:prop></d:propfind>"
EVENTS = (
    f"<c:calendar-query {NAMES}><d:prop><c:calendar-data/></d:prop><c:filter>"
    '<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="{}" end="{}"/>'
    "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
)
FAULTS = {
    401: "It does not accept the name and password.",
    403: "It does not let you in.",
    404: "There is no calendar at this address.",
    405: "This address is no CalDAV calendar.",
}

NO_SENSE = "What it answered made no sense."
IN_PART = "It could answer only in part."


def files(address: str, auth: Auth, *, first: datetime, last: datetime) -> Iterator[bytes]:
    """The files of all events that may touch the time between two moments, of the calendar or of all at that address.

    Raises NotFetched, and Unreadable when the server's answer can't be relied on.
    """
    query = EVENTS.format(_stamp(first), _stamp(last))
    until = time.monotonic() + MOST_SECONDS
    for calendar in calendars(address, auth, until=until):
        if time.monotonic() > until:
            raise Unreadable("It took too long to answer.")
        for response in ask("REPORT", calendar, query, auth, depth=1, until=until):
            if not (data := response.findtext(f".//{CALDAV}calendar-data")):
                raise Unreadable(IN_PART)
            yield data.encode()


def calendars(address: str, auth: Auth, *, until: float = inf) -> list[str]:
    """The address itself if it is a calendar, else every calendar of its owner."""
    itself = _one(ask("PROPFIND", address, WHO, auth, until=until))
    if itself.find(f".//{CALDAV}calendar") is not None:
        return [address]
    if (home := _href(itself, f"{CALDAV}calendar-home-set", address)) is None:
        principal = _href(itself, f"{DAV}current-user-principal", address) or address
        owner = _one(ask("PROPFIND", principal, WHO, auth, until=until))
        home = _href(owner, f"{CALDAV}calendar-home-set", principal)
    if home is None:
        raise Unreadable(FAULTS[405])
    found = [
        on_same_host(home, response.findtext(f"{DAV}href", ""))
        for response in ask("PROPFIND", home, WHAT, auth, depth=1, until=until)
        if response.find(f".//{CALDAV}calendar") is not None and _holds_events(response)
    ]
    if not 0 < len(found) <= MOST_CALENDARS:
        raise Unreadable(
            "There is no calendar at this address, or too many of them. Give the address of one."
        )
    return found


def _holds_events(response: ET.Element) -> bool:
    kinds = [kind.get("name") for kind in response.iter(f"{CALDAV}comp")]
    return not kinds or "VEVENT" in kinds


def ask(
    method: str, address: str, body: str, auth: Auth, *, depth: int = 0, until: float = inf
) -> list[ET.Element]:
    """The parts of what a server answers to a question in XML; Unreadable when it refuses or answers in part."""
    headers = {"Depth": str(depth), "Content-Type": "application/xml; charset=utf-8"}
    answer = fetch(address, method=method, headers=headers, body=body.encode(), auth=auth, until=until)
    if answer.status != 207:
        raise Unreadable(FAULTS.get(answer.status, f"It answered with an error ({answer.status})."))
    return _responses(answer)


def _responses(answer: Answer) -> list[ET.Element]:
    """The parts of the answer; one that failed makes the whole unreliable."""
    if b"<!DOCTYPE" in answer.body or b"<!ENTITY" in answer.body:
        raise Unreadable(NO_SENSE)
    try:
        root = ET.fromstring(answer.body)  # noqa: S314 - small, without entities, and expat bounds what it unfolds
    except (ET.ParseError, ValueError, LookupError) as fault:
        raise Unreadable(NO_SENSE) from fault
    found = root.findall(f"{DAV}response")
    if any(_failed(response.findtext(f"{DAV}status", "")) for response in found):
        raise Unreadable(IN_PART)
    return found


def _failed(status: str) -> bool:
    return bool(status) and " 2" not in status


def _one(responses: list[ET.Element]) -> ET.Element:
    if not responses:
        raise Unreadable(NO_SENSE)
    return responses[0]


def _href(response: ET.Element, name: str, base: str) -> str | None:
    found = response.findtext(f".//{name}/{DAV}href")
    return on_same_host(base, found.strip()) if found and found.strip() else None


def on_same_host(base: str, href: str) -> str:
    """The address that a server names; a password is sent to no other host than the one it was typed in for."""
    here = httpx.URL(base)
    there = joined(here, href)
    if (here.scheme, here.host, here.port) != (there.scheme, there.host, there.port):
        raise Unreadable(f"Its calendars are on another host: {there.host}. Give the address there.")
    return str(there)


def _stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
