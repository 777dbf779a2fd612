"""What later rooms may wait for: `path_considered` brings `path` (a Path) and `by` (a User)."""

from django.dispatch import Signal

path_considered = Signal()
