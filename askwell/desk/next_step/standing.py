"""Where somebody stands, and one thing to do. No Django."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that may wait on somebody: what its page is known by, with whom or what it is called, when, words to
    show; `prepared` is the conversation in which a gathering was prepared for.
    """

    pk: int | str
    who: str
    when: str = ""
    quote: str = ""
    prepared: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """Where somebody stands; what is not the case is None, 0 or empty."""

    seeks: bool = True
    hosts: bool = False
    coordinates: bool = False
    paths: int = 0
    one_path: str = ""
    talk_now: Matter | None = None
    hosted_now: Matter | None = None
    gathering_now: Matter | None = None
    seat_offered: Matter | None = None
    request_to_answer: Matter | None = None
    times_to_choose: Matter | None = None
    hosted_to_choose: Matter | None = None
    thanks_due: Matter | None = None
    talk_today: Matter | None = None
    hosted_today: Matter | None = None
    gathering_today: Matter | None = None
    guests_today: Matter | None = None
    notes_to_keep: Matter | None = None
    hosted_to_name: Matter | None = None
    time_to_agree: Matter | None = None
    missed_talk: Matter | None = None
    past_talk: Matter | None = None
    gathering_over: Matter | None = None
    guests_to_note: Matter | None = None
    follow_up: Matter | None = None
    brief: Matter | None = None
    stuck: Matter | None = None
    draft: Matter | None = None
    no_hours: bool = False
    person_to_ask: Matter | None = None
    lonely_path: str = ""
    talk_ahead: Matter | None = None
    gathering_ahead: Matter | None = None
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
    pk: int | str | None = None
    minutes: str = ""
    quote: str = ""
    said: bool = False
