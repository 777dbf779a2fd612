"""Small journeys to weigh."""

from datetime import timedelta

from django.utils import timezone

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.explore.models import Criterion, Occupation, Path
from askwell.explore.selectors import newest
from askwell.learn.models import Finding
from askwell.meet.models import Conversation, ConversationStatus

NURSES, STATISTICIANS, ELECTRICIANS = "29-1141", "15-2041", "47-2111"


def consider(seeker: User, *codes: str) -> list[Path]:
    """Paths of these codes on the table."""
    found = {one.soc: one for one in Occupation.objects.filter(soc__in=codes)}
    paths = [Path(seeker=seeker, occupation=found[code]) for code in codes]
    for path, footing in zip(paths, newest(paths), strict=True):
        path.footing = footing.as_json()
        path.save()
    return paths


def know(seeker: User, name: str, *paths: Path) -> Contact:
    """A contact who could speak to these paths."""
    contact = Contact.objects.create(seeker=seeker, name=name)
    contact.paths.set(paths)
    return contact


def talk(contact: Contact, status: str = ConversationStatus.HELD) -> Conversation:
    """A conversation with them, held an hour ago or booked for the day after tomorrow."""
    held = status == ConversationStatus.HELD
    at = timezone.now() + (timedelta(hours=-1) if held else timedelta(days=2))
    return Conversation.objects.create(
        seeker=contact.seeker,
        contact=contact,
        status=status,
        starts_at=None if status == ConversationStatus.AGREED else at,
        ended_at=at if held else None,
    )


def hear(
    contact: Contact, path: Path, criterion: Criterion | None, moves: int, words: str = "It depends."
) -> Finding:
    """Something they said, kept as a finding."""
    held = contact.conversations.filter(status=ConversationStatus.HELD).first() or talk(contact)
    return Finding.objects.create(
        seeker=contact.seeker,
        conversation=held,
        contact=contact,
        path=path,
        criterion=criterion,
        theme="terms",
        words=words,
        moves=moves,
    )
