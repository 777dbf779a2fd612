"""A small mail server on loopback that remembers what it took, and can misbehave on cue."""

import socket
import socketserver
import threading
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from types import TracebackType
from typing import Self

REPLIES = {"EHLO": "250 sink", "HELO": "250 sink", "MAIL": "250 ok", "RCPT": "250 ok", "RSET": "250 ok"}


class Sink(socketserver.ThreadingTCPServer):
    """Takes letters; `replies` overrides an answer by its verb, `at_end` runs once a letter is whole, before the answer."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(
        self, replies: dict[str, str] | None = None, at_end: Callable[[], object] | None = None
    ) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.replies = REPLIES | (replies or {})
        self.at_end = at_end
        self.taken: list[Message] = []
        self.arrived = threading.Event()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def copies(self) -> Counter[str]:
        """How often each letter arrived, by its Message-ID without the site."""
        return Counter(letter["Message-ID"].strip("<>").partition("@")[0] for letter in self.taken)

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self.server_close()


class Talk(socketserver.StreamRequestHandler):
    """One conversation in SMTP (RFC 5321), as much of it as a letter needs."""

    server: Sink

    def handle(self) -> None:
        """Answer line by line until the other side leaves."""
        self.say("220 sink")
        while line := self.rfile.readline():
            verb = line.split(b" ")[0].strip().decode().upper()
            if verb == "QUIT":
                self.say("221 bye")
                return
            if verb == "DATA" and "DATA" not in self.server.replies:
                self.take()
            else:
                self.say(self.server.replies.get(verb, "502 unknown"))

    def take(self) -> None:
        """Read one letter to its end; it counts as taken even when the answer never comes."""
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line)
        self.server.taken.append(message_from_bytes(b"".join(lines)))
        self.server.arrived.set()
        if self.server.at_end:
            self.server.at_end()
        self.say(self.server.replies.get("END", "250 taken"))

    def say(self, words: str) -> None:
        """One answer."""
        if words == "drop":
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.wfile.write(words.encode() + b"\r\n")
