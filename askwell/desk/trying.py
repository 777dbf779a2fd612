"""Whether an address, a database, a mail server can really be used: found out by using them."""

import smtplib
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlsplit

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


def address(said: str) -> str:
    """The site's address, tidied: https://ask.example.edu. Plain http is for this machine only."""
    parts = urlsplit(said.strip().rstrip("/"))
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Unusable("The address must look like https://ask.example.edu.")
    if parts.path or parts.query or parts.username:
        raise Unusable("The address is a host's alone: Askwell can't stand in a folder of another site.")
    if parts.scheme == "http" and parts.hostname not in AT_HOME:
        raise Unusable("The address must begin with https://. Passwords would travel unprotected.")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def database(url: str) -> str:
    """Connect, and make sure that tables can be made there; answers what was found."""
    if urlsplit(url).scheme not in {"postgres", "postgresql"}:
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
    return (str(fault).strip().splitlines() or ["it gave no reason."])[0]


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
    return f"The mail server at {server.host}:{server.port} takes our letters."
