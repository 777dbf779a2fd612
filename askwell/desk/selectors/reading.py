"""All that Today draws on, read in a handful of queries."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Prefetch
from django.utils import timezone

from askwell.accounts.models import RoleName
from askwell.ask.models import InterviewRequest
from askwell.connect.models import Contact
from askwell.decide.models import Decision
from askwell.desk import when as say
from askwell.desk.selectors.evenings import Evenings, evenings
from askwell.desk.selectors.hosting import Hosting, hosting
from askwell.explore.models import Path
from askwell.gather.models import Seat
from askwell.keep.models import ThankYou
from askwell.keep.selectors import News, news_due
from askwell.learn.models import Finding, Note
from askwell.meet.models import Conversation, ConversationStatus

if TYPE_CHECKING:
    from askwell.accounts.models import User


@dataclass(frozen=True)
class Desk:
    """All that Today draws on, read once: a handful of queries however long the journey is.

    For those who seek nothing themselves the journey's part is empty.
    """

    now: datetime
    seeks: bool
    coordinates: bool
    hosting: Hosting
    evenings: Evenings
    paths: list[Path] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    requests: list[InterviewRequest] = field(default_factory=list)
    talks: list[Conversation] = field(default_factory=list)
    thanks: list[ThankYou] = field(default_factory=list)
    news: list[News] = field(default_factory=list)
    findings: dict[int, int] = field(default_factory=dict)
    decisions: int = 0
    lines: list[Finding | Note] = field(default_factory=list)

    @cached_property
    def open_talks(self) -> list[Conversation]:
        """Conversations still to come, without those in which a gathering is prepared for, the next first."""
        one_to_one = [talk for talk in self.talks if talk.is_open and not talk.is_group]  # type: ignore[attr-defined]
        return sorted(one_to_one, key=lambda talk: talk.starts_at or self.now)

    @cached_property
    def coming(self) -> list[Conversation]:
        """Those of them that are booked and not over."""
        booked = (talk for talk in self.open_talks if talk.status == ConversationStatus.BOOKED)
        return [talk for talk in booked if not talk.is_over]

    @cached_property
    def held(self) -> list[Conversation]:
        """Conversations that took place."""
        return [talk for talk in self.talks if talk.status == ConversationStatus.HELD]

    @property
    def is_new(self) -> bool:
        """Whether nothing has begun yet."""
        return not (self.paths or self.contacts or self.talks or self.decisions)


def desk(person: "User") -> Desk:
    """Read everything Today needs, by what this person is in the program; in the solo edition there is one seeker."""
    now, held = timezone.now(), {RoleName.SEEKER} if settings.SOLO else person.role_names
    return Desk(
        now=now,
        seeks=RoleName.SEEKER in held,
        coordinates=RoleName.COORDINATOR in held,
        hosting=Hosting() if settings.SOLO else hosting(person),
        evenings=Evenings(now) if settings.SOLO else evenings(person, now),
        **(_journey(person) if RoleName.SEEKER in held else {}),
    )


def _journey(seeker: "User") -> dict[str, Any]:
    """What a seeker's own journey holds."""
    talks = (
        Conversation.objects.visible_to(seeker).select_related("contact").prefetch_related("offered_times")
    )
    counts = Finding.objects.visible_to(seeker).order_by().values_list("path").annotate(count=Count("pk"))
    return {
        "paths": list(Path.objects.visible_to(seeker).considered().named()),
        "contacts": list(
            Contact.objects.visible_to(seeker).prefetch_related(
                Prefetch("paths", Path.objects.order_by().only("pk"))
            )
        ),
        "requests": list(
            InterviewRequest.objects.visible_to(seeker).select_related("contact").prefetch_related("letters")
        ),
        "talks": list(
            talks.annotate(
                question_count=Count("questions"),
                has_findings=Exists(Finding.objects.filter(conversation=OuterRef("pk"))),
                has_notes=Exists(Note.objects.filter(conversation=OuterRef("pk"))),
                is_group=Exists(Seat.objects.filter(conversation=OuterRef("pk"))),
            )
        ),
        "thanks": list(ThankYou.objects.visible_to(seeker).due().select_related("conversation__contact")),
        "news": news_due(seeker),
        "findings": dict(counts),
        "decisions": Decision.objects.visible_to(seeker).count(),
        "lines": _lines(seeker),
    }


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
