"""`askwell work` as an operator runs it."""

import signal
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askwell.ask.letters import deliver
from askwell.desk import work
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
    with Sink(at_end=lambda: go_on.wait(120)) as sink:
        mail = begin(home, sink)
        subprocess.run(  # noqa: S603 - our own words
            [sys.executable, "-c", ONE_MORE],
            env=environment(home, DJANGO_SETTINGS_MODULE="askwell.settings"),
            check=True,
            timeout=180,
        )
        worker = subprocess.Popen([*ASKWELL, "work"], env=environment(home, **mail))  # noqa: S603 - our own command
        assert sink.arrived.wait(120)

        worker.send_signal(signal.SIGTERM)
        go_on.set()

        assert worker.wait(timeout=60) == 0
    assert letter(home)[0] == "sent"
    states = rows(home, "select status from django_tasks_database_dbtaskresult order by enqueued_at")
    assert states == [("SUCCESSFUL",), ("READY",)]


@pytest.mark.django_db
def test_once_a_day_and_at_the_start_everybody_clears_away(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[datetime] = []
    monkeypatch.setattr(work, "CLEARED", [lambda: done.append(timezone.now())])
    rounds, start = work.Rounds(), timezone.now()
    for hours in (0, 1, 23, 25, 26, 50):
        with time_machine.travel(start + timedelta(hours=hours), tick=False):
            rounds.once_a_day()

    assert [round((at - start).total_seconds() / 3600) for at in done] == [0, 25, 50]


@pytest.mark.django_db
def test_work_that_is_done_goes_after_a_week_and_what_was_set_aside_stays() -> None:
    for status in ("SUCCESSFUL", "FAILED"):
        task = deliver.enqueue(0)
        DBTaskResult.objects.filter(pk=task.id).update(status=status, finished_at=timezone.now())
    with time_machine.travel(timezone.now() + timedelta(days=6), tick=False):
        work.clear_away()
        assert DBTaskResult.objects.count() == 2
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        work.clear_away()

    assert DBTaskResult.objects.get().status == "FAILED"
