"""Tasks whose worker died or that failed: tried again by rule, else set aside for the operator; never lost."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

from askwell.lib import post

LEASE = timedelta(minutes=2)
"""Longer than any task may take: one that runs longer has lost its worker."""
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720)]
"""How long to wait after each time that a mail server asked to come back later."""
ONCE_MORE = timedelta(minutes=1)
MOST_TRIES = 2
PUT_OFF = "put off"
"""Stands for the worker of a try that surely did nothing, so that it does not count as one."""
DIED = "The program ended in the middle of this, more than once."
Row = DBTaskResult[..., Any]
DECIDED_WITHIN = timedelta(hours=1)


def pause_before_next(fault: str, tries: Sequence[str]) -> timedelta | None:
    """How long to wait before trying again; None when there is no next time.

    `fault` is the dotted name of the exception, `tries` the workers that took the task. What surely did not
    leave may be tried often; what may have left is tried once more, under the same Message-ID.
    """
    kind = _kind_of(fault)
    put_off = tries.count(PUT_OFF)
    if issubclass(kind, post.NotNow):
        return PAUSES[put_off] if put_off < len(PAUSES) else None
    if issubclass(kind, post.NotSent):
        return None
    return ONCE_MORE if len(tries) - put_off < MOST_TRIES else None


def _kind_of(fault: str) -> type[BaseException]:
    try:
        kind: type[BaseException] = import_string(fault)
    except ImportError:
        return Exception
    return kind


def give_back() -> int:
    """Make ready again what may be tried again. Returns how many tasks that were."""
    now = timezone.now()
    back = 0
    for row in DBTaskResult.objects.running().filter(started_at__lt=now - LEASE):
        back += _again(row, DIED)
    for row in DBTaskResult.objects.failed().filter(finished_at__gte=now - DECIDED_WITHIN):
        back += _again(row, row.exception_class_path)
    return back


def _again(row: Row, fault: str) -> int:
    """Ready again after a pause, or left aside; changes nothing if somebody else was quicker."""
    same = DBTaskResult.objects.filter(pk=row.pk, status=row.status, started_at=row.started_at)
    pause = pause_before_next(fault, row.worker_ids)
    if pause is None:
        if fault == DIED:
            same.update(status="FAILED", finished_at=timezone.now(), traceback=DIED)
        return 0
    tries = row.worker_ids
    if issubclass(_kind_of(fault), post.NotNow):
        tries = [*tries[:-1], PUT_OFF]
    # A pause also after a death: a worker that was only cut off from the database has time to say how it ended.
    after = timezone.now() + pause
    return same.update(status="READY", started_at=None, run_after=after, worker_ids=tries)


def set_aside() -> QuerySet[Row]:
    """What failed for good and waits for the operator, the latest first."""
    return DBTaskResult.objects.failed().order_by("-finished_at")


def try_again() -> int:
    """The operator mended the cause: everything that was set aside starts afresh. Returns how many."""
    return set_aside().update(status="READY", started_at=None, run_after=timezone.now(), worker_ids=[])
