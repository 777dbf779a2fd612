"""What can happen to the people of a program."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from askwell.journal.events import Event

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.program.models import Invitation, Roster


@dataclass(frozen=True, kw_only=True)
class AboutInvitation(Event):
    """Something about one invitation; the journal keeps no address."""

    @classmethod
    def of(cls, invitation: "Invitation") -> "AboutInvitation":
        """About that invitation."""
        facts = {"roles": ", ".join(invitation.roles)}
        return cls(subject="invitation", subject_id=invitation.pk, facts=facts)  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True)
class PersonInvited(AboutInvitation):
    """Somebody may join."""

    says: ClassVar[str] = "You invited somebody"


@dataclass(frozen=True, kw_only=True)
class InvitationRevoked(AboutInvitation):
    """An invitation no longer lets anybody in."""

    says: ClassVar[str] = "You took an invitation back"


@dataclass(frozen=True, kw_only=True)
class InvitationTaken(AboutInvitation):
    """Somebody joined by an invitation."""

    says: ClassVar[str] = "You joined the program"


@dataclass(frozen=True, kw_only=True)
class RolesChanged(Event):
    """Somebody's roles are others now."""

    says: ClassVar[str] = "You changed somebody’s roles"

    @classmethod
    def of(cls, person: "User", roles: list[str]) -> "RolesChanged":
        """About that person, and what they are now."""
        return cls(subject="person", subject_id=person.pk, facts={"roles": ", ".join(roles)})


@dataclass(frozen=True, kw_only=True)
class AboutPerson(Event):
    """Something about one person of the program."""

    @classmethod
    def of(cls, person: "User") -> "AboutPerson":
        """About that person."""
        return cls(subject="person", subject_id=person.pk)


@dataclass(frozen=True, kw_only=True)
class AccountClosed(AboutPerson):
    """Somebody can't come in any more; what is theirs is kept."""

    says: ClassVar[str] = "You closed somebody’s account"


@dataclass(frozen=True, kw_only=True)
class AccountOpened(AboutPerson):
    """Somebody can come in again."""

    says: ClassVar[str] = "You opened somebody’s account again"


@dataclass(frozen=True, kw_only=True)
class AboutRoster(Event):
    """Something about a whole roster, in counts."""

    @classmethod
    def of(cls, roster: "Roster", **counts: int) -> "AboutRoster":
        """About that roster."""
        return cls(subject="roster", subject_id=roster.pk, facts=dict(counts))


@dataclass(frozen=True, kw_only=True)
class RosterTaken(AboutRoster):
    """A file of people was taken in."""

    says: ClassVar[str] = "You took a roster in"


@dataclass(frozen=True, kw_only=True)
class RosterUndone(AboutRoster):
    """What came of a roster went away again."""

    says: ClassVar[str] = "You undid a roster"
