"""Marks the data as in use while a solo server runs."""

import os
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db.backends.signals import connection_created

from askwell.desk import holding


class DeskConfig(AppConfig):
    """Holds the data folder in the process that serves one person, until that process ends."""

    name = "askwell.desk"

    def ready(self) -> None:
        connection_created.connect(_hold_while_serving, dispatch_uid="hold while serving")


def _hold_while_serving(**_: Any) -> None:
    """Every process that serves reaches for the database within a second: its own background work does."""
    if os.environ.get("ASKWELL_STARTED_BY"):
        holding.hold(settings.HOME)
