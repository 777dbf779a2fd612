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

LEASE = timedelta(minutes=2)
PAUSE = 1.0
log = logging.getLogger(__name__)


def reap() -> int:
    """Set tasks whose worker died ready again; every task is safe to run twice. Returns how many."""
    stale = timezone.now() - LEASE
    return DBTaskResult.objects.running().filter(started_at__lt=stale).update(status="READY", started_at=None)


def round_once() -> None:
    """Give abandoned tasks back, do what is due, run what is ready."""
    close_old_connections()
    reap()
    ask_jobs.run_due()
    _worker().run()
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


def work_until(stop: threading.Event) -> None:
    """Keep working, a round a second, until told to stop; the task in hand is finished first."""
    while not stop.is_set():
        round_once()
        stop.wait(PAUSE)


def work_beside_the_server(parent: int) -> None:
    """Solo edition: a thread of the web process works, and leaves when the process that started it is gone."""
    threading.Thread(target=_forever, name="work", daemon=True).start()
    threading.Thread(target=_leave_with, args=[parent], name="leave", daemon=True).start()


def _forever() -> None:
    while True:
        try:
            round_once()
        except Exception:
            log.exception("A round of background work failed; the next one tries again.")
        time.sleep(PAUSE)


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.25)
    os._exit(0)
