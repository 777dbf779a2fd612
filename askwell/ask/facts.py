"""What is known for a letter, gathered from the seeker and the contact."""

from typing import TYPE_CHECKING, cast

from askwell.ask import phrases
from askwell.ask.drafts import RequestFacts
from askwell.ask.openings import ConnectionKind
from askwell.lib.titles import spoken

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.connect.models import Contact

MOST_PATHS = 3


def facts_of(seeker: "User", contact: "Contact", *, minutes: int = 20) -> RequestFacts:
    """Everything a draft can use; what is not known stays empty."""
    first, last = _names(contact)
    source = contact.suggested_by
    return RequestFacts(
        seeker_name=seeker.name,
        seeker_line=seeker.about,
        host_first_name=first,
        host_last_name=last,
        role=phrases.as_spoken(contact.role),
        organization=contact.organization,
        connection=cast(ConnectionKind, contact.bond),
        connection_note=contact.known_how,
        referrer=source.name if source else "",
        paths=_paths(seeker, contact),
        minutes=minutes,
    )


def _names(contact: "Contact") -> tuple[str, str]:
    """First and last name as a greeting has them; only the first for those who are close."""
    called = contact.called
    if called != contact.name.split()[0]:
        title, _, last = called.rpartition(" ")
        return title, last
    last = contact.name.split()[-1] if len(contact.name.split()) > 1 and contact.bond != "close" else ""
    return called, last


def _paths(seeker: "User", contact: "Contact") -> tuple[str, ...]:
    """The paths they could speak to, else those the seeker weighs."""
    theirs = contact.paths.considered().named()
    paths = theirs or seeker.paths.considered().named()
    return tuple(spoken(path.occupation.title) for path in paths[:MOST_PATHS])
