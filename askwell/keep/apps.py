"""Wakes the receivers of this room."""

from importlib import import_module

from django.apps import AppConfig


class KeepConfig(AppConfig):
    """Listens to earlier rooms."""

    name = "askwell.keep"

    def ready(self) -> None:
        import_module("askwell.keep.receivers")
