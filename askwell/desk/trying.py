"""Whether an address, a database, a mail server can really be used: found out by using them."""

import re
import smtplib
from contextlib import closing
from dataclasses import dataclass
from email.utils import parseaddr
from urllib.parse import SplitResult, urlsplit

import psycopg

SECONDS = 8
TLS_AT_ONCE = 465
"""The port on which a mail server speaks TLS from the first byte."""
OLDEST = 140_000
"""PostgreSQL 14, the oldest that Django takes."""
AT_HOME = {"localhost", "127.0.0.1", "::1"}


class Unusable(Exception):
    """It can't be used; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server as the settings name it."""

    host: str
    port: int = 587
    user: str = ""
    password: str = ""
    tls: bool = True


def name(said: str) -> str:
    """The site's name on one line."""
    if not (tidy := " ".join(said.split())):
        raise Unusable("The site needs a name, such as “Ask at Harlow”.")
    return tidy


def sender(said: str) -> str:
    """An address, alone or after a name: Ask at Harlow <ask@harlow.example>."""
    tidy = " ".join(said.split())
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", parseaddr(tidy)[1]):
        raise Unusable("The sender must be an e-mail address, such as ask@example.edu.")
    return tidy


def host(said: str) -> str:
    """A host's name or number."""
    if not re.fullmatch(r"[\w.:-]+", said.strip()):
        raise Unusable("The mail server must be a host’s name, such as mail.example.edu.")
    return said.strip()


def port(said: str) -> str:
    """A port."""
    if not re.fullmatch(r"[0-9]{1,5}", said.strip()) or not 0 < int(said) < 65_536:
        raise Unusable("The port must be a whole number from 1 to 65535.")
    return said.strip()


def yes_or_no(said: str) -> str:
    """One of the two words."""
    word = {"y": "yes", "n": "no"}.get(said.strip().lower(), said.strip().lower())
    if word not in {"yes", "no"}:
        raise Unusable("Type yes or no.")
    return word


def address(said: str) -> str:
    """The site's address, tidied: https://ask.example.edu. Plain http is for this machine only."""
    parts = _split(said.strip().rstrip("/"))
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Unusable("The address must look like https://ask.example.edu.")
    if parts.path or parts.query or parts.username:
        raise Unusable("The address is a host's alone: Askwell can't stand in a folder of another site.")
    if parts.scheme == "http" and parts.hostname not in AT_HOME:
        raise Unusable("The address must begin with https://. Passwords would travel unprotected.")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _split(url: str) -> SplitResult | None:
    """An address in its parts; nothing when it has a space, half a bracket or a port that is none."""
    try:
        parts = urlsplit(url)
        return None if parts.port == 0 or re.search(r"\s", url) else parts
    except ValueError:
        return None


def database(url: str) -> str:
    """Connect, and make sure that tables can be made there; answers what was found."""
    parts = _split(url)
    if parts is None or parts.scheme not in {"postgres", "postgresql"}:
        raise Unusable("The database must look like postgresql://user:password@host:5432/name.")
    try:
        with psycopg.connect(url, connect_timeout=SECONDS) as connection:
            may, encoding = connection.execute(
                "SELECT has_schema_privilege(current_schema(), 'CREATE'), current_setting('server_encoding')"
            ).fetchone() or (False, "")
            version = connection.info.server_version
    except psycopg.Error as fault:
        raise Unusable(f"The database does not let us in: {_first_line(fault)}") from fault
    if version < OLDEST:
        raise Unusable(f"This is PostgreSQL {version // 10_000}; Askwell needs 14 or newer.")
    if not may:
        raise Unusable("This user may not make tables there. Make it the owner of the database.")
    if encoding != "UTF8":
        raise Unusable(f"The database keeps text as {encoding}. Make one with the encoding UTF8.")
    return f"PostgreSQL {version // 10_000} lets us in and make tables."


def _first_line(fault: psycopg.Error) -> str:
    """What the database said; psycopg never puts the password there."""
    return (str(fault).strip().splitlines() or ["it gave no reason"])[0].rstrip(".") + "."


def mail(server: Mail) -> str:
    """Say hello and sign in, as for a letter, and leave without sending one."""
    try:
        at_once = server.tls and server.port == TLS_AT_ONCE
        kind = smtplib.SMTP_SSL if at_once else smtplib.SMTP
        with closing(kind(server.host, server.port, timeout=SECONDS)) as talk:
            talk.ehlo_or_helo_if_needed()
            if server.tls and not at_once:
                talk.starttls()
                talk.ehlo()
            if server.user:
                talk.login(server.user, server.password)
            talk.quit()
    except smtplib.SMTPAuthenticationError as fault:
        raise Unusable("The mail server does not accept this name and password.") from fault
    except smtplib.SMTPNotSupportedError as fault:
        raise Unusable(f"The mail server can't do what was asked of it: {fault}.") from fault
    except (OSError, smtplib.SMTPException) as fault:
        raise Unusable(f"The mail server at {server.host}:{server.port} does not answer: {fault}.") from fault
    how = "over TLS" if server.tls else "without TLS"
    return f"The mail server at {server.host}:{server.port} takes our letters, {how}."
