"""Wakes the receivers of this room."""

from importlib import import_module

from django.apps import AppConfig


class MeetConfig(AppConfig):
    """Listens to earlier rooms."""

    name = "askwell.meet"

    def ready(self) -> None:
        import_module("askwell.meet.receivers")
