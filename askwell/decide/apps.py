"""Wakes the receivers of this room."""

from importlib import import_module

from django.apps import AppConfig


class DecideConfig(AppConfig):
    """Listens to earlier rooms."""

    name = "askwell.decide"

    def ready(self) -> None:
        """Connect what waits for earlier rooms."""
        import_module("askwell.decide.receivers")
