"""A real CalDAV server with one person's calendars."""

import contextlib
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import icalendar

from tests.serving import free_port

MAKE = """<?xml version="1.0"?><d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>
<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>
<c:supported-calendar-component-set><c:comp name="{}"/></c:supported-calendar-component-set></d:prop></d:set></d:mkcol>"""


@dataclass(frozen=True)
class Radicale:
    """Where it stands; ada's password is “secret”."""

    url: str

    def put(self, path: str, file: bytes) -> None:
        """Keep an event in a calendar, which is made first when there is none yet."""
        with httpx.Client(auth=("ada", "secret"), base_url=self.url, trust_env=False) as client:
            self._make(client, path.rpartition("/")[0], "VEVENT")
            client.put(path, content=file, headers={"Content-Type": "text/calendar"}).raise_for_status()

    def entries(self, path: str) -> dict[str, Any]:
        """What stands in a calendar, by its name there."""
        with httpx.Client(auth=("ada", "secret"), base_url=self.url, trust_env=False) as client:
            listing = client.request("PROPFIND", path, headers={"Depth": "1"}).text
            names = re.findall(r"<(?:\w+:)?href>[^<]*/([^</]+\.ics)</", listing)
            return {name: _event(client.get(f"{path}{name}").content) for name in names}

    def make(self, path: str, kind: str = "VEVENT") -> None:
        """A calendar, for events or for something else."""
        with httpx.Client(auth=("ada", "secret"), base_url=self.url, trust_env=False) as client:
            self._make(client, path, kind)

    def _make(self, client: httpx.Client, path: str, kind: str) -> None:
        if client.request("PROPFIND", path, headers={"Depth": "0"}).status_code == 404:
            client.request("MKCOL", path, content=MAKE.format(kind)).raise_for_status()


def _event(file: bytes) -> Any:
    calendar = icalendar.Calendar.from_ical(file)
    assert "METHOD" not in calendar
    return calendar.events[0]


@contextlib.contextmanager
def radicale(home: Path, port: int = 0) -> Iterator[Radicale]:
    """Radicale on a free port of this machine, or on the one it had before."""
    (home / "users").write_text("ada:secret\n")
    port = port or free_port()
    words = [
        sys.executable, "-m", "radicale", "--config", "", f"--server-hosts=127.0.0.1:{port}", "--auth-type=htpasswd",
        f"--auth-htpasswd-filename={home / 'users'}", "--auth-htpasswd-encryption=plain", "--auth-delay=0",
        f"--storage-filesystem-folder={home / 'kept'}", "--logging-level=warning",
    ]  # fmt: skip
    server = subprocess.Popen(words)  # noqa: S603 - our own words
    try:
        _wait_for(f"http://127.0.0.1:{port}/", server)
        yield Radicale(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait(60)


def _wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(1200):
        assert server.poll() is None
        with contextlib.suppress(httpx.TransportError):
            httpx.get(url, trust_env=False)
            return
        time.sleep(0.1)
    raise AssertionError("Radicale does not answer.")
