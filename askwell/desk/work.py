"""Runs the tasks that wait in our own database, and what the clock starts."""

import logging
import os
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from socket import gethostname
from typing import Any

from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from askwell.accounts import jobs as accounts_jobs
from askwell.ask import jobs as ask_jobs
from askwell.desk.giving_back import Row, give_back
from askwell.gather import jobs as gather_jobs
from askwell.lib.faults import explain
from askwell.meet import jobs as meet_jobs
from askwell.meet.availability import jobs as availability_jobs
from askwell.program import jobs as program_jobs

PAUSE = 1.0
DAY = timedelta(days=1)
KEPT = timedelta(days=7)
DUE = (ask_jobs.run_due, meet_jobs.run_due, availability_jobs.run_due, gather_jobs.run_due)
log = logging.getLogger(__name__)


class Rounds(Worker):
    """Round after round of background work, until told to stop; the task in hand is finished first."""

    def __init__(self) -> None:
        super().__init__(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=f"{gethostname()[:40]}-{os.getpid()}",
            excluded_queue_names=[],
        )
        self.stopping = threading.Event()
        self.trouble = ""
        self.cleared_at: datetime | None = None

    def stop(self, *_: object) -> None:
        """No new task is begun from now on."""
        self.stopping.set()
        self.running = False

    def go_on(self) -> None:
        """A round a second; one that fails ends nothing, the next one tries again."""
        while not self.stopping.is_set():
            try:
                self.once()
            except Exception as fault:
                self._say_once(fault, "A round of background work failed; the next one tries again.")
            else:
                self._say_that_it_goes_on()
            self.stopping.wait(PAUSE)

    def once(self) -> None:
        """Give back what may be tried again, do what is due, run what is ready; what fails keeps nothing else back."""
        close_old_connections()
        failed: Exception | None = None
        for step in (give_back, *DUE, self.run, self.once_a_day):
            try:
                step()
            except (OperationalError, InterfaceError):
                raise  # without the database, nothing that follows can be done either
            except Exception as fault:
                failed = failed or fault
        close_old_connections()
        if failed:
            raise failed

    def run_task(self, db_task_result: Row) -> None:
        """Run one task, and write down what came of it, however long the database is away meanwhile."""
        done, failed = db_task_result.set_successful, db_task_result.set_failed
        db_task_result.set_successful = partial(self._write_down, done)
        db_task_result.set_failed = partial(self._write_down, failed)
        super().run_task(db_task_result)

    def once_a_day(self) -> None:
        """Clear away; also in the first round, so that a machine that is off at night forgets too."""
        now = timezone.now()
        if self.cleared_at and now < self.cleared_at + DAY:
            return
        for clear_away in CLEARED:
            clear_away()
        self.cleared_at = now

    def _write_down(self, write: Callable[[Any], None], outcome: Any) -> None:
        """A letter that left and is not known to have left would leave again: so this waits, unless told to stop."""
        while True:
            # The connection is looked at anew: the database may have been away while the task ran.
            connection.health_check_done = False  # type: ignore[attr-defined]
            try:
                return write(outcome)
            except (OperationalError, InterfaceError) as fault:
                self._say_once(fault, "What came of a task is written down as soon as that is possible.")
                if self.stopping.wait(PAUSE):
                    raise

    def _say_once(self, fault: Exception, words: str) -> None:
        """A fault that lasts is a line in the log, not a line a second."""
        trouble = explain(fault) or repr(fault)
        if trouble != self.trouble:
            log.error(words, exc_info=fault)
        self.trouble = trouble

    def _say_that_it_goes_on(self) -> None:
        if self.trouble:
            log.warning("Background work goes on.")
        self.trouble = ""


def clear_away() -> None:
    """What was done a week ago tells nobody anything any more; what was set aside stays."""
    DBTaskResult.objects.successful().filter(finished_at__lt=timezone.now() - KEPT).delete()


CLEARED = (
    clear_away,
    accounts_jobs.clear_away,
    program_jobs.clear_away,
    ask_jobs.clear_away,
    gather_jobs.clear_away,
)


def work_beside_the_server() -> None:
    """Solo edition: a thread of the web process works."""
    threading.Thread(target=Rounds().go_on, name="work", daemon=True).start()


def leave_with(parent: int) -> None:
    """This process ends when the one that started it is gone, however that came about."""
    threading.Thread(target=_leave_with, args=[parent], name="leave", daemon=True).start()


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.25)
    os._exit(0)
