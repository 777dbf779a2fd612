"""What later rooms may wait for; both bring `conversation` (a Conversation) and `by` (a User)."""

from django.dispatch import Signal

conversation_planned = Signal()
conversation_held = Signal()
