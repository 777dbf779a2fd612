"""What is missing or unsafe, and how to mend it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import Error

from askwell.accounts.models import Role, RoleName
from askwell.desk import copies, trying
from askwell.desk.giving_back import set_aside
from askwell.explore import pack
from askwell.explore.models import Release
from askwell.lib import zones
from askwell.lib.environment import environment_file
from askwell.lib.faults import explain


@dataclass(frozen=True, slots=True)
class Look:
    """One thing looked at: good, worth a note, or bad; what was seen; how to mend it."""

    name: str
    state: Literal["good", "note", "bad"]
    said: str
    mend: str = ""

    def as_dict(self) -> dict[str, str]:
        """The same for programs."""
        return asdict(self)


def everything() -> list[Look]:
    """Look at everything; a look that can't be had is bad, and ends nothing."""
    return [look for looked in LOOKS for look in _safely(looked)]


def _safely(looked: Callable[[], Iterator[Look]]) -> list[Look]:
    try:
        return list(looked())
    except (Error, OSError, sqlite3.Error) as fault:
        return [
            Look(looked.__name__.strip("_"), "bad", explain(fault) or f"This can't be looked at: {fault}.")
        ]


def _folder() -> Iterator[Look]:
    home: Path = settings.HOME
    if not home.is_dir():
        yield Look("folder", "note", f"{home} is not there yet.", "It is made on the first start.")
        return
    if not os.access(home, os.W_OK | os.X_OK):
        yield Look(
            "folder",
            "bad",
            f"{home} can't be written.",
            "Give yourself the right to write there, or set ASKWELL_HOME.",
        )
        return
    open_to_others = home.stat().st_mode & 0o077
    if open_to_others:
        yield Look("folder", "bad", f"Others on this machine may look into {home}.", f"Run: chmod 700 {home}")
    else:
        yield Look("folder", "good", f"{home} is yours alone.")


def _database() -> Iterator[Look]:
    sqlite = connection.vendor == "sqlite"
    file = Path(connection.settings_dict["NAME"])
    if sqlite and not file.exists():
        yield Look("database", "note", "There is no data yet.", "It is made on the first start.")
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    if sqlite:
        try:
            copies.verify(file)
        except copies.BadCopy as fault:
            yield Look("database", "bad", str(fault), "Put a backup back with “askwell restore FILE”.")
            return
    yield Look("database", "good", "The database answers" + (" and is whole." if sqlite else "."))
    yield from _migrations()
    yield from _figures_loaded()


def _migrations() -> Iterator[Look]:
    executor = MigrationExecutor(connection)
    if set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations):
        yield Look("version", "bad", "The data was written by a newer Askwell.", "Update the program.")
    elif executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield Look(
            "version", "note", "The data is of an older version.", "The next start brings it up to date."
        )
    else:
        yield Look("version", "good", "The data is of this version.")


def _figures_loaded() -> Iterator[Look]:
    if "explore_release" in connection.introspection.table_names() and Release.objects.exists():
        yield Look("figures loaded", "good", "The public figures are in the database.")
    else:
        yield Look(
            "figures loaded", "note", "The public figures are not loaded yet.", "The next start loads them."
        )


def _pack() -> Iterator[Look]:
    try:
        held = pack.load()
    except pack.PackError as fault:
        yield Look("pack", "bad", str(fault))
        return
    yield Look(
        "pack", "good", f"The pack of public figures is whole: {len(list(held.occupations()))} careers."
    )


def _zone() -> Iterator[Look]:
    zone = zones.of_this_machine()
    if zone == zones.FALLBACK:
        yield Look(
            "time zone",
            "note",
            "This machine does not say its zone, or it is UTC.",
            "Each person can set theirs under “You”.",
        )
    else:
        yield Look("time zone", "good", f"This machine is set to {zone}.")


def _letters() -> Iterator[Look]:
    host, sender = settings.EMAIL_HOST, settings.DEFAULT_FROM_EMAIL
    if settings.CAN_SEND:
        yield Look("letters", "good", f"Letters can leave through {host} as {sender}.")
        if bool(settings.EMAIL_HOST_USER) != bool(settings.EMAIL_HOST_PASSWORD):
            yield Look(
                "letters",
                "bad",
                "SMTP_USER and SMTP_PASSWORD belong together; one is missing.",
                "Set both, or neither.",
            )
        if not settings.SMTP_TLS and settings.EMAIL_HOST_USER:
            yield Look(
                "letters", "bad", "The mail password would travel unprotected.", "Leave SMTP_TLS at 1."
            )
        if not settings.SOLO:
            yield _mail_server()
    elif host or sender or settings.EMAIL_HOST_PASSWORD:
        yield Look(
            "letters", "bad", "Sending is half set up.", "Set both SMTP_HOST and SMTP_FROM, or neither."
        )
    elif settings.SOLO:
        yield Look("letters", "good", "Sending by Askwell is off; copying and your own mail program work.")
    else:
        yield Look(
            "letters",
            "bad",
            "There is no mail server: nobody can get a code, an invitation or a reminder.",
            "Set SMTP_HOST and SMTP_FROM, or run “askwell init --force”.",
        )


def _mail_server() -> Look:
    server = trying.Mail(
        settings.EMAIL_HOST,
        settings.EMAIL_PORT,
        settings.EMAIL_HOST_USER,
        settings.EMAIL_HOST_PASSWORD,
        settings.SMTP_TLS,
    )
    try:
        return Look("mail server", "good", trying.mail(server))
    except trying.Unusable as fault:
        return Look("mail server", "bad", str(fault), "Check SMTP_HOST and what belongs to it.")


def _work() -> Iterator[Look]:
    if "django_tasks_database_dbtaskresult" not in connection.introspection.table_names():
        return
    aside = set_aside()
    if not (count := aside.count()):
        yield Look("work", "good", "No background work was set aside.")
        return
    last = aside[0]
    why = (last.traceback.strip().splitlines() or ["no reason was kept"])[-1]
    yield Look(
        "work",
        "bad",
        f"{count} piece{'' if count == 1 else 's'} of background work failed and "
        f"{'was' if count == 1 else 'were'} set aside. The last: {last.task_name}: {why[:200]}",
        "Mend the cause, then run: askwell work --again",
    )


def _settings() -> Iterator[Look]:
    if settings.DEBUG:
        yield Look("settings", "bad", "DEBUG is on and shows what is private.", "Turn it off.")
    if settings.SOLO:
        yield Look("settings", "good", "The solo edition: for one person, on this machine.")
        return
    yield from _program_settings()


def _program_settings() -> Iterator[Look]:
    for is_wrong, state, said, mend in (
        (
            not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS,
            "bad",
            "ALLOWED_HOSTS does not name your host.",
            "Set it to the names people type, such as ask.example.edu.",
        ),
        (
            len(settings.SECRET_KEY) < 50,
            "bad",
            "SECRET_KEY is short.",
            "Use 50 random characters or more; “askwell init” makes them.",
        ),
        (connection.vendor != "postgresql", "bad", "A program needs PostgreSQL.", "Set DATABASE_URL."),
        (
            urlsplit(settings.SITE_URL).hostname not in settings.ALLOWED_HOSTS,
            "bad",
            f"SITE_URL is {settings.SITE_URL}, which ALLOWED_HOSTS does not name, so links in letters lead nowhere.",
            "Set SITE_URL to the address people type.",
        ),
        (
            not settings.TLS,
            "bad",
            "ASKWELL_TLS is 0, so cookies travel unprotected.",
            "Serve over TLS and leave it at 1.",
        ),
        (
            settings.TLS and not settings.CSRF_TRUSTED_ORIGINS,
            "note",
            "TRUSTED_ORIGINS is not set.",
            "Behind a proxy, set it to https:// and your host.",
        ),
        (
            settings.TLS and not settings.ALLAUTH_TRUSTED_PROXY_COUNT,
            "note",
            "TRUSTED_PROXIES is 0: everybody behind the proxy counts as one visitor.",
            "Set it to the number of proxies before Askwell.",
        ),
    ):
        if is_wrong:
            yield Look("settings", state, said, mend)  # type: ignore[arg-type]


def _environment_file() -> Iterator[Look]:
    file = environment_file(os.environ)
    if not file.exists():
        if not settings.SOLO:
            yield Look(
                "environment file",
                "note",
                f"There is no {file}: settings come from elsewhere.",
                "“askwell init” writes one.",
            )
    elif file.stat().st_mode & 0o077:
        yield Look(
            "environment file", "bad", f"Others may read the secrets in {file}.", f"Run: chmod 600 {file}"
        )
    else:
        yield Look("environment file", "good", f"{file} is yours alone.")


def _people() -> Iterator[Look]:
    if settings.SOLO or "accounts_role" not in connection.introspection.table_names():
        return
    if Role.objects.filter(name=RoleName.COORDINATOR).exists():
        yield Look("people", "good", "There is a coordinator.")
    else:
        yield Look(
            "people",
            "note",
            "Nobody is a coordinator yet.",
            "Run: askwell invite YOU@EXAMPLE --role coordinator",
        )


LOOKS: tuple[Callable[[], Iterator[Look]], ...] = (
    _folder,
    _environment_file,
    _database,
    _people,
    _pack,
    _zone,
    _letters,
    _work,
    _settings,
)
