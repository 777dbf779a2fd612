"""People as the pages show them."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from django.utils import timezone

from askwell.connect import people_map
from askwell.connect.models import Contact
from askwell.connect.names import counted, same
from askwell.connect.standing import Act, Group, SoFar, Standing, standing
from askwell.journal.models import Entry

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.connect.models import ContactQuerySet

QUIET = ("ContactEdited", "LetterReworded")
"""Events that change words, not how things stand."""


@dataclass(frozen=True)
class Known:
    """One person with how things stand."""

    contact: Contact
    standing: Standing
    through: list[Contact]
    led_to_whom: list[Contact]
    target: int

    @property
    def so_far(self) -> str:
        """How things stand, in a few words with the day."""
        return f"{self.standing.words} {_short(self.standing)}".strip()

    @property
    def line(self) -> str:
        """Role and organization on one line."""
        return ", ".join(filter(None, [self.contact.role, self.contact.organization]))

    @property
    def bond(self) -> str:
        """Through whom, or how the seeker knows of them."""
        if self.through:
            return "through " + " and ".join(source.name for source in self.through)
        return self.contact.known_how or self.contact.get_bond_display().lower()

    @property
    def led(self) -> str:
        """ "led to two others", or nothing."""
        count = len(self.led_to_whom)
        return f"led to {counted(count, 'other', 'others')}" if count else ""


@dataclass(frozen=True)
class People:
    """The list in its groups, the map, and one sentence on both."""

    groups: list[tuple[Group, list[Known]]]
    everyone: list[Known]
    drawing: people_map.Drawing
    sentence: str


def people(seeker: "User") -> People:
    """Everyone on the list; the same number of queries however many they are."""
    now = timezone.now()
    everyone = [_known(contact, now) for contact in _with_journey(Contact.objects.visible_to(seeker))]
    groups = [(group, [k for k in everyone if k.standing.group == group]) for group in Group]
    return People(
        [(group, known) for group, known in groups if known],
        everyone,
        people_map.draw(_placed(known) for known in sorted(everyone, key=lambda k: k.contact.added_at)),
        _sentence(everyone),
    )


def one(contact: Contact) -> Known:
    """One person with how things stand."""
    return _known(_with_journey(Contact.objects.filter(pk=contact.pk)).get(), timezone.now())


def what_happened(known: Known) -> list[tuple[str, datetime]]:
    """The timeline with one person, the latest first; changes to their entry aside."""
    names = {source.pk: source.name for source in known.through}
    entries = Entry.objects.about_contact(known.contact.pk).exclude(verb__in=QUIET)
    return [(_told(entry, names), entry.at) for entry in entries.order_by("-at", "-pk")[:60]]


def _told(entry: Entry, names: dict[int, str]) -> str:
    source = names.get(entry.facts.get("source", 0))
    return f"{source} suggested them" if source and entry.verb == "ReferralNoted" else entry.says


def could_tell(contact: Contact) -> list[tuple[Any, list[Any]]]:
    """The paths a person could speak to, each with questions the seeker has planned and not yet placed."""
    paths = contact.paths.considered().named().prefetch_related("question_set")
    return [(path, [q for q in path.question_set.all() if q.conversation_id is None][:3]) for path in paths]


def alike(seeker: "User", *, name: str, email: str, but: Any = None) -> list[Contact]:
    """People on the list with the same name or address, whatever their case and spaces."""
    others = Contact.objects.visible_to(seeker).exclude(uid=but)
    return [
        other
        for other in others
        if same(other.name) == same(name) or (email and same(other.email) == same(email))
    ]


def what_goes(contact: Contact) -> list[str]:
    """What is removed together with a person, counted in words; conversations take their notes along."""
    counts = [
        counted(contact.letters.count(), "letter", "letters"),
        counted(
            contact.conversations.count(), "conversation with its notes", "conversations with their notes"
        ),
        counted(contact.findings.count(), "finding", "findings"),
    ]
    return [words for words in counts if not words.startswith("no ")]


def _with_journey(contacts: "ContactQuerySet") -> "ContactQuerySet":
    return contacts.prefetch_related(
        "requests__letters", "conversations__thank_you", "referrals_received__source", "referrals_made__named"
    )


def _known(contact: Contact, now: datetime) -> Known:
    asked = max(contact.requests.all(), key=_key, default=None)
    talk = max(contact.conversations.all(), key=_key, default=None)
    letters = sorted(asked.letters.all(), key=_key) if asked else []
    stands = standing(
        SoFar(
            now=now,
            request=asked.status if asked else "",
            letter=letters[-1].status if letters else "",
            asked_at=asked.sent_at if asked else None,
            silence=step.kind if asked and (step := asked.step()) else "",
            conversation=talk.status if talk else "",
            starts_at=talk.starts_at if talk else None,
            talked_at=_talked_at(contact),
            thanks_due=bool((thanks := getattr(talk, "thank_you", None)) and thanks.done_at is None),
        )
    )
    targets = {
        Act.WAIT: asked,
        Act.FOLLOW_UP: asked,
        Act.REST: asked,
        Act.LOOK: letters[-1] if letters else None,
    }
    target = targets.get(stands.act, talk) or contact
    received = sorted(contact.referrals_received.all(), key=_key)
    made = sorted(contact.referrals_made.all(), key=_key)
    return Known(contact, stands, [r.source for r in received], [r.named for r in made], target.pk)


def _key(row: Model) -> int:
    return int(row.pk)


def _talked_at(contact: Contact) -> datetime | None:
    held = (talk for talk in contact.conversations.all() if talk.status == "held")
    return max((talk.ended_at or talk.starts_at or talk.made_at for talk in held), default=None)


def _placed(known: Known) -> people_map.Person:
    stands = replace(known.standing, with_time=False)
    so_far = f"{stands.words[:1].lower()}{stands.words[1:]} {_short(stands)}".strip()
    return people_map.Person(
        known.contact.pk, known.contact.name, so_far, known.standing.look, [s.pk for s in known.through]
    )


def _sentence(everyone: list[Known]) -> str:
    talked = sum(known.standing.look == "talked" for known in everyone)
    led = sum(bool(known.through) for known in everyone)
    said = f"{counted(len(everyone), 'person', 'people')}, {counted(talked, 'conversation', 'conversations')} so far."
    more = " Most came by way of someone else." if led * 2 > len(everyone) else ""
    return said[0].upper() + said[1:] + more


def _short(stands: Standing) -> str:
    """ "Oct 2", or "Tue, Oct 20, 5:30 PM" in the reader's zone."""
    if stands.at is None:
        return ""
    local = timezone.localtime(stands.at)
    day = f"{local:%b} {local.day}"
    return f"{local:%a}, {day}, {local.hour % 12 or 12}:{local:%M %p}" if stands.with_time else day
