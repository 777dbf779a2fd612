"""Letters on their way out."""

from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask import letters, policies
from askwell.ask.events import LetterFound, LetterQueued
from askwell.ask.models import Channel, Letter, LetterStatus
from askwell.journal import services as journal
from askwell.lib.verdicts import Refused

ON_ITS_WAY = {LetterStatus.QUEUED, LetterStatus.SENDING, LetterStatus.SENT}


@transaction.atomic
def send_letter(letter: Letter, *, channel: str, by: User) -> Letter:
    """Queue a letter for the mail server, or note that the seeker sent it; a second click changes nothing."""
    letter = _locked(letter)
    policies.may_touch(by, letter).enforce()
    if letter.status in ON_ITS_WAY:
        return letter
    policies.may_send(by, letter, channel).enforce()
    if channel == Channel.SMTP:
        letter.move_to(LetterStatus.QUEUED, channel=channel, sending_at=timezone.now(), trouble="")
        journal.record(LetterQueued.of(letter), by=by)
        letters.deliver.enqueue(letter.pk)
    else:
        letters.left(letter, channel=channel, by=by)
    return letter


@transaction.atomic
def settle(letter: Letter, *, by: User) -> Letter:
    """The seeker looked: the letter whose sending was cut off did leave."""
    letter = _locked(letter)
    policies.may_touch(by, letter).enforce()
    if letter.status == LetterStatus.UNSURE:
        journal.record(LetterFound.of(letter), by=by)
        letters.left(letter, channel=Channel.SMTP, by=by)
    return letter


@transaction.atomic
def rescue(letter: Letter) -> Letter:
    """A letter that stood still too long: one never taken is queued anew, one cut off waits for the seeker."""
    letter = _locked(letter)
    if letter.status == LetterStatus.SENDING:
        letters.lose_sight(letter)
    elif letter.status == LetterStatus.QUEUED:
        letter.sending_at = timezone.now()
        letter.save(update_fields=["sending_at"])
        journal.record(LetterQueued.of(letter), by=letter.seeker)
        letters.deliver.enqueue(letter.pk)
    return letter


def _locked(letter: Letter) -> Letter:
    if found := letters.locked(letter.pk):
        return found
    raise Refused("This letter is gone, together with the person it was for.")
