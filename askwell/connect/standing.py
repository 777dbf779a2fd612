"""How things stand with one person, and the one thing to do next. No Django."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Group(StrEnum):
    """What a person on the list is waiting for."""

    WAITING = "Waiting on you"
    BOOKED = "Booked"
    ASKED = "Asked"
    KEEPING = "Keeping in touch"


class Act(StrEnum):
    """The one thing to do next with a person."""

    ASK = "ask"
    FINISH = "finish"
    LOOK = "look"
    WAIT = "wait"
    FOLLOW_UP = "follow_up"
    AGREE = "agree"
    PREPARE = "prepare"
    NOTE = "note"
    THANK = "thank"
    TELL = "tell"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class SoFar:
    """What happened with one person, in plain values; the latest request and conversation count.

    `silence` is what to do about an unanswered request: "wait", "try_another", "follow_up", "rest" or nothing.
    """

    now: datetime
    request: str = ""
    letter: str = ""
    asked_at: datetime | None = None
    silence: str = ""
    conversation: str = ""
    starts_at: datetime | None = None
    talked_at: datetime | None = None
    thanks_due: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person belongs on the list: the group, a few words with their icon, how the map draws them."""

    group: Group
    act: Act
    words: str
    icon: str
    look: str = ""
    at: datetime | None = None
    with_time: bool = False


def standing(so_far: SoFar) -> Standing:
    """Read what happened; what waits on the seeker comes first."""
    return _by_conversation(so_far) or _by_request(so_far) or _known(so_far)


def _by_conversation(so_far: SoFar) -> Standing | None:
    look = "talked" if so_far.talked_at else ""
    match so_far.conversation:
        case "agreed":
            return Standing(Group.WAITING, Act.AGREE, "Agree on a time", "clock", look)
        case "booked" if so_far.starts_at and so_far.starts_at < so_far.now:
            return Standing(Group.WAITING, Act.NOTE, "Talk or note", "pen", look)
        case "booked":
            return Standing(Group.BOOKED, Act.PREPARE, "", "video", look, so_far.starts_at, with_time=True)
        case "missed":
            return Standing(Group.WAITING, Act.AGREE, "Find another time", "clock", look)
        case "held" if so_far.thanks_due:
            return Standing(Group.WAITING, Act.THANK, "Say thank you", "mail", "talked")
    return None


def _by_request(so_far: SoFar) -> Standing | None:
    look = "talked" if so_far.talked_at else ""
    if so_far.letter in {"failed", "unsure"}:
        return Standing(Group.WAITING, Act.LOOK, "Look at your letter", "tip", look)
    if so_far.letter in {"queued", "sending"}:
        return Standing(Group.ASKED, Act.LOOK, "On its way", "send", look)
    match so_far.request:
        case "draft":
            return Standing(Group.WAITING, Act.FINISH, "Finish the draft", "pen", look or "idle")
        case "sent" if so_far.silence == "follow_up":
            return Standing(Group.WAITING, Act.FOLLOW_UP, "Follow up", "clock", look)
        case "sent" if so_far.silence == "rest":
            return Standing(Group.WAITING, Act.WAIT, "Let it rest", "clock", look)
        case "sent":
            return Standing(Group.ASKED, Act.WAIT, "Asked", "mail", look, so_far.asked_at)
    return None


def _known(so_far: SoFar) -> Standing:
    if so_far.talked_at:
        return Standing(Group.KEEPING, Act.TELL, "Talked", "check", "talked", so_far.talked_at)
    if so_far.request == "declined":
        return Standing(Group.KEEPING, Act.REST, "Said no", "clock", "idle")
    if so_far.request == "rested":
        return Standing(Group.KEEPING, Act.REST, "Resting", "clock", "idle")
    return Standing(Group.WAITING, Act.ASK, "Not asked yet", "pen", "idle")
