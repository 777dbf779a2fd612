"""Reading an address that somebody typed in: from public places only, bounded in size, time and detours.

The name is resolved once, each address it stands for is checked, and the connection goes to the checked address;
so a name that changes its mind between check and use gains nothing. The certificate is checked against the name.
"""

import base64
import socket
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from math import inf
from ssl import SSLContext
from typing import Any

import httpcore
import httpx
from django.conf import settings

MOST_BYTES = 5_000_000
MOST_SECONDS = 20.0
MOST_REDIRECTS = 3
REDIRECTS = {301, 302, 303, 307, 308}
TRANSLATED, UNICAST = ip_network("64:ff9b::/96"), ip_network("2000::/3")
TOO_LARGE = f"It is larger than {MOST_BYTES // 1_000_000} MB."
BROKEN = "It could not be reached, or what it answered made no sense."
Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Auth = tuple[str, str]


class NotFetched(Exception):
    """There is no answer; the message says why in plain words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back in the end, and from where."""

    status: int
    url: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and of whom."""

    url: httpx.URL
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    auth: Auth | None = None

    def onward(self, location: str) -> "Question":
        """The same question to where a redirect points; a password goes to no other host."""
        url = _bare(joined(self.url, location))
        same = (url.scheme, url.host, url.port) == (self.url.scheme, self.url.host, self.url.port)
        return Question(url, self.method, self.headers, self.body, self.auth if same else None)


def fetch(
    url: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
    auth: Auth | None = None,
    until: float = inf,
) -> Answer:
    """Ask, follow a few redirects, and read the whole answer, whatever its status; NotFetched when there is none.

    It takes no longer than 20 seconds, and ends by `until` of the monotonic clock.
    """
    until = min(until, time.monotonic() + MOST_SECONDS)
    parsed = _parse(url)
    auth = auth or ((parsed.username, parsed.password) if parsed.userinfo else None)
    asked = Question(_bare(parsed), method, headers or {}, body, auth)
    for _ in range(MOST_REDIRECTS + 1):
        answer = _ask(asked, until)
        if isinstance(answer, Answer):
            return answer
        asked = asked.onward(answer)
        _check_scheme(asked.url)
    raise NotFetched("The address keeps leading elsewhere.")


def send(question: Question, *, until: float = inf) -> Answer:
    """Write or take out at this very address, within the same bounds; where it leads elsewhere, nothing is written."""
    _check_scheme(question.url)
    answer = _ask(question, min(until, time.monotonic() + MOST_SECONDS))
    if isinstance(answer, str):
        raise NotFetched("It leads elsewhere. Give the address there.")
    return answer


def _parse(url: str) -> httpx.URL:
    parsed = joined(httpx.URL(), url)
    _check_scheme(parsed)
    return parsed


def joined(base: httpx.URL, reference: str) -> httpx.URL:
    """Where a reference on a page leads; NotFetched when nobody can tell."""
    try:
        there = base.join(reference.strip())
        # Only whoever asks for it hears that a name is none, such as “xn--a”.
        str(there.host)
    except (httpx.InvalidURL, ValueError) as fault:
        raise NotFetched("This is no web address.") from fault
    return there


def _bare(url: httpx.URL) -> httpx.URL:
    """Without name, password and fragment."""
    return url.copy_with(userinfo=b"", fragment=None)


def _check_scheme(url: httpx.URL) -> None:
    if url.scheme not in {"http", "https"} or not url.host:
        raise NotFetched("Only addresses that begin with https:// or http:// can be read.")


def _ask(asked: Question, until: float) -> Answer | str:
    """The answer, or where it redirects to."""
    try:
        with (
            httpcore.ConnectionPool(
                ssl_context=_ssl(asked.url), network_backend=_Guarded(until), max_keepalive_connections=0
            ) as pool,
            pool.stream(
                asked.method, _target(asked.url), headers=_headers(asked), content=asked.body
            ) as response,
        ):
            headers = {name.lower(): value for name, value in response.headers}
            if response.status in REDIRECTS and b"location" in headers:
                return headers[b"location"].decode("utf-8", "replace")
            body = _whole(response.iter_stream(), headers.get(b"content-encoding", b"").strip().lower())
            return Answer(response.status, str(asked.url), body)
    except httpcore.TimeoutException as fault:
        raise NotFetched("It took too long to answer.") from fault
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.InvalidURL, OSError) as fault:
        raise NotFetched(BROKEN) from fault


def _ssl(url: httpx.URL) -> SSLContext | None:
    """Whom to trust: the usual authorities, or those in the file that SSL_CERT_FILE names."""
    return httpx.create_ssl_context() if url.scheme == "https" else None


def _target(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _headers(asked: Question) -> list[tuple[str, str]]:
    found = [
        ("Host", asked.url.netloc.decode("ascii")),
        ("User-Agent", "Askwell"),
        ("Accept-Encoding", "gzip"),
        *asked.headers.items(),
    ]
    if asked.auth:
        secret = base64.b64encode(":".join(asked.auth).encode()).decode()
        found.append(("Authorization", f"Basic {secret}"))
    if asked.body:
        found.append(("Content-Length", str(len(asked.body))))
    return found


def _whole(chunks: Iterable[bytes], encoding: bytes) -> bytes:
    """The body, unpacked, never more than is allowed, neither before nor after unpacking."""
    if encoding in {b"gzip", b"x-gzip"}:
        chunks = _unpacked(chunks)
    elif encoding not in {b"", b"identity"}:
        raise NotFetched("It answered in a packing that was not asked for.")
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > MOST_BYTES:
            raise NotFetched(TOO_LARGE)
    return bytes(body)


def _unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    unpack = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        for chunk in chunks:
            yield unpack.decompress(chunk, MOST_BYTES + 1)
            if unpack.unconsumed_tail:
                raise NotFetched(TOO_LARGE)
    except zlib.error as fault:
        raise NotFetched(BROKEN) from fault
    if not unpack.eof:
        raise NotFetched(BROKEN)


class _Guarded(httpcore.NetworkBackend):
    """Opens connections to permitted addresses only, which end when the time is up."""

    def __init__(self, until: float) -> None:
        self._until = until
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the name's addresses that answers."""
        fault: Exception | None = None
        for address in _resolve(host, port):
            try:
                stream = self._plain.connect_tcp(address, port, timeout=_left(self._until))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as caught:
                fault = caught
            else:
                return _Bounded(stream, self._until)
        raise fault or httpcore.ConnectError("no address")


class _Bounded(httpcore.NetworkStream):
    """A connection on which everything together takes no longer than allowed, however slowly it drips."""

    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self._stream, self._until = stream, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, in what time is left."""
        return self._stream.read(max_bytes, timeout=_left(self._until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All the bytes, in what time is left."""
        self._stream.write(buffer, timeout=_left(self._until))

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Go on in secret, with a server that proves its name."""
        secret = self._stream.start_tls(ssl_context, server_hostname, timeout=_left(self._until))
        return _Bounded(secret, self._until)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows about itself."""
        return self._stream.get_extra_info(info)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("time is up")
    return left


def _resolve(host: str, port: int) -> Sequence[str]:
    """The addresses behind a name, if each of them is permitted."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise NotFetched("There is no such address.") from fault
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not all(permitted(ip_address(one), settings.ALLOW_FETCH) for one in addresses):
        raise NotFetched("Only public addresses can be read, and this one is not public.")
    return addresses


def permitted(address: Address, allowed: Sequence[Network] = ()) -> bool:
    """Whether this is a public address, or one that the operator allows; addresses within addresses are looked at."""
    if any(address in network for network in allowed):
        return True
    inner = _inner(address)
    if inner is not None:
        return permitted(inner, allowed)
    if isinstance(address, IPv6Address) and address not in UNICAST:
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _inner(address: Address) -> Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if isinstance(address, IPv4Address):
        return None
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
