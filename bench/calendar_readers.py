"""Whether other people's calendar programs read ours as we mean it: every instant, by every reader.

    python -m bench.calendar_readers [--entries 400]

Messages, files and feeds over zones and days (those on which clocks change among them) are read by icalendar
(Python), ical.js (npm, as in Thunderbird) and libical (C, as in GNOME and KDE; Debian's libical3), and come back
from a Radicale server. Needs npm and libical3 on the machine; nothing of them is part of Askwell.
"""

import argparse
import ctypes
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import icalendar

from askwell.meet import calendar
from tests.serving import free_port

ZONES = [
    "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Phoenix", "America/Sao_Paulo",
    "Europe/London", "Europe/Berlin", "Asia/Kathmandu", "Asia/Kolkata", "Australia/Sydney",
    "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Honolulu", "Africa/Casablanca", "UTC",
]  # fmt: skip
WE = calendar.Mailbox("Askwell", "askwell@ask.example.edu")
READER = calendar.Mailbox("Näd “Nadia” O’Neil; Ms.", "nadia@home.example")
Span = tuple[int, int]
READ_WITH_JS = """
const ICAL = require("ical.js");
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map(text => {
  const root = new ICAL.Component(ICAL.parse(text));
  root.getAllSubcomponents("vtimezone").forEach(z => ICAL.TimezoneService.register(z));
  const event = new ICAL.Event(root.getFirstSubcomponent("vevent"));
  return [event.startDate.toUnixTime(), event.endDate.toUnixTime()];
})));
"""


def entries(count: int) -> Iterator[calendar.Entry]:
    """Entries of all kinds, a third of them within two days of a change of clocks."""
    chance = random.Random(20261125)
    for number in range(count):
        zone = chance.choice(ZONES)
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=5 * chance.randrange(3 * 365 * 288))
        if number % 3 == 0:
            at = _near_a_change(at, zone) + timedelta(minutes=5 * chance.randrange(-576, 576))
        yield calendar.Entry(
            uid=f"{number}@askwell",
            sequence=1,
            starts_at=at,
            minutes=chance.choice([15, 20, 30, 45]),
            title="Conversation: Nadia, and “Priya”; ünï 漢字 \\n not a break",
            where="Room 1, Main St; " * 8,
            zone=zone,
        )


def _near_a_change(at: datetime, zone: str) -> datetime:
    place = ZoneInfo(zone)
    for days in range(400):
        day = at + timedelta(days=days)
        if day.astimezone(place).utcoffset() != (day + timedelta(days=1)).astimezone(place).utcoffset():
            return day
    return at


def meant(entry: calendar.Entry) -> Span:
    """When it begins and ends, in seconds since 1970."""
    begin = int(entry.starts_at.timestamp())
    return begin, begin + entry.minutes * 60


def with_python(texts: list[str]) -> list[Span]:
    """What icalendar reads."""
    spans = []
    for text in texts:
        [event] = icalendar.Calendar.from_ical(text).walk("VEVENT")
        begin, end = (event.decoded(name) for name in ("dtstart", "dtend"))
        spans.append((int(begin.timestamp()), int(end.timestamp())))
    return spans


def with_javascript(texts: list[str]) -> list[Span]:
    """What ical.js reads."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", "--silent", "ical.js@1.5.0"], cwd=folder, check=True)  # noqa: S607
        script = Path(folder) / "read.js"
        script.write_text(READ_WITH_JS)
        done = subprocess.run(  # noqa: S603
            ["node", script],  # noqa: S607
            input=json.dumps(texts),
            capture_output=True,
            text=True,
            check=True,
            cwd=folder,
        )
    return [(int(begin), int(end)) for begin, end in json.loads(done.stdout)]


class IcalTime(ctypes.Structure):
    """libical's `struct icaltimetype` (3.0)."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    ]


def with_c(texts: list[str]) -> list[Span]:
    """What libical reads."""
    library = ctypes.CDLL("libical.so.3")
    parse, first = library.icalparser_parse_string, library.icalcomponent_get_first_component
    begin, end = library.icalcomponent_get_dtstart, library.icalcomponent_get_dtend
    seconds = library.icaltime_as_timet_with_zone
    parse.restype = first.restype = ctypes.c_void_p
    parse.argtypes, first.argtypes = [ctypes.c_char_p], [ctypes.c_void_p, ctypes.c_int]
    begin.argtypes = end.argtypes = [ctypes.c_void_p]
    begin.restype = end.restype = IcalTime
    seconds.argtypes, seconds.restype = [IcalTime, ctypes.c_void_p], ctypes.c_long
    spans = []
    for text in texts:
        event = first(parse(text.encode()), 4)
        spans.append(tuple(int(seconds(at, at.zone)) for at in (begin(event), end(event))))
    return spans  # type: ignore[return-value]


@contextmanager
def radicale() -> Iterator[str]:
    """A CalDAV server on loopback with one calendar; gives the calendar's address."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        words = ["--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none"]
        words += ["--storage-filesystem-folder", folder, "--logging-level", "error"]
        server = subprocess.Popen([sys.executable, "-m", "radicale", *words], stderr=subprocess.DEVNULL)  # noqa: S603
        address = f"http://127.0.0.1:{port}/nadia/talks/"
        try:
            for _ in range(100):
                try:
                    httpx.request("MKCALENDAR", address, auth=("nadia", "x")).raise_for_status()
                    break
                except httpx.ConnectError:
                    time.sleep(0.1)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=10)


def by_way_of_radicale(texts: list[str]) -> list[Span]:
    """What comes back from a CalDAV server; it stores no METHOD, so that line is left out (RFC 4791, 4.1)."""
    with radicale() as address, httpx.Client(auth=("nadia", "x")) as client:
        back = []
        for number, text in enumerate(texts):
            place = f"{address}{number}.ics"
            plain = text.replace("METHOD:REQUEST\r\n", "").replace("METHOD:PUBLISH\r\n", "")
            client.put(place, content=plain, headers={"Content-Type": "text/calendar"}).raise_for_status()
            back.append(client.get(place).raise_for_status().text)
    return with_python(back)


READERS: dict[str, Callable[[list[str]], list[Span]]] = {
    "icalendar": with_python,
    "ical.js": with_javascript,
    "libical": with_c,
    "Radicale and back": by_way_of_radicale,
}


def main() -> None:
    """Print the table; exit code 1 when a reader means another instant."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--entries", type=int, default=400)
    some = list(entries(parser.parse_args().entries))
    now = datetime(2026, 11, 25, tzinfo=UTC)
    written = {
        "message": [calendar.message(e, organizer=WE, attendee=READER, now=now).decode() for e in some],
        "file": [calendar.file(e, now=now).decode() for e in some],
        "feed": [calendar.feed([e], name="Askwell", now=now).decode() for e in some],
    }
    wrong = 0
    print(f"{'reader':<20} {'kind':<9} {'read':>5} {'another instant':>16}")
    for reader, read in READERS.items():
        for kind, texts in written.items():
            off = sum(span != meant(entry) for span, entry in zip(read(texts), some, strict=True))
            wrong += off
            print(f"{reader:<20} {kind:<9} {len(texts):>5} {off:>16}")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
