"""`askwell init`: everything that a program needs to know, asked, tried and written down."""

import os
import secrets
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.management.base import CommandParser

from askwell.desk import trying
from askwell.lib.commands import Command as Base
from askwell.lib.commands import add_json, refuse
from askwell.lib.environment import environment_file, read_file, secret, written_file

NEXT = """
  Next:   askwell check     says what is still missing
          askwell invite YOU@EXAMPLE --role coordinator
                            lets the first person in
          askwell serve     the web server, on loopback: put a TLS proxy before it
          askwell work      beside it: sends letters and reminders
"""


class Command(Base):
    """Ask for the site's name, its address, the database and the mail server; try each; write an environment file."""

    help = "set up a program: asks what it needs, tries it, writes an environment file"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", help="what the site is called, such as “Ask at Harlow”")
        parser.add_argument("--url", help="the address people type, such as https://ask.example.edu")
        parser.add_argument(
            "--database", metavar="URL", help="postgresql://user:password@host:5432/name; or set DATABASE_URL"
        )
        parser.add_argument("--no-mail", action="store_true", help="do without a mail server, for now")
        parser.add_argument("--smtp-host", metavar="HOST", help="the mail server")
        parser.add_argument("--smtp-port", metavar="PORT", help="default: 587")
        parser.add_argument("--smtp-from", metavar="ADDRESS", help="the sender of the site’s letters")
        parser.add_argument("--smtp-user", metavar="NAME", help="if the mail server wants one")
        parser.add_argument(
            "--smtp-password-file", metavar="FILE", help="holds its password; or set SMTP_PASSWORD"
        )
        parser.add_argument("--smtp-no-tls", action="store_true", help="for a mail server on this machine")
        parser.add_argument(
            "--force",
            action="store_true",
            help="replace a file that is there; its key and what you added are kept",
        )
        add_json(parser)

    def handle(self, *args: Any, force: bool, json: bool, **said: Any) -> None:
        to = environment_file(os.environ)
        if to.exists() and not force:
            raise refuse(f"{to} is there already and was left as it is. --force replaces it.")
        # Said before anything is asked, and not after all of it was answered.
        if not os.access(_nearest(to.parent), os.W_OK | os.X_OK):
            raise refuse(f"{to.parent} can't be written. Give yourself the right to, or set ASKWELL_HOME.")
        self.talks = sys.stdin.isatty() and not json
        found: list[str] = []
        try:
            settings = self._site(said) | self._database(said, found) | self._mail(said, found)
        except EOFError as fault:
            raise refuse("The answers ended too early. Nothing was written.") from fault
        write(to, settings)
        if json:
            self.answer({"file": str(to), "tried": found, "next": ["askwell check", "askwell serve"]})
            return
        for one in found:
            self.stdout.write(f"  {one}")
        self.stdout.write(f"\n  Written to {to}, readable by you alone.\n{NEXT}")

    def _site(self, said: dict[str, Any]) -> dict[str, str]:
        name = self._asked(said["name"], "--name", "What is the site called?", trying.name)
        url = self._asked(said["url"], "--url", "Which address will people type?", trying.address)
        parts = urlsplit(url)
        return {
            "ASKWELL_EDITION": "program",
            "SITE_NAME": name,
            "SITE_URL": url,
            "ALLOWED_HOSTS": parts.hostname or "",
            "TRUSTED_ORIGINS": url,
            "ASKWELL_TLS": "1" if parts.scheme == "https" else "0",
        }

    def _database(self, said: dict[str, Any], found: list[str]) -> dict[str, str]:
        def tried(url: str) -> str:
            found.append(trying.database(url))
            return url

        given = said["database"] or secret(os.environ, "DATABASE_URL")
        question = "The database, as postgresql://user:password@host:5432/name?"
        return {"DATABASE_URL": self._asked(given, "--database", question, tried)}

    def _mail(self, said: dict[str, Any], found: list[str]) -> dict[str, str]:
        if said["no_mail"]:
            found.append("No mail server: invitations are passed on by hand, and nobody can ask for a code.")
            return {}
        sender = self._asked(
            said["smtp_from"], "--smtp-from", "The sender of the site’s letters?", trying.sender
        )
        server = self._server(said, found)
        kept = {"SMTP_HOST": server.host, "SMTP_PORT": str(server.port), "SMTP_FROM": sender}
        if server.user:
            kept |= {"SMTP_USER": server.user, "SMTP_PASSWORD": server.password}
        return kept | ({} if server.tls else {"SMTP_TLS": "0"})

    def _server(self, said: dict[str, Any], found: list[str]) -> trying.Mail:
        """The mail server, tried; whoever answers by hand is asked for all of it again until it takes letters."""
        while True:
            server = self._described(said)
            try:
                found.append(trying.mail(server))
                return server
            except trying.Unusable as fault:
                if not self.talks or said["smtp_host"]:
                    raise refuse(f"{fault} Nothing was written.") from fault
                self.stdout.write(f"  {fault}")

    def _described(self, said: dict[str, Any]) -> trying.Mail:
        host = self._asked(said["smtp_host"], "--smtp-host", "The mail server’s host?", trying.host)
        # Flags mean the same everywhere; whoever answers by hand is shown what is likely.
        at_home = self.talks and host in trying.AT_HOME
        port = self._asked(
            said["smtp_port"], "--smtp-port", "Its port", trying.port, usually="25" if at_home else "587"
        )
        tls = "no" if said["smtp_no_tls"] else ""
        tls = self._asked(tls, "", "Does it speak TLS", trying.yes_or_no, usually="no" if at_home else "yes")
        user = said["smtp_user"] or (input("Its user name (empty for none)? ") if self.talks else "")
        password = self._password(said["smtp_password_file"]) if user else ""
        return trying.Mail(host, int(port), user, password, tls=tls == "yes")

    def _password(self, file: str | None) -> str:
        if file:
            return secret({"SMTP_PASSWORD_FILE": file}, "SMTP_PASSWORD")
        known = secret(os.environ, "SMTP_PASSWORD")
        return known or (getpass("Its password? ") if self.talks else "")

    def _asked(
        self,
        given: str | None,
        flag: str,
        question: str,
        tried: Callable[[str], str],
        usually: str = "",
    ) -> str:
        """What the flag says, else what the person answers; asked again until it can be used."""
        if usually:
            question += f" [{usually}]?"
        while True:
            answer = given or (input(f"{question} ") if self.talks else "") or usually
            if not answer and not self.talks:
                raise refuse(f"{flag} is missing. Nothing was written.")
            try:
                if answer:
                    return tried(answer)
            except trying.Unusable as fault:
                if given or not self.talks:
                    raise refuse(f"{fault} Nothing was written.") from fault
                self.stdout.write(f"  {fault}")


def _nearest(folder: Path) -> Path:
    """The folder, or the first above it that is there."""
    return next(one for one in (folder.absolute(), *folder.absolute().parents) if one.exists())


def write(to: Path, settings: dict[str, str]) -> None:
    """Put the file in its place whole, readable by its owner alone; what else was in it stays, the key above all."""
    before = read_file(to.read_text(encoding="utf-8")) if to.exists() else {}
    kept = {name: value for name, value in before.items() if not name.startswith("SMTP_")}
    key = {"SECRET_KEY": secrets.token_urlsafe(50)}
    to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = to.with_name(f"{to.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.write("# Askwell, program edition. Holds secrets: readable by its owner alone.\n")
        out.write(written_file(key | kept | settings))
    fresh.replace(to)
