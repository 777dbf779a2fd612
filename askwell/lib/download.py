"""Fetching a large file from a public address: it goes on where it was cut, and is kept only when it is whole."""

import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import httpcore
import httpx
from django.conf import settings

from askwell.lib.fetch import MOST_REDIRECTS, REDIRECTS, NotFetched, _Guarded, _ssl, _target, joined

TRIES = 3
STILL = 60.0
"""Seconds in which nothing need arrive."""
CHUNK = 1 << 16
UNCHANGED, PARTIAL, WHOLE, BEYOND = 304, 206, 200, 416
BUSY = {429, 500, 502, 503, 504}
Tell = Callable[[int, int | None], None]
Check = Callable[[Path], None]


class NotThere(NotFetched):
    """The server has no such file."""


class Cut(NotFetched):
    """It broke off, or the server is busy; what arrived is kept, and another try may go on from there."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """No more than these bytes and seconds."""

    size: int
    seconds: float


def download(url: str, to: Path, bounds: Bounds, tell: Tell, check: Check) -> bool:
    """Bring a file up to date; whether it changed. `tell` hears bytes so far and in all.

    What arrived is kept beside it as `.part` when the line breaks; whole, it takes the place of what was before once
    `check` has not raised NotFetched. NotThere, or NotFetched with the reason.
    """
    until = time.monotonic() + bounds.seconds
    for attempt in range(1, TRIES + 1):
        try:
            return _once(url, to, bounds, until, tell, check)
        except Cut:
            if attempt == TRIES:
                raise
            time.sleep(attempt)
    raise AssertionError("unreachable")


def _once(url: str, to: Path, bounds: Bounds, until: float, tell: Tell, check: Check) -> bool:
    asked = joined(httpx.URL(), url)
    for _ in range(MOST_REDIRECTS + 1):
        if asked.scheme not in {"http", "https"} or not asked.host:
            raise NotFetched("Only addresses that begin with https:// or http:// can be read.")
        try:
            with (
                httpcore.ConnectionPool(ssl_context=_ssl(asked), network_backend=_Guarded(until)) as pool,
                pool.stream(
                    "GET", _target(asked), headers=_headers(asked, to), extensions=TIMEOUTS
                ) as response,
            ):
                headers = {name.decode().lower(): value.decode("latin-1") for name, value in response.headers}
                if response.status in REDIRECTS and "location" in headers:
                    onward = joined(asked, headers["location"])
                    if asked.scheme == "https" and onward.scheme != "https":
                        raise NotFetched("It leads from a secured address to one that is not.")
                    asked = onward
                    continue
                return _receive(response, headers, to, bounds, tell, check)
        except httpcore.TimeoutException as fault:
            raise Cut("It took too long to answer.") from fault
        except (httpcore.NetworkError, httpcore.ProtocolError) as fault:
            raise Cut("It could not be reached, or broke off.") from fault
        except httpx.InvalidURL as fault:
            raise NotFetched("This is no web address.") from fault
    raise NotFetched("The address keeps leading elsewhere.")


def agent() -> str:
    """Who asks; a program names the address its letters come from, as some publishers want to know whom to write to."""
    contact = f"; {settings.DEFAULT_FROM_EMAIL}" if settings.CAN_SEND and not settings.SOLO else ""
    return f"Askwell (open-source career exploration, fetching public releases{contact})"


TIMEOUTS = {"timeout": {"connect": STILL, "read": STILL, "write": STILL, "pool": STILL}}


def _headers(asked: httpx.URL, to: Path) -> list[tuple[str, str]]:
    found = [("Host", asked.netloc.decode("ascii")), ("User-Agent", agent()), ("Accept-Encoding", "identity")]
    begun, known = _read(_marks_of(part_of(to))), _read(_marks_of(to))
    if part_of(to).is_file() and (mark := begun.get("etag") or begun.get("last-modified")):
        return [*found, ("Range", f"bytes={part_of(to).stat().st_size}-"), ("If-Range", mark)]
    if to.is_file():
        pairs = (("If-None-Match", known.get("etag")), ("If-Modified-Since", known.get("last-modified")))
        found += [(name, value) for name, value in pairs if value]
    return found


def _receive(
    response: httpcore.Response,
    headers: Mapping[str, str],
    to: Path,
    bounds: Bounds,
    tell: Tell,
    check: Check,
) -> bool:
    part, start = part_of(to), 0
    if response.status == UNCHANGED and to.is_file():
        return False
    _refuse_odd(headers, response.status)
    if response.status == BEYOND:
        part.unlink(missing_ok=True)
        raise Cut("It has changed since it was begun.")
    if response.status == PARTIAL and part.is_file():
        start = part.stat().st_size
        if not headers.get("content-range", "").startswith(f"bytes {start}-"):
            part.unlink()
            raise Cut("It went on from another place than was asked.")
    elif response.status != WHOLE:
        raise _refusal(response.status)
    length = headers.get("content-length", "")
    total = start + int(length) if length.isdigit() else None
    if (total or 0) > bounds.size:
        raise NotFetched(f"It is larger than {bounds.size // 1_000_000} MB.")
    if not start:
        part.unlink(missing_ok=True)
        _write(
            _marks_of(part), {name: headers[name] for name in ("etag", "last-modified") if name in headers}
        )
    _append(response, part, start, total, bounds, tell)
    _take(part, to, check)
    return True


def _take(part: Path, to: Path, check: Check) -> None:
    """Put what has arrived whole in its place with the server's marks, or throw it away."""
    marks = _read(_marks_of(part))
    _marks_of(part).unlink(missing_ok=True)
    try:
        check(part)
    except NotFetched:
        part.unlink()
        raise
    part.replace(to)
    _write(_marks_of(to), marks)


def _refuse_odd(headers: Mapping[str, str], status: int) -> None:
    """Nothing that was packed on the way, and nothing of which nobody could tell whether it came whole."""
    if status not in {WHOLE, PARTIAL}:
        return
    if headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise NotFetched("It came in a packing that was not asked for.")
    if "content-length" not in headers and "transfer-encoding" not in headers:
        raise NotFetched("It does not say how long it is, so nobody could tell whether it came whole.")


def _append(
    response: httpcore.Response, part: Path, start: int, total: int | None, bounds: Bounds, tell: Tell
) -> None:
    so_far = start
    with part.open("ab") as stream:
        for chunk in response.iter_stream():
            so_far += len(chunk)
            if so_far > bounds.size:
                raise NotFetched(f"It is larger than {bounds.size // 1_000_000} MB.")
            stream.write(chunk)
            tell(so_far, total)
        stream.flush()
        os.fsync(stream.fileno())
    if total is not None and so_far != total:
        raise Cut("It broke off before its end.")


def _refusal(status: int) -> NotFetched:
    if status in {404, 410}:
        return NotThere("There is no such file.")
    if status in BUSY:
        return Cut(f"The server is busy (it answered {status}).")
    return NotFetched(f"The server refused (it answered {status}).")


def part_of(to: Path) -> Path:
    """Where what has arrived so far is kept."""
    return to.with_name(f"{to.name}.part")


def _marks_of(file: Path) -> Path:
    """Where the server's own marks of a file's state are kept."""
    return file.with_name(f".{file.name}.marks")


def _read(marks: Path) -> dict[str, str]:
    try:
        found = json.loads(marks.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(marks: Path, found: Mapping[str, str]) -> None:
    beside = marks.with_name(f"{marks.name}.new")
    beside.write_text(json.dumps(dict(found)), encoding="utf-8")
    beside.replace(marks)
