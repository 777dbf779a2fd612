"""Servers on this machine that answer exactly what a test tells them to, byte by byte."""

import contextlib
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

Talk = Callable[[socket.socket, bytes], None]


def read_head(connection: socket.socket) -> bytes:
    """What the client asks, up to the empty line."""
    head = b""
    while b"\r\n\r\n" not in head and (more := connection.recv(65536)):
        head += more
    return head


def read_body(connection: socket.socket, head: bytes) -> bytes:
    """What follows the head, as long as it says; some of it may have come along already."""
    first, _, body = head.partition(b"\r\n\r\n")
    said = re.search(rb"(?i)content-length: *(\d+)", first)
    while len(body) < int(said[1] if said else 0) and (more := connection.recv(65536)):
        body += more
    return body


@contextlib.contextmanager
def serving(talk: Talk, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """Its port; each connection is handed to `talk` together with the head of the request."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, 0), family=family)

    def attend(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            spoken = tls.wrap_socket(connection, server_side=True) if tls else connection
            with spoken:
                talk(spoken, read_head(spoken))

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=attend, args=[connection], daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        listener.close()


def answer(body: bytes, *headers: str, status: str = "200 OK") -> Talk:
    """One whole answer."""
    lines = "".join(f"{line}\r\n" for line in (*headers, f"Content-Length: {len(body)}", "Connection: close"))

    def talk(connection: socket.socket, head: bytes) -> None:
        connection.sendall(f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body)

    return talk


def redirect(location: str) -> Talk:
    """Look elsewhere."""
    return answer(b"", f"Location: {location}", status="302 Found")
