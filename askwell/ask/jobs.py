"""What the clock starts: letters that stood still too long are looked after."""

from datetime import timedelta

from django.utils import timezone

from askwell.ask import services
from askwell.ask.models import AnswerLink, Letter, LetterStatus, Quiet

TOO_LONG = timedelta(minutes=2)


def run_due() -> None:
    """Look after every letter that has been on its way for more than two minutes; one query when there is none."""
    still = Letter.objects.filter(
        status__in=[LetterStatus.QUEUED, LetterStatus.SENDING], sending_at__lt=timezone.now() - TOO_LONG
    )
    for letter in still:
        services.rescue(letter)


def clear_away() -> None:
    """Links that open nothing any more go, and so do the digests of those whose rest is over."""
    now = timezone.now()
    AnswerLink.objects.filter(expires_at__lt=now).delete()
    Quiet.objects.filter(until__lt=now).delete()
