"""Where this Askwell stands: its name and the address people type."""

from django.conf import settings


def absolute(path: str) -> str:
    """A page's whole address, for letters and calendars: `/meet/` becomes `https://ask.example.edu/meet/`."""
    return f"{settings.SITE_URL}{path}"
