"""All that Today draws on, read in a handful of queries."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Prefetch
from django.utils import timezone

from askwell.ask.models import InterviewRequest
from askwell.connect.models import Contact
from askwell.decide.models import Decision
from askwell.desk import when as say
from askwell.explore.models import Path
from askwell.keep.models import ThankYou
from askwell.keep.selectors import News, news_due
from askwell.learn.models import Finding, Note
from askwell.meet.models import Conversation, ConversationStatus

if TYPE_CHECKING:
    from askwell.accounts.models import User


@dataclass(frozen=True)
class Desk:
    """All that Today draws on, read once: a handful of queries however long the journey is."""

    now: datetime
    paths: list[Path]
    contacts: list[Contact]
    requests: list[InterviewRequest]
    talks: list[Conversation]
    thanks: list[ThankYou]
    news: list[News]
    findings: dict[int, int]
    decisions: int
    lines: list[Finding | Note] = field(default_factory=list)

    @cached_property
    def coming(self) -> list[Conversation]:
        """Booked conversations, the next first."""
        booked = [
            talk for talk in self.talks if talk.status == ConversationStatus.BOOKED and not talk.is_over
        ]
        return sorted(booked, key=lambda talk: talk.starts_at or self.now)

    @cached_property
    def held(self) -> list[Conversation]:
        """Conversations that took place."""
        return [talk for talk in self.talks if talk.status == ConversationStatus.HELD]

    @property
    def is_new(self) -> bool:
        """Whether nothing has begun yet."""
        return not (self.paths or self.contacts or self.talks or self.decisions)


def desk(seeker: "User") -> Desk:
    """Read everything Today needs."""
    talks = Conversation.objects.visible_to(seeker).select_related("contact")
    counts = Finding.objects.visible_to(seeker).order_by().values_list("path").annotate(count=Count("pk"))
    return Desk(
        now=timezone.now(),
        paths=list(Path.objects.visible_to(seeker).considered().named()),
        contacts=list(
            Contact.objects.visible_to(seeker).prefetch_related(
                Prefetch("paths", Path.objects.order_by().only("pk"))
            )
        ),
        requests=list(
            InterviewRequest.objects.visible_to(seeker).select_related("contact").prefetch_related("letters")
        ),
        talks=list(
            talks.annotate(
                question_count=Count("questions"),
                has_findings=Exists(Finding.objects.filter(conversation=OuterRef("pk"))),
                has_notes=Exists(Note.objects.filter(conversation=OuterRef("pk"))),
            )
        ),
        thanks=list(ThankYou.objects.visible_to(seeker).due().select_related("conversation__contact")),
        news=news_due(seeker),
        findings=dict(counts),
        decisions=Decision.objects.visible_to(seeker).count(),
        lines=_lines(seeker),
    )


def _lines(seeker: "User") -> list[Finding | Note]:
    """What was kept, then what was noted, in conversations nobody was thanked for yet."""
    unthanked = {"conversation__thank_you__isnull": False, "conversation__thank_you__done_at": None}
    findings = Finding.objects.visible_to(seeker).filter(**unthanked).order_by("-moves", "pk")
    notes = Note.objects.visible_to(seeker).filter(**unthanked).exclude(text="")
    return [*findings, *notes.order_by("pk")]


def said(read: Desk, at: datetime | None) -> str:
    """When something is, as seen from now; empty when there is no time."""
    return say.when(timezone.localtime(at), timezone.localtime(read.now)) if at else ""


def plural(count: int, noun: str) -> str:
    """The noun for that many."""
    return noun if count == 1 else f"{noun}s"
