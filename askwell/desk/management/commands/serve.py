"""`askwell serve`: the solo edition, or one web server of a program."""

import os
import signal
import socket
import time
from argparse import ArgumentTypeError
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandParser
from django.db import connection
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server
from granian.server.common import AbstractServer

from askwell.accounts import services as accounts
from askwell.explore import finder
from askwell.explore import services as explore
from askwell.explore.pack import PackError
from askwell.lib.commands import Command as Base
from askwell.lib.commands import bring_up_to_date, refuse


class Command(Base):
    """Set up what is missing, print the address, serve."""

    help = "start the web server and print the address to open"

    def add_arguments(self, parser: CommandParser) -> None:
        add_port(parser)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        _wait_for(port)
        prepare_data()
        connection.close()
        os.environ["ASKWELL_STARTED_BY"] = str(os.getpid())
        if settings.SOLO:
            self._greet(port)
        else:
            self.stdout.write(
                f"\n  {settings.SITE_NAME} listens on {address()}:{port}, for the proxy at {settings.SITE_URL}.\n"
                f"  Beside it:  askwell work\n"
                f"  To stop:    Ctrl+C\n"
            )
            self.stdout.flush()
        end_with_the_terminal(made := server(port))
        made.serve()

    def _greet(self, port: int) -> None:
        token = accounts.make_token(accounts.solo_seeker())
        self.stdout.write(
            f"\n  Askwell is ready. Open this address; it works once:\n\n"
            f"    http://127.0.0.1:{port}/accounts/enter?token={token}\n\n"
            f"  Your data:  {connection.settings_dict['NAME']}\n"
            f"  To stop:    Ctrl+C\n"
        )
        self.stdout.flush()
        connection.close()


def add_port(parser: CommandParser) -> None:
    """The port to listen on, which an address names as well."""
    parser.add_argument("--port", type=port_number, default=settings.PORT, help="default: PORT, else 8000")


def port_number(said: str) -> int:
    """A port that one can listen on."""
    if not said.isascii() or not said.isdigit() or not 0 < int(said[:6]) < 65_536:
        raise ArgumentTypeError("must be a whole number from 1 to 65535")
    return int(said)


def prepare_data() -> None:
    """Bring the database to this version, the public figures and the search to this pack, the pages' files into place."""
    bring_up_to_date()
    try:
        explore.load_pack()
    except PackError as fault:
        raise refuse(str(fault)) from fault
    finder.warm()
    call_command("collectstatic", verbosity=0, interactive=False)


def _wait_for(port: int) -> None:
    """Make sure the port is free; a server that was just killed may hold it for a moment."""
    until = time.monotonic() + 3
    while True:
        try:
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(("127.0.0.1", port))
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def end_with_the_terminal(server: AbstractServer[Any]) -> None:
    """A terminal that is closed ends the server as Ctrl+C does, unless it was started to outlive it (nohup)."""
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))


def address() -> str:
    """Loopback; a program may choose another, where its proxy stands on another machine."""
    return "127.0.0.1" if settings.SOLO else os.environ.get("ASKWELL_ADDRESS", "127.0.0.1")


def server(port: int) -> AbstractServer[Any]:
    """Granian on loopback: one process with four threads is plenty for one person."""
    return Server(
        "askwell.wsgi:application",
        address=address(),
        port=port,
        interface=Interfaces.WSGI,
        workers=1 if settings.SOLO else 2,
        blocking_threads=4,
        websockets=False,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    )
