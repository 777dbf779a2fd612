"""The card, and what was kept of earlier tries."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from askwell.lib.titles import spoken
from askwell.meet.models import Conversation
from askwell.prepare.models import Question
from askwell.prepare.selectors import paths_of
from askwell.rehearse import cards, tries
from askwell.rehearse.models import Rehearsal

if TYPE_CHECKING:
    from askwell.accounts.models import User


@dataclass(frozen=True)
class Practice:
    """The openings to choose from, what to do when words fail, and the earlier tries."""

    openings: tuple[cards.Card, ...]
    freeze: cards.Freeze
    tries: list[Rehearsal]
    sentence: str


def practice(seeker: "User", conversation: Conversation | None) -> Practice:
    """What the page of one conversation shows; without one, an opening that fits anybody."""
    kept = list(Rehearsal.objects.visible_to(seeker).filter(conversation=conversation).order_by("at", "pk"))
    facts = _facts(conversation) if conversation else cards.OpeningFacts(seeker=seeker.name, who=seeker.about)
    return Practice(
        openings=cards.openings(facts),
        freeze=cards.FREEZE,
        tries=kept,
        sentence=tries.sentence([one.sure for one in kept]),
    )


def _facts(conversation: Conversation) -> cards.OpeningFacts:
    contact, seeker = conversation.contact, conversation.seeker
    source = contact.suggested_by
    paths = paths_of(conversation)
    first = Question.objects.filter(conversation=conversation).order_by("position", "pk").first()
    return cards.OpeningFacts(
        host=contact.called,
        seeker=seeker.name,
        who=seeker.about,
        referrer=source.name if source else "",
        topic=f"the work of {spoken(paths[0].occupation.title)}" if paths else "",
        minutes=conversation.minutes,
        first_question=first.text if first and not first.is_last else "",
    )


def coming(seeker: "User") -> list[Conversation]:
    """Conversations to practice for, the next one first."""
    mine = Conversation.objects.visible_to(seeker).open()
    return list(mine.select_related("contact").prefetch_related("rehearsals").order_by("starts_at", "pk"))
