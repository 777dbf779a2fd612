"""Faults of the machine in one plain sentence: what happened, what is safe, what to do. No Django."""

import errno
import logging
from types import TracebackType

SENTENCES = (
    (
        ("disk is full", "no space left"),
        "The disk is full, so this was not saved; everything saved before is safe. "
        "Free some space, then try again.",
    ),
    (
        ("disk i/o error",),
        "The disk could not be written or read, so this was not saved; everything saved before is safe. "
        "It may be full or failing: free some space, then try again.",
    ),
    (
        ("database is locked", "database table is locked"),
        "Another program is holding the data file, so this was not saved; everything saved before is safe. "
        "Close the other program or wait a moment, then try again.",
    ),
    (
        ("disk image is malformed", "file is not a database", "file is encrypted", "no such table"),
        "The data file is damaged and was left untouched. "
        "Put a backup in its place with “askwell restore FILE”, or move the file away to start fresh.",
    ),
    (
        ("unable to open database file", "readonly database", "permission denied", "read-only file system"),
        "Askwell may not write to its data folder, so nothing was changed. "
        "Give yourself the right to write there, or choose another folder with ASKWELL_HOME.",
    ),
    (
        ("address already in use",),
        "Another program uses this port, so the server did not start; your data is safe. "
        "Stop the other program or choose another port, such as PORT=8011.",
    ),
    (
        (
            "connection refused",
            "could not connect",
            "connection failed",
            "connection timeout expired",
            "is the server running",
            "failed to resolve host",
            "invalid connection option",
        ),
        "The database does not answer, so nothing was changed; everything saved before is safe. "
        "Try again in a minute. If it lasts, see that the database runs and that DATABASE_URL is right.",
    ),
    (
        (
            "server closed the connection",
            "the connection is closed",
            "the connection is lost",
            "terminating connection",
            "could not receive data from server",
            "could not send data to server",
        ),
        "The database went away in the middle of this; everything saved before is safe. "
        "Were you saving something? Look in a minute whether it is there, and do it once more if not.",
    ),
    (
        ("deadlock detected", "could not serialize access"),
        "Two things were saved at the same moment, and this one had to give way; everything saved before is safe. "
        "Go back and do it once more.",
    ),
)
BY_NUMBER = {
    errno.ENOSPC: 0,
    errno.EDQUOT: 0,
    errno.EIO: 1,
    errno.EACCES: 4,
    errno.EPERM: 4,
    errno.EROFS: 4,
    errno.EADDRINUSE: 5,
}


class FromOutside(Exception):
    """A fault that lies with somebody else's server: its words and its cause say all there is to say."""


def explain(fault: BaseException) -> str | None:
    """What to tell the person about this fault; None when it is not one of the machine's."""
    number = getattr(fault, "errno", None)
    if number in BY_NUMBER:
        return SENTENCES[BY_NUMBER[number]][1]
    said = str(fault).lower()
    for marks, sentence in SENTENCES:
        if any(mark in said for mark in marks):
            return sentence
    return None


class PlainLog(logging.Formatter):
    """A log in which a fault from outside is one line; only a fault of the program shows where it arose."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        if isinstance(ei[1], FromOutside):
            return f"{ei[1]} {ei[1].__cause__!r}"
        return (ei[1] and explain(ei[1])) or super().formatException(ei)
