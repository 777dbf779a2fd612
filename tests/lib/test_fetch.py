"""Addresses that people type in are read, and nothing else is, for no longer and no larger than allowed."""

import gzip
import socket
import time
import zlib
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_
from hypothesis import strategies as st
from pytest_django import Settings

from askwell.lib import fetch as reading
from askwell.lib.fetch import NotFetched, fetch, permitted
from tests.lib.servers import answer, redirect, serving

HERE, HERE_6 = ip_network("127.0.0.1"), ip_network("::1")


@pytest.fixture(autouse=True)
def allowed(settings: Settings) -> None:
    """The operator allows this machine."""
    settings.ALLOW_FETCH = [HERE]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """One second for everything."""
    monkeypatch.setattr(reading, "MOST_SECONDS", 1.0)


def at(port: int, path: str = "/feed.ics", host: str = "127.0.0.1") -> str:
    """An address on this machine."""
    return f"http://{host}:{port}{path}"


def test_an_answer_is_read_whole_whatever_its_status() -> None:
    with serving(answer(b"gone", status="410 Gone")) as port:
        found = fetch(at(port))

    assert (found.status, found.body) == (410, b"gone")


def test_a_packed_answer_is_unpacked() -> None:
    with serving(answer(gzip.compress(b"BEGIN:VCALENDAR", mtime=0), "Content-Encoding: gzip")) as port:
        assert fetch(at(port)).body == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.5", "172.16.9.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "0.0.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "240.0.0.1", "::", "::1", "fe80::1", "fc00::1", "ff02::1",
    "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    "2001:0:7f00:1::", "2001:db8::1"])  # fmt: skip
def test_addresses_that_are_not_public_are_not_permitted(address: str) -> None:
    assert not permitted(ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are_permitted(address: str) -> None:
    assert permitted(ip_address(address))


def test_an_operator_may_allow_more(settings: Settings) -> None:
    settings.ALLOW_FETCH = []
    with serving(answer(b"")) as port:
        with pytest.raises(NotFetched, match="not public"):
            fetch(at(port))
        settings.ALLOW_FETCH = [HERE]

        assert fetch(at(port)).status == 200


@pytest.mark.parametrize(
    "there",
    ["127.0.0.1", "2130706433", "0x7f000001", "127.1", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "169.254.169.254",
     "localhost.", "0"],
)  # fmt: skip
def test_a_redirect_into_the_own_network_is_refused(settings: Settings, there: str) -> None:
    settings.ALLOW_FETCH = [HERE_6]
    asked: list[bytes] = []
    with serving(lambda connection, head: asked.append(head)) as secret:
        target = at(secret, "/latest/meta-data", host=there)
        with serving(redirect(target), host="::1") as port, pytest.raises(NotFetched):
            fetch(at(port, host="[::1]"))

    assert asked == []


def test_a_redirect_to_the_other_loopback_is_refused() -> None:
    with serving(redirect("http://[::1]:80/")) as port, pytest.raises(NotFetched, match="not public"):
        fetch(at(port))


@pytest.mark.parametrize(
    "there", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "http:///x", "http://xn--a/"]
)
def test_only_the_web_is_read(there: str) -> None:
    with serving(redirect(there)) as port, pytest.raises(NotFetched):
        fetch(at(port))
    with pytest.raises(NotFetched):
        fetch(there)


def test_a_name_that_changes_its_mind_is_resolved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["127.0.0.1", "169.254.169.254", "169.254.169.254"])
    plain = socket.getaddrinfo

    def resolve(host: str, port: int, *more: int, **options: int) -> object:
        return plain(next(answers) if host == "rebind.example" else host, port, *more, **options)

    with serving(answer(b"", "X: y")) as port:
        monkeypatch.setattr(socket, "getaddrinfo", resolve)

        assert fetch(at(port, host="rebind.example")).status == 200

    assert next(answers) == "169.254.169.254"


def test_one_private_address_behind_a_name_is_enough_to_refuse_it(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 80)) for one in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **o: both)

    with pytest.raises(NotFetched, match="not public"):
        fetch("http://two.example/")


def test_the_server_is_told_the_name_that_was_asked_for() -> None:
    heads: list[bytes] = []

    def talk(connection: socket.socket, head: bytes) -> None:
        heads.append(head)
        answer(b"")(connection, head)

    with serving(talk) as port:
        fetch(at(port, host="localhost"), auth=("ada", "secret"))

    assert f"Host: localhost:{port}".encode() in heads[0]
    assert b"Authorization: Basic YWRhOnNlY3JldA==" in heads[0]


def test_a_password_goes_to_no_other_host() -> None:
    heads: list[bytes] = []

    def talk(connection: socket.socket, head: bytes) -> None:
        heads.append(head)
        answer(b"")(connection, head)

    with serving(talk) as other, serving(redirect(at(other))) as port:
        fetch(at(port).replace("//", "//ada:secret@"))

    assert b"Authorization" not in heads[0]


def test_redirects_are_followed_a_few_times_and_no_more() -> None:
    hops: list[int] = []

    def talk(connection: socket.socket, head: bytes) -> None:
        hops.append(1)
        redirect("/again")(connection, head)

    with serving(talk) as port, pytest.raises(NotFetched, match="elsewhere"):
        fetch(at(port))

    assert len(hops) == 4


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    with serving(answer(b"direct")) as port:
        assert fetch(at(port)).body == b"direct"


def test_a_body_that_is_too_large_is_refused() -> None:
    with serving(answer(b"x" * 5_000_001)) as port, pytest.raises(NotFetched, match="larger than 5 MB"):
        fetch(at(port))
    with serving(answer(b"x" * 5_000_000)) as port:
        assert len(fetch(at(port)).body) == 5_000_000


def test_a_body_without_end_is_cut_off() -> None:
    def talk(connection: socket.socket, head: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(b"x" * 65536)

    with serving(talk) as port, pytest.raises(NotFetched, match="larger than 5 MB"):
        fetch(at(port))


def bomb() -> bytes:
    """A hundred megabytes of nothing, packed into a hundred kilobytes."""
    pack = zlib.compressobj(9, wbits=31)
    zeros = bytes(1_000_000)
    return b"".join(pack.compress(zeros) for _ in range(100)) + pack.flush()


def test_a_bomb_is_never_unpacked() -> None:
    with serving(answer(bomb(), "Content-Encoding: gzip")) as port:
        began = time.process_time()
        with pytest.raises(NotFetched, match="larger than 5 MB"):
            fetch(at(port))

    assert time.process_time() - began < 5


@pytest.mark.parametrize("packing", ["deflate", "br", "gzip, gzip"])
def test_a_packing_that_was_not_asked_for_is_refused(packing: str) -> None:
    with (
        serving(answer(b"x", f"Content-Encoding: {packing}")) as port,
        pytest.raises(NotFetched, match="packing"),
    ):
        fetch(at(port))


@pytest.mark.parametrize(
    "part",
    [b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
     b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
     b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"whole" * 99, mtime=0)[:-9],
     b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot packed", b"nonsense\r\n\r\n", b""],
)  # fmt: skip
def test_half_an_answer_is_none(part: bytes) -> None:
    def talk(connection: socket.socket, head: bytes) -> None:
        connection.sendall(part)

    with serving(talk) as port, pytest.raises(NotFetched, match="made no sense"):
        fetch(at(port))


@pytest.mark.parametrize("begins", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_an_answer_that_drips_is_cut_off(impatient: None, begins: bytes) -> None:
    def talk(connection: socket.socket, head: bytes) -> None:
        connection.sendall(begins)
        while True:
            connection.sendall(b"x")
            time.sleep(0.1)

    with serving(talk) as port:
        began = time.monotonic()
        with pytest.raises(NotFetched, match="too long"):
            fetch(at(port))

    assert 0.9 < time.monotonic() - began < 15


def test_answers_that_only_promise_one_are_cut_off(impatient: None) -> None:
    def talk(connection: socket.socket, head: bytes) -> None:
        while True:
            connection.sendall(b"HTTP/1.1 102 Processing\r\n\r\n")
            time.sleep(0.05)

    with serving(talk) as port, pytest.raises(NotFetched, match="too long"):
        fetch(at(port))


def test_a_head_without_end_is_refused() -> None:
    def talk(connection: socket.socket, head: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        while True:
            connection.sendall(b"x" * 65536)

    with serving(talk) as port, pytest.raises(NotFetched, match="made no sense"):
        fetch(at(port))


@pytest.fixture
def certified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SSLContext:
    """A server's certificate for the name localhost, signed by an authority that this machine trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    encoding, layout = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (tmp_path / "key.pem").write_bytes(key.private_bytes(encoding, layout, plain))
    (tmp_path / "cert.pem").write_bytes(certificate.public_bytes(encoding))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    return context


def test_the_certificate_is_checked_against_the_name(
    certified: SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(answer(b"private"), tls=certified) as port:
        right = fetch(f"https://localhost:{port}/")
        with pytest.raises(NotFetched):
            fetch(f"https://127.0.0.1:{port}/")
        monkeypatch.delenv("SSL_CERT_FILE")
        with pytest.raises(NotFetched):
            fetch(f"https://localhost:{port}/")

    assert right.body == b"private"


@pytest.mark.parametrize(
    "typed", ["", "calendar", "http://", "http://[", "https://exa mple/", "http://x\n.example/"]
)
def test_what_is_no_address_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(NotFetched):
        fetch(typed)


def test_a_name_that_does_not_exist_is_said_to_be_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*args: object, **options: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nobody)

    with pytest.raises(NotFetched, match="no such address"):
        fetch("https://nowhere.example/feed.ics")


URLS = (
    st.text(max_size=60)
    | st.text(st.characters(codec="utf-8"), max_size=40).map(lambda rest: f"http://{rest}")
    | st.from_regex(r"https?://[\[\]a-z0-9:@.%\-]{0,30}(:[0-9]{0,7})?/?", fullmatch=True)
)


@settings_(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(URLS)
def test_whatever_is_typed_is_refused_in_words(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    plain = socket.getaddrinfo

    def resolve(host: str, port: int, *more: int, **options: int) -> object:
        return plain(host, port, *more, **options | {"flags": socket.AI_NUMERICHOST})

    monkeypatch.setattr(socket, "getaddrinfo", resolve)

    with pytest.raises(NotFetched):
        fetch(typed)


@settings_(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["http://[", "//", "http://x:99999/", "http://127.0.0.1:0/", "https://\u2603.\u2603:1x/"])
    | URLS.filter(str.isprintable)
)
def test_wherever_a_redirect_leads_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, location: str
) -> None:
    plain = socket.getaddrinfo

    def resolve(host: str, port: int, *more: int, **options: int) -> object:
        return plain(host, port, *more, **options | {"flags": socket.AI_NUMERICHOST})

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with serving(redirect(location)) as port, pytest.raises(NotFetched):
        fetch(at(port))
