"""Runs the tasks that wait in our own database, and what the clock starts."""

import logging
import os
import threading
import time
from datetime import timedelta
from socket import gethostname

from django.db import close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from askwell.ask import jobs as ask_jobs
from askwell.desk.giving_back import give_back
from askwell.gather import jobs as gather_jobs
from askwell.meet import jobs as meet_jobs
from askwell.meet.availability import jobs as availability_jobs

PAUSE = 1.0
KEPT = timedelta(days=7)
DUE = (ask_jobs.run_due, meet_jobs.run_due, availability_jobs.run_due, gather_jobs.run_due)
log = logging.getLogger(__name__)


class Rounds:
    """Round after round of background work, until told to stop; the task in hand is finished first."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.worker = _worker()

    def stop(self, *_: object) -> None:
        """No new task is begun from now on."""
        self.stopping.set()
        self.worker.running = False

    def go_on(self) -> None:
        """A round a second; one that fails ends nothing, the next one tries again."""
        while not self.stopping.is_set():
            try:
                self.once()
            except Exception:
                log.exception("A round of background work failed; the next one tries again.")
            self.stopping.wait(PAUSE)

    def once(self) -> None:
        """Give back what may be tried again, do what is due, run what is ready."""
        close_old_connections()
        give_back()
        for run_due in DUE:
            run_due()
        self.worker.run()
        _clear_away()
        close_old_connections()


def _worker() -> Worker:
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"{gethostname()[:40]}-{os.getpid()}",
        excluded_queue_names=[],
    )


def _clear_away() -> None:
    """What was done a week ago tells nobody anything any more."""
    DBTaskResult.objects.successful().filter(finished_at__lt=timezone.now() - KEPT).delete()


def work_beside_the_server(parent: int) -> None:
    """Solo edition: a thread of the web process works, and leaves when the process that started it is gone."""
    threading.Thread(target=Rounds().go_on, name="work", daemon=True).start()
    threading.Thread(target=_leave_with, args=[parent], name="leave", daemon=True).start()


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.25)
    os._exit(0)
