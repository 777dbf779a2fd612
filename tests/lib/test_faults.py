import errno
import logging
import sqlite3
import sys
from pathlib import Path

import psycopg
import pytest

from askwell.lib.faults import PlainLog, explain
from askwell.lib.post import CutOff


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        (sqlite3.OperationalError("database or disk is full"), "disk is full"),
        (OSError(errno.ENOSPC, "No space left on device"), "disk is full"),
        (sqlite3.OperationalError("disk I/O error"), "full or failing"),
        (OSError(errno.EIO, "Input/output error"), "full or failing"),
        (OSError(errno.EPERM, "Operation not permitted"), "may not write"),
        (sqlite3.OperationalError("database is locked"), "holding the data file"),
        (sqlite3.DatabaseError("database disk image is malformed"), "damaged"),
        (sqlite3.DatabaseError("file is not a database"), "damaged"),
        (sqlite3.OperationalError("unable to open database file"), "may not write"),
        (OSError(errno.EADDRINUSE, "Address already in use"), "port"),
        (psycopg.OperationalError("the connection is closed"), "went away in the middle"),
        (
            psycopg.OperationalError("consuming input failed: server closed the connection unexpectedly"),
            "went away in the middle",
        ),
        (psycopg.OperationalError("terminating connection due to administrator command"), "went away in"),
        (psycopg.OperationalError("connection failed: the database system is starting up"), "not answer"),
        (psycopg.errors.ConnectionTimeout("connection timeout expired"), "does not answer"),
        (RuntimeError("deadlock detected\nDETAIL: Process 1 waits"), "had to give way"),
    ],
)
def test_a_fault_of_the_machine_is_said_plainly(fault: Exception, word: str) -> None:
    said = explain(fault)

    assert said is not None
    assert word in said


def test_a_postgresql_that_does_not_run_is_said_plainly_by_socket_and_by_port(tmp_path: Path) -> None:
    for where in ({"host": str(tmp_path)}, {"host": "127.0.0.1", "port": 1}):
        with pytest.raises(psycopg.OperationalError) as caught:
            psycopg.connect(**where)

        assert "The database does not answer" in (explain(caught.value) or "")


def test_every_sentence_says_what_is_safe_or_untouched_and_what_to_do() -> None:
    from askwell.lib.faults import SENTENCES  # noqa: PLC0415 - the table itself is under test

    for _, sentence in SENTENCES:
        assert any(word in sentence for word in ("safe", "untouched", "nothing was changed"))


def test_a_fault_of_ours_is_not_explained_away() -> None:
    assert explain(KeyError("name")) is None


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (CutOff("It may have left, or not."), "It may have left, or not. OSError('reset')"),
        (KeyError("name"), "Traceback"),
    ],
)
def test_the_log_traces_faults_of_ours_alone(fault: Exception, words: str) -> None:
    try:
        raise fault from OSError("reset")
    except Exception:
        record = logging.LogRecord("askwell", logging.ERROR, "", 0, "A round failed.", (), sys.exc_info())

    said = PlainLog().format(record)

    assert words in said
    assert ("Traceback" in said) == (words == "Traceback")
