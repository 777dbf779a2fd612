"""What later rooms may wait for.

`request_accepted` brings `asked` (an InterviewRequest) and `by` (a User);
`letter_left` brings `letter` (a Letter that was sent) and `by` (a User).
"""

from django.dispatch import Signal

request_accepted = Signal()
letter_left = Signal()
