"""Marks the data as in use while a solo server runs."""

import os
from importlib import import_module

from django.apps import AppConfig
from django.conf import settings


class DeskConfig(AppConfig):
    """In the process that serves one person, holds the data folder until the process ends."""

    name = "askwell.desk"

    def ready(self) -> None:
        if os.environ.get("ASKWELL_STARTED_BY"):
            import_module("askwell.desk.holding").hold(settings.HOME)
