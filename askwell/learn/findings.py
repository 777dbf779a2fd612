"""What makes two findings the same one. No Django."""

import hashlib


def fingerprint(words: str, *about: int | None) -> str:
    """The same for the same words about the same ids, however they are spaced; 64 hex digits."""
    ids = ",".join("" if pk is None else str(pk) for pk in about)
    return hashlib.sha256(f"{ids}|{' '.join(words.split())}".encode()).hexdigest()
