"""The card for a blank mind. No Django."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Freeze:
    """What to do when the words are gone: a title and steps, each small enough to do at once."""

    title: str
    steps: tuple[str, ...]


FREEZE = Freeze(
    "If your mind goes blank",
    (
        "Breathe out slowly. The silence is shorter for them than it is for you.",
        "Say: “Let me look at my notes for a second.”",
        "Read the next question from the page, word for word.",
        "Lost the thread? Say: “Could you tell me a little more about that?”",
        "You may stop at any time: “Thank you, this has already helped me.”",
    ),
)
