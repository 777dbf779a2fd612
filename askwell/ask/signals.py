"""What later rooms may wait for: `request_accepted` brings `asked` (an InterviewRequest) and `by` (a User)."""

from django.dispatch import Signal

request_accepted = Signal()
