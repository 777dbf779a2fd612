"""Letters and requests as the pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.urls import reverse
from django.utils import timezone

from askwell.ask import drafts, links, marks, policies
from askwell.ask.check import Report
from askwell.ask.facts import facts_of
from askwell.ask.followups import Step
from askwell.ask.mends import Mend, mends
from askwell.ask.models import AnswerLink, Channel, InterviewRequest, Letter, LetterKind
from askwell.connect.models import Contact
from askwell.connect.names import counted
from askwell.lib.verdicts import Verdict

if TYPE_CHECKING:
    from askwell.accounts.models import User

WHOLE_LETTER = "too-long"
"""The rule that speaks of the letter as a whole: it is listed, but no stretch is to blame."""


@dataclass(frozen=True)
class Sheet:
    """A letter on the desk: its words, kept or only suggested, and everything the page says about them."""

    seeker: "User"
    contact: Contact
    kind: LetterKind
    subject: str
    body: str
    facts: drafts.RequestFacts = field(repr=False)
    asked: InterviewRequest | None = None
    letter: Letter | None = None

    def with_words(self, subject: str, body: str) -> "Sheet":
        """The same with what was typed."""
        return replace(self, subject=subject, body=body)

    @property
    def here(self) -> str:
        """The page's own address."""
        if self.kind == LetterKind.FOLLOW_UP and self.asked:
            return reverse("ask:follow_up", args=[self.asked.pk])
        return reverse("ask:write", args=[self.contact.pk])

    @property
    def is_follow_up(self) -> bool:
        """Whether this is the one follow-up."""
        return self.kind == LetterKind.FOLLOW_UP

    @property
    def version(self) -> int:
        """The version of the words that the writer saw."""
        return self.letter.version if self.letter else 0

    @property
    def earlier(self) -> list[tuple[int, dict[str, str]]]:
        """Earlier wordings with their numbers, the latest first."""
        return list(enumerate(self.letter.earlier))[::-1] if self.letter else []

    @property
    def unsigned(self) -> bool:
        """Whether the seeker's name or line is still unknown."""
        return not (self.seeker.name and self.seeker.about)

    @cached_property
    def report(self) -> Report:
        """What the checker says."""
        return policies.reading(self.subject, self.body)

    @cached_property
    def mends(self) -> list[Mend]:
        """The places to mend, numbered."""
        return mends(self.report, self.body, self.facts)

    @property
    def stops(self) -> list[Mend]:
        """Those that keep the letter from leaving."""
        return [mend for mend in self.mends if mend.stops]

    @property
    def stop_numbers(self) -> str:
        """ "1 and 4": the numbers of the stops."""
        numbers = [str(mend.number) for mend in self.stops]
        return " and ".join([*([", ".join(numbers[:-1])] if numbers[1:] else []), *numbers[-1:]])

    @property
    def mends_counted(self) -> str:
        """ "Four places to mend"."""
        counted_places = counted(len(self.mends), "place", "places")
        return f"{counted_places[0].upper()}{counted_places[1:]} to mend"

    @property
    def mends_meaning(self) -> str:
        """What the places mean for the letter."""
        stops, tips = len(self.stops), len(self.mends) - len(self.stops)
        if not tips:
            return f"The letter can leave once {'it is' if stops == 1 else 'they are'} mended."
        if not stops:
            return f"You can send it as it is; mending {'this' if tips == 1 else 'these'} makes a yes easier."
        return f"Mend {self.stop_numbers} before it can leave. Mending the rest makes a yes easier."

    @property
    def pieces(self) -> list[marks.Piece]:
        """The text cut at its trouble spots."""
        spots = [
            marks.Spot(mend.number, mend.problem.start, mend.problem.end, mend.stops)
            for mend in self.mends
            if not mend.in_subject and mend.problem.rule != WHOLE_LETTER
        ]
        return marks.pieces(self.body, spots)


def request_sheet(seeker: "User", contact: Contact) -> Sheet:
    """The open draft to this person, else one filled from what is known; nothing is kept by looking."""
    asked = contact.requests.filter(status="draft").first()
    letter = Letter.objects.filter(request=asked, kind=LetterKind.REQUEST).first() if asked else None
    facts = facts_of(seeker, contact)
    draft = drafts.draft_request(facts)
    subject, body = (letter.subject, letter.body) if letter else (draft.subject, draft.body)
    return Sheet(seeker, contact, LetterKind.REQUEST, subject, body, facts, asked, letter)


def follow_up_sheet(seeker: "User", asked: InterviewRequest) -> Sheet:
    """The draft of the follow-up, else one to begin with."""
    letter = Letter.objects.filter(request=asked, kind=LetterKind.FOLLOW_UP).first()
    facts = facts_of(seeker, asked.contact, minutes=asked.minutes)
    first = Letter.objects.filter(request=asked, kind=LetterKind.REQUEST).first()
    sent_on = timezone.localtime(asked.sent_at).date()
    draft = drafts.draft_follow_up(facts, sent_on, after=first.body if first else "")
    start = f"Re: {first.subject}" if first and first.subject else draft.subject
    subject, body = (letter.subject, letter.body) if letter else (start, draft.body)
    return Sheet(seeker, asked.contact, LetterKind.FOLLOW_UP, subject, body, facts, asked, letter)


@dataclass(frozen=True)
class Ways:
    """A letter with the ways it can leave, each allowed or refused with the reason."""

    letter: Letter
    by_program: Verdict
    by_mail_link: Verdict
    by_copy: Verdict
    words: str

    @property
    def back(self) -> str:
        """The address where the letter is written, or of what it belongs to once it left."""
        letter = self.letter
        desks = {
            LetterKind.REQUEST: ("ask:write", letter.contact_id),
            LetterKind.FOLLOW_UP: ("ask:follow_up", letter.request_id),
            LetterKind.UPDATE: ("keep:news", letter.contact_id),
        }
        if letter.is_draft and letter.kind in desks:
            name, pk = desks[LetterKind(letter.kind)]
            return reverse(name, args=[pk])
        return _thanks_or_person(letter)

    @property
    def onward(self) -> str:
        """The address of what comes next once it left."""
        return onward(self.letter)

    @property
    def mailto(self) -> str:
        """The link that opens the letter in the seeker's own mail program (RFC 6068)."""
        address = quote(self.letter.contact.email, safe="@")
        body = quote("\r\n".join(self.words.split("\n")), safe="")
        return f"mailto:{address}?subject={quote(self.letter.subject, safe='')}&body={body}"


def onward(letter: Letter) -> str:
    """The address of what a letter belongs to: its request, its thank-you, or its person."""
    if letter.request_id:
        return reverse("ask:request", args=[letter.request_id])
    return _thanks_or_person(letter)


def _thanks_or_person(letter: Letter) -> str:
    thanks = getattr(letter, "thankyou", None)
    if thanks:
        return reverse("keep:thanks", args=[thanks.conversation_id])
    return reverse("connect:person", args=[letter.contact_id])


def ways(user: "User", letter: Letter) -> Ways:
    """How this letter can leave."""
    program, link, copy = (
        policies.may_send(user, letter, c) for c in (Channel.SMTP, Channel.MAILTO, Channel.COPY)
    )
    return Ways(letter, program, link, copy, links.words_of(letter))


@dataclass(frozen=True)
class Waiting:
    """A request that was sent: its letters, what to do about a silence, and whom else to ask."""

    asked: InterviewRequest
    letters: Sequence[Letter]
    step: Step | None
    others: Sequence[Contact]
    may_follow_up: Verdict
    answer_link: AnswerLink | None

    @property
    def begun_follow_up(self) -> Letter | None:
        """A follow-up that was begun and did not leave yet."""
        found = self.asked.letter_of(LetterKind.FOLLOW_UP)
        return found if found and found.status != "sent" else None


def waiting(user: "User", asked: InterviewRequest) -> Waiting:
    """How a request stands."""
    others = not_asked(user)
    return Waiting(
        asked,
        [letter for letter in asked.letters.all() if letter.status != "draft"],
        asked.step(others_waiting=bool(others)),
        others,
        policies.may_follow_up(user, asked),
        AnswerLink.objects.valid().filter(request=asked).first(),
    )


def not_asked(user: "User") -> list[Contact]:
    """People on the list whom the seeker neither asked nor talked to, the latest first."""
    fresh = Contact.objects.visible_to(user).filter(requests=None, conversations=None)
    return list(fresh.order_by("-added_at", "-pk")[:3])
