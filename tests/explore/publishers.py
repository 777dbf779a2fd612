"""A server on this machine that answers as the publishers do: marks of state, ranges, and whatever goes wrong."""

import re
import socket
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from tests.lib.servers import Talk, answer

PLACES = {
    "downloads/db_30_3_text.zip": "/www.onetcenter.org/dl_files/database/db_30_3_text.zip",
    "oe/oe.area": "/download.bls.gov/pub/time.series/oe/oe.area",
    "oe/oe.industry": "/download.bls.gov/pub/time.series/oe/oe.industry",
    "oe/oe.data.0.Current": "/download.bls.gov/pub/time.series/oe/oe.data.0.Current",
    "cpi/cu.data.1.AllItems": "/download.bls.gov/pub/time.series/cu/cu.data.1.AllItems",
    "emp/occupation.xlsx": "/www.bls.gov/emp/ind-occ-matrix/occupation.xlsx",
    "emp/education.xlsx": "/www.bls.gov/emp/ind-occ-matrix/education.xlsx",
    "bea/SARPP.zip": "/apps.bea.gov/regional/zip/SARPP.zip",
    "bea/MARPP.zip": "/apps.bea.gov/regional/zip/MARPP.zip",
    "cip_soc/CIP2020_SOC2018_Crosswalk.xlsx": "/nces.ed.gov/ipeds/cipcode/Files/CIP2020_SOC2018_Crosswalk.xlsx",
    "cip_soc/CIPCode2020.csv": "/nces.ed.gov/ipeds/cipcode/Files/CIPCode2020.csv",
}


@dataclass
class Publishers:
    """Files by path; `instead` answers for a path in another way, as often as it has answers."""

    files: dict[str, bytes]
    instead: dict[str, list[Talk]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path) -> "Publishers":
        """Every file of a folder of official releases, where its publisher keeps it."""
        return cls({path: (folder / name).read_bytes() for name, path in PLACES.items()})

    def talk(self, connection: socket.socket, head: bytes) -> None:
        """One answer."""
        lines = head.decode("latin-1").split("\r\n")
        path = lines[0].split(" ")[1]
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
        self.asked.append((path, headers.get("range", "")))
        if self.instead.get(path):
            self.instead[path].pop(0)(connection, head)
        elif path not in self.files:
            answer(b"", status="404 Not Found")(connection, head)
        else:
            self._give(self.files[path], headers)(connection, head)

    def _give(self, body: bytes, headers: dict[str, str]) -> Talk:
        mark = mark_of(body)
        if headers.get("if-none-match") == mark:
            return answer(b"", f"ETag: {mark}", status="304 Not Modified")
        start = re.fullmatch(r"bytes=(\d+)-", headers.get("range", ""))
        if start and headers.get("if-range") == mark:
            at = int(start[1])
            if at >= len(body):
                return answer(b"", status="416 Range Not Satisfiable")
            told = f"Content-Range: bytes {at}-{len(body) - 1}/{len(body)}"
            return answer(body[at:], f"ETag: {mark}", told, status="206 Partial Content")
        return answer(body, f"ETag: {mark}")


def mark_of(body: bytes) -> str:
    """The server's mark of a file's state."""
    return f'"{sha256(body).hexdigest()[:12]}"'


def cut(body: bytes, at: int) -> Talk:
    """The beginning of a file, and then the line is dead."""

    def talk(connection: socket.socket, head: bytes) -> None:
        start = f"HTTP/1.1 200 OK\r\nETag: {mark_of(body)}\r\nContent-Length: {len(body)}\r\n\r\n"
        connection.sendall(start.encode() + body[:at])

    return talk
