"""What the environment says: where the data is, which database, which secrets. No Django."""

import os
import re
import secrets
from collections.abc import Collection, Mapping, MutableMapping
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

DATABASE_FORM = "DATABASE_URL must look like postgresql://user:password@host:5432/name."


class BadEnvironment(Exception):
    """A setting that is missing or cannot be used; the message says which and how to mend it."""


FILE_NAME = "askwell.env"


def load_file(environ: MutableMapping[str, str]) -> None:
    """Add what the environment file says; what is set already wins.

    The file is the one that ASKWELL_ENV names, else `askwell.env` in the folder for data, if it is there.
    """
    path = environment_file(environ)
    may_be_missing = not environ.get("ASKWELL_ENV") or "ASKWELL_SETTING_UP" in environ
    if may_be_missing and not path.exists():
        return
    try:
        said = read_file(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise BadEnvironment(f"{path} cannot be read: {fault.strerror}.") from fault
    except UnicodeDecodeError as fault:
        raise BadEnvironment(f"{path} is not UTF-8 text.") from fault
    except BadEnvironment as fault:
        raise BadEnvironment(f"{path}: {fault}") from fault
    for name, value in said.items():
        environ.setdefault(name, value)


def environment_file(environ: Mapping[str, str]) -> Path:
    """Where the environment file is, or would be."""
    return Path(environ.get("ASKWELL_ENV") or home_folder(environ) / FILE_NAME).expanduser()


def read_file(text: str) -> dict[str, str]:
    """NAME="value" lines, as systemd's EnvironmentFile reads them too; lines that begin with # are skipped."""
    said = {}
    for number_of_line, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, found, value = line.strip().partition("=")
        if not found or not name.isidentifier():
            raise BadEnvironment(f"Line {number_of_line} is not NAME=value. Mend it, or move the file away.")
        said[name] = _unquoted(value.strip())
    return said


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return value.strip("'")


def written_file(said: Mapping[str, str]) -> str:
    """The same lines, ready to be written."""
    quoted = {name: re.sub(r'(["\\])', r"\\\1", value) for name, value in said.items()}
    return "".join(f'{name}="{value}"\n' for name, value in quoted.items())


def port(environ: Mapping[str, str], name: str, default: int) -> int:
    """A port from NAME, or the default when it is not set."""
    return number(environ, name, default, most=65_535)


def number(environ: Mapping[str, str], name: str, default: int, *, most: int) -> int:
    """A whole number from NAME, at least 1, or the default when it is not set."""
    said = environ.get(name) or str(default)
    if not said.isascii() or not said.isdigit() or not 0 < int(said[:6]) <= most:
        raise BadEnvironment(f"{name} must be a whole number from 1 to {most}, not “{said[:20]}”.")
    return int(said)


def choice(environ: Mapping[str, str], name: str, allowed: Collection[str], default: str) -> str:
    """One of the allowed words from NAME, or the default when it is not set."""
    said = environ.get(name) or default
    if said not in allowed:
        raise BadEnvironment(f"{name} must be {' or '.join(allowed)}, not “{said[:20]}”.")
    return said


def switch(environ: Mapping[str, str], name: str, default: str) -> bool:
    """Whether NAME is 1; anything but 0 and 1 is refused, so that no typing error turns a safeguard off."""
    return choice(environ, name, ("0", "1"), default) == "1"


def numbers(environ: Mapping[str, str], name: str, default: str) -> list[int]:
    """Whole numbers from NAME, parted by commas; none when it is set to nothing."""
    said = environ.get(name, default).strip()
    parts = [part.strip() for part in said.split(",")] if said else []
    if not all(part.isascii() and part.isdigit() and int(part[:7]) < 100_000 for part in parts):
        raise BadEnvironment(
            f"{name} must be whole numbers parted by commas, such as {default}, not “{said}”."
        )
    return [int(part) for part in parts]


def networks(environ: Mapping[str, str], name: str) -> list[IPv4Network | IPv6Network]:
    """Networks from NAME, parted by commas; none when it is not set."""
    parts = [part.strip() for part in environ.get(name, "").split(",") if part.strip()]
    try:
        return [ip_network(part) for part in parts]
    except ValueError as fault:
        raise BadEnvironment(
            f"{name} must be networks parted by commas, such as 10.2.0.0/16: {fault}."
        ) from fault


def home_folder(environ: Mapping[str, str]) -> Path:
    """The folder that holds this person's data: ASKWELL_HOME, else the system's place for data."""
    try:
        if chosen := environ.get("ASKWELL_HOME"):
            return Path(chosen).expanduser().resolve()
        base = environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    except RuntimeError as fault:
        raise BadEnvironment(
            "There is no home folder to keep data in. Name a folder in ASKWELL_HOME."
        ) from fault
    return Path(base) / "askwell"


def secret(environ: Mapping[str, str], name: str) -> str:
    """A secret from NAME, or from the file that NAME_FILE names; empty when neither is set."""
    if path := environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as fault:
            raise BadEnvironment(f"{name}_FILE cannot be read: {fault.strerror}.") from fault
        except UnicodeDecodeError as fault:
            raise BadEnvironment(f"{name}_FILE is not UTF-8 text.") from fault
    return environ.get(name, "")


def video_link(environ: Mapping[str, str], name: str) -> str:
    """The address of video rooms, with {room} where the room's name goes; empty when there is none."""
    address = environ.get(name, "")
    if address and not (address.startswith("https://") and address.count("{room}") == 1):
        raise BadEnvironment(f"{name} must look like https://meet.example.org/{{room}}.")
    return address


def secret_key(environ: Mapping[str, str], *, home: Path, solo: bool) -> str:
    """The signing key; the solo edition makes its own and keeps it, readable by its owner only."""
    if key := secret(environ, "SECRET_KEY"):
        return key
    if not solo:
        raise BadEnvironment("SECRET_KEY is not set. The program edition needs one: “askwell init” makes it.")
    if "ASKWELL_SETTING_UP" in environ:
        # Nothing is signed by it: a folder that will be a program's must not hold a key that is not its key.
        return secrets.token_urlsafe(50)
    try:
        return _kept_key(home / "secret_key")
    except OSError:
        # Commands that keep nothing must work on a full or read-only disk; the rest say so themselves.
        return secrets.token_urlsafe(50)


def _kept_key(path: Path) -> str:
    if path.exists() and (kept := path.read_text().strip()):
        return kept
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(secrets.token_urlsafe(50))
    fresh.replace(path)
    return path.read_text().strip()


def database(environ: Mapping[str, str], *, home: Path) -> dict[str, Any]:
    """Django's settings for the one database: PostgreSQL by DATABASE_URL, else a SQLite file."""
    if url := secret(environ, "DATABASE_URL"):
        return _postgresql(url)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": home / "askwell.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            # Alone, a lock of seconds is another program's; among many it is the crowd's, and passes.
            "timeout": 5 if environ.get("ASKWELL_EDITION", "solo") == "solo" else 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        # Tests use a file too: threads must meet the same locks as in earnest.
        "TEST": {"NAME": home / "test.sqlite3"},
    }


def _postgresql(url: str) -> dict[str, Any]:
    try:
        parts = urlsplit(url)
        port = parts.port or ""
    except ValueError as fault:
        raise BadEnvironment(DATABASE_FORM) from fault
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise BadEnvironment(DATABASE_FORM)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # Who waits for a database that hangs must hear so before the proxy, or the reader, gives up.
        "OPTIONS": {"connect_timeout": "5"} | dict(parse_qsl(parts.query)),
    }


def openid_apps(environ: Mapping[str, str]) -> list[dict[str, Any]]:
    """The school's own sign-in (OpenID Connect), when OIDC_URL and its two companions are set; else none."""
    said = {name: secret(environ, name) for name in ("OIDC_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")}
    if not any(said.values()):
        return []
    if missing := [name for name, value in said.items() if not value]:
        raise BadEnvironment(
            f"{missing[0]} is not set. Signing in with a school account needs {', '.join(said)}."
        )
    return [
        {
            "provider_id": "school",
            "name": environ.get("OIDC_NAME", "your school account"),
            "client_id": said["OIDC_CLIENT_ID"],
            "secret": said["OIDC_CLIENT_SECRET"],
            "settings": {"server_url": said["OIDC_URL"], "oauth_pkce_enabled": True},
        }
    ]


def openid_origins(apps: list[dict[str, Any]]) -> list[str]:
    """Where the browser is sent to sign in: the content security policy must know."""
    servers = [urlsplit(app["settings"]["server_url"]) for app in apps]
    return [f"{server.scheme}://{server.netloc}" for server in servers]
