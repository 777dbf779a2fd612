"""Wakes the receivers of this room."""

from importlib import import_module

from django.apps import AppConfig


class GatherConfig(AppConfig):
    """Listens to earlier rooms."""

    name = "askwell.gather"

    def ready(self) -> None:
        import_module("askwell.gather.receivers")
