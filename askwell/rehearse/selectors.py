"""The card, and what was kept of earlier tries."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from askwell.meet.models import Conversation
from askwell.prepare.opening import Card, OpeningFacts, openings
from askwell.prepare.selectors import opening_facts
from askwell.rehearse import cards, tries
from askwell.rehearse.models import Rehearsal

if TYPE_CHECKING:
    from askwell.accounts.models import User


@dataclass(frozen=True)
class Practice:
    """The openings to choose from, what to do when words fail, and the earlier tries."""

    openings: tuple[Card, ...]
    freeze: cards.Freeze
    tries: list[Rehearsal]
    sentence: str


def practice(seeker: "User", conversation: Conversation | None) -> Practice:
    """What the page of one conversation shows; without one, an opening that fits anybody."""
    kept = list(Rehearsal.objects.visible_to(seeker).filter(conversation=conversation).order_by("at", "pk"))
    if conversation:
        facts = opening_facts(conversation)
    else:
        facts = OpeningFacts(seeker=seeker.name, who=seeker.about)
    return Practice(
        openings=openings(facts),
        freeze=cards.FREEZE,
        tries=kept,
        sentence=tries.sentence([one.sure for one in kept]),
    )


def coming(seeker: "User") -> list[Conversation]:
    """Conversations to practice for, the next one first."""
    mine = Conversation.objects.visible_to(seeker).open()
    return list(mine.select_related("contact").prefetch_related("rehearsals").order_by("starts_at", "pk"))
