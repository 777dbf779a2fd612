"""Who may come through a door: said on the view, kept by the middleware."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def program_only(view: View) -> View:
    """A page that only a program has: the solo edition knows no such address."""
    view.program_only = True  # type: ignore[attr-defined]
    return view


def open_to_everybody(view: View) -> View:
    """In a program this page is for everybody who is signed in, whatever its room says."""
    view.open_to = frozenset()  # type: ignore[attr-defined]
    return view


def is_of_signing_in(view: Callable[..., Any]) -> bool:
    """Whether this is one of the pages that django-allauth brings: sign-in, passkeys, sessions."""
    return view.__module__.startswith("allauth.")


def has_no_door_in_solo(view: Callable[..., Any]) -> bool:
    """Whether only a program has this page."""
    return is_of_signing_in(view) or getattr(view, "program_only", False)
