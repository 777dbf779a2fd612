"""The first sentence of the talk, from what is known."""

from collections.abc import Sequence


def opening(*, host: str, referrer: str, minutes: int, topics: Sequence[str]) -> str:
    """Thanks, who suggested it, what one weighs, and no job: two or three sentences to say or to read off.

    `topics` are careers as one says them in a sentence ("registered nurses"); all may be empty.
    """
    hello = f"Hello, {host}. Thank you for making time." if host else "Hello. Thank you for making time."
    came = f" {referrer} suggested that I talk to you." if referrer else ""
    return f"{hello}{came} {_weighing(topics)} I will keep us to {minutes} minutes."


def _weighing(topics: Sequence[str]) -> str:
    named = list(topics[:2])
    if not named:
        return "I am not here about a job: I would like to hear how your work looks from where you stand."
    what = " against that of ".join(named)
    return (
        f"I am weighing the work of {what}, and I am not here about a job: "
        "I would like to hear how it looks from where you stand."
    )
