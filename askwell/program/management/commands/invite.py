"""`askwell invite EMAIL --role ROLE`: let somebody into a program from the machine it runs on."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser
from django.core.validators import MaxLengthValidator, validate_email

from askwell.accounts.models import RoleName
from askwell.lib.commands import DataCommand, add_json, refuse
from askwell.lib.verdicts import Refused
from askwell.program import services
from askwell.program.letters import link

MOST_DAYS = 365
validate_length = MaxLengthValidator(254)


class Command(DataCommand):
    """Make an invitation, print its link, and mail it where there is a mail server."""

    help = "let somebody into a program: prints the link, and mails it where mail is set up"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="EMAIL", help="whom; the link is for this address only")
        parser.add_argument(
            "--role",
            action="append",
            choices=RoleName.values,
            required=True,
            help="what they are; give it several times for several roles",
        )
        parser.add_argument("--name", default="", help="their name")
        parser.add_argument(
            "--days", type=int, default=services.DAYS_OPEN, help="until it runs out, 1 to 365"
        )
        add_json(parser)

    def handle(
        self, *args: Any, email: str, role: list[str], name: str, days: int, json: bool, **options: Any
    ) -> None:
        if settings.SOLO:
            raise refuse("Invitations are for the program edition. Set ASKWELL_EDITION=program.")
        if not 0 < days <= MOST_DAYS:
            raise refuse(f"--days must be from 1 to {MOST_DAYS}.")
        try:
            validate_email(email)
            validate_length(email)
            made = services.invite(email=email, roles=role, name=name[:80], days=days, by=services.operator())
        except ValidationError as fault:
            raise refuse(f"“{email}” is no e-mail address.") from fault
        except Refused as fault:
            raise refuse(fault.reason) from fault
        if json:
            self.answer({"link": link(made), "mailed": settings.CAN_SEND, "expires_at": str(made.expires_at)})
            return
        self.stdout.write(f"{link(made)}\n\nThis link is for {made.email} alone and works for {days} days.")
        self.stdout.write(
            "It is on its way by mail."
            if settings.CAN_SEND
            else "No mail server is set: pass it on yourself."
        )
