"""Where the seeker stands, and one thing to do. No Django."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that may wait on the seeker: with whom, its id for the link, when, and words to show."""

    pk: int
    who: str
    when: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Where the seeker stands; what is not the case is None, 0 or empty."""

    paths: int = 0
    one_path: str = ""
    talk_now: Matter | None = None
    thanks_due: Matter | None = None
    talk_today: Matter | None = None
    notes_to_keep: Matter | None = None
    time_to_agree: Matter | None = None
    missed_talk: Matter | None = None
    past_talk: Matter | None = None
    follow_up: Matter | None = None
    brief: Matter | None = None
    stuck: Matter | None = None
    draft: Matter | None = None
    person_to_ask: Matter | None = None
    lonely_path: str = ""
    talk_ahead: Matter | None = None
    waiting: int = 0
    findings: int = 0
    decisions: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One small thing to do: its title, why now, and the button that does it."""

    title: str
    why: str
    button: str
    url_name: str
    pk: int | None = None
    minutes: str = ""
    quote: str = ""
    said: bool = False
