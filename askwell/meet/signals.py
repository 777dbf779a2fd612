"""What later rooms may wait for; the first two bring `conversation` (a Conversation) and `by` (a User)."""

from django.dispatch import Signal

conversation_planned = Signal()
conversation_held = Signal()
calendar_read = Signal()
"""A person's private calendar is made, with `person` and `since`: answer with the entries that you have for it."""
