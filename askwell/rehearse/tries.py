"""Earlier tries in one plain sentence."""

from collections.abc import Sequence


def sentence(sures: Sequence[int | None]) -> str:
    """ "3 tries; you went from 2 to 4": `sures` are ratings 1 to 5, oldest first, None where none was given."""
    if not sures:
        return ""
    count = f"{len(sures)} {'try' if len(sures) == 1 else 'tries'}"
    rated = [sure for sure in sures if sure is not None]
    if len(rated) < 2:
        return f"{count}."
    if rated[0] == rated[-1]:
        return f"{count}; you felt {rated[0]} of 5 in the first and in the last."
    return f"{count}; you went from {rated[0]} to {rated[-1]}."
