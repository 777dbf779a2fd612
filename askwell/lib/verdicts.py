"""The answer to "may this person do that?", with the reason when it is no. No Django."""

from dataclasses import dataclass


class Refused(Exception):
    """A rule said no; the message is the reason, in words for the person who asked."""

    @property
    def reason(self) -> str:
        """Why, in one plain sentence."""
        return str(self)


@dataclass(frozen=True)
class Verdict:
    """Yes, or no with a reason; falsy when refused."""

    reason: str = ""

    def __bool__(self) -> bool:
        return not self.reason

    def enforce(self) -> None:
        """Do nothing on a yes; raise `Refused` with the reason on a no."""
        if self.reason:
            raise Refused(self.reason)


ALLOWED = Verdict()


def refused(reason: str) -> Verdict:
    """A no, and why."""
    return Verdict(reason)


def allow_if(condition: object, *, otherwise: str) -> Verdict:
    """Yes when the condition holds, else a no for the reason given."""
    return ALLOWED if condition else Verdict(otherwise)
