"""`askwell work` as an operator runs it."""

import signal
import subprocess
import sys
import threading
from pathlib import Path

from tests.ask.sink import Sink
from tests.ask.test_kill import begin, letter, rows
from tests.serving import ASKWELL, environment

ONE_MORE = """
import django
django.setup()
from askwell.ask.letters import deliver
deliver.enqueue(0)
"""


def test_a_worker_told_to_stop_finishes_the_task_in_hand_and_begins_no_other(tmp_path: Path) -> None:
    home, go_on = tmp_path / "home", threading.Event()
    with Sink(at_end=lambda: go_on.wait(20)) as sink:
        mail = begin(home, sink)
        subprocess.run(  # noqa: S603 - our own words
            [sys.executable, "-c", ONE_MORE],
            env=environment(home, DJANGO_SETTINGS_MODULE="askwell.settings"),
            check=True,
            timeout=60,
        )
        worker = subprocess.Popen([*ASKWELL, "work"], env=environment(home, **mail))  # noqa: S603 - our own command
        assert sink.arrived.wait(30)

        worker.send_signal(signal.SIGTERM)
        go_on.set()

        assert worker.wait(timeout=20) == 0
    assert letter(home)[0] == "sent"
    states = rows(home, "select status from django_tasks_database_dbtaskresult order by enqueued_at")
    assert states == [("SUCCESSFUL",), ("READY",)]
