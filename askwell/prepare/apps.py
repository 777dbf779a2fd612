"""Wakes the receivers of this room."""

from importlib import import_module

from django.apps import AppConfig


class PrepareConfig(AppConfig):
    """Listens to earlier rooms."""

    name = "askwell.prepare"

    def ready(self) -> None:
        import_module("askwell.prepare.receivers")
