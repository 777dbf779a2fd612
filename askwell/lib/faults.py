"""Faults of the machine in one plain sentence: what happened, what is safe, what to do. No Django."""

import errno

SENTENCES = (
    (
        ("disk is full", "no space left"),
        "The disk is full, so this was not saved; everything saved before is safe. "
        "Free some space, then try again.",
    ),
    (
        ("database is locked", "database table is locked"),
        "Another program is holding the data file, so this was not saved; everything saved before is safe. "
        "Close the other program or wait a moment, then try again.",
    ),
    (
        ("disk image is malformed", "file is not a database", "file is encrypted"),
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
        ("connection refused", "could not connect", "connection failed", "server closed the connection"),
        "The database does not answer, so nothing was changed; everything saved before is safe. "
        "Start the database, then try again.",
    ),
    (
        ("deadlock detected", "could not serialize access"),
        "Two things were saved at the same moment, and this one had to give way; everything saved before is safe. "
        "Go back and do it once more.",
    ),
)
BY_NUMBER = {errno.ENOSPC: 0, errno.EDQUOT: 0, errno.EACCES: 3, errno.EROFS: 3, errno.EADDRINUSE: 4}


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
