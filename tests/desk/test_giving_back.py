"""Tasks whose worker died or that failed: once more, later, or set aside; never lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from askwell.ask.letters import deliver
from askwell.desk import checkup
from askwell.desk.giving_back import (
    DIED,
    ONCE_MORE,
    PAUSES,
    PUT_OFF,
    give_back,
    pause_before_next,
    set_aside,
    try_again,
)
from tests.at_once import at_once

NOT_NOW, NOT_SENT, CUT_OFF = (f"askwell.lib.post.{name}" for name in ("NotNow", "NotSent", "CutOff"))


def test_a_server_that_asks_to_come_back_is_asked_again_after_growing_pauses() -> None:
    pauses = [pause_before_next(NOT_NOW, [PUT_OFF] * tries + ["worker"]) for tries in range(len(PAUSES) + 1)]

    assert pauses == [*PAUSES, None]


def test_a_letter_that_surely_will_not_leave_is_not_tried_again() -> None:
    assert pause_before_next(NOT_SENT, ["worker"]) is None


@pytest.mark.parametrize("fault", [CUT_OFF, DIED, "builtins.KeyError", "no.such.Fault", ""])
def test_what_may_have_left_is_tried_once_more_and_no_oftener(fault: str) -> None:
    assert pause_before_next(fault, ["worker"]) is not None
    assert pause_before_next(fault, ["worker", "worker"]) is None


@given(st.lists(st.sampled_from([NOT_NOW, NOT_SENT, CUT_OFF, DIED, "builtins.KeyError"]), max_size=30))
def test_whatever_happens_no_letter_may_leave_more_than_twice(faults: list[str]) -> None:
    tries: list[str] = []
    doubtful = 0

    for fault in faults:
        tries.append("worker")
        doubtful += fault not in {NOT_NOW, NOT_SENT}
        if pause_before_next(fault, tries) is None:
            break
        if fault == NOT_NOW:
            tries[-1] = PUT_OFF

    assert doubtful <= 2
    assert len(tries) <= len(PAUSES) + 2


def row(**changes: Any) -> "DBTaskResult[..., Any]":
    """A task as a worker left it."""
    result = deliver.enqueue(0)
    DBTaskResult.objects.filter(pk=result.id).update(worker_ids=["worker"], **changes)
    return DBTaskResult.objects.get(pk=result.id)


def ago(**time: int) -> Any:
    return timezone.now() - timedelta(**time)


@pytest.mark.django_db
def test_a_task_that_dies_with_its_worker_is_tried_again() -> None:
    died = row(status="RUNNING", started_at=ago(minutes=3))

    assert give_back() == 1

    died.refresh_from_db()
    assert (died.status, died.started_at) == ("READY", None)
    assert timedelta(0) < died.run_after - timezone.now() <= ONCE_MORE


@pytest.mark.django_db
def test_a_task_still_under_way_is_left_to_its_worker() -> None:
    row(status="RUNNING", started_at=ago(minutes=1))

    assert give_back() == 0


@pytest.mark.django_db
def test_a_task_that_keeps_failing_is_set_aside_and_shown_to_the_operator() -> None:
    died = row(status="RUNNING", started_at=ago(minutes=3))
    DBTaskResult.objects.filter(pk=died.pk).update(worker_ids=["worker", "worker"])

    assert give_back() == 0
    assert give_back() == 0

    look = next(look for look in checkup.everything() if look.name == "work")
    assert list(set_aside()) == [died]
    assert look.state == "bad"
    assert "1 piece of background work failed" in look.said
    assert DIED in look.said
    assert "askwell work --again" in look.mend


@pytest.mark.django_db
def test_what_was_set_aside_starts_afresh_once_the_operator_mended_the_cause() -> None:
    failed = row(status="FAILED", finished_at=ago(hours=5), exception_class_path=NOT_SENT)

    assert try_again() == 1

    failed.refresh_from_db()
    assert (failed.status, failed.worker_ids) == ("READY", [])


@pytest.mark.django_db
def test_a_letter_put_off_waits_for_its_pause_and_does_not_count_as_tried() -> None:
    put_off = row(status="FAILED", finished_at=timezone.now(), exception_class_path=NOT_NOW)

    assert give_back() == 1

    put_off.refresh_from_db()
    assert put_off.worker_ids == [PUT_OFF]
    assert timedelta(seconds=30) < put_off.run_after - timezone.now() <= PAUSES[0]


@pytest.mark.django_db(transaction=True)
def test_of_several_who_give_back_in_the_same_moment_one_does() -> None:
    row(status="RUNNING", started_at=ago(minutes=3))
    given: list[int] = []

    at_once(*[lambda: given.append(give_back())] * 3)

    assert sorted(given) == [0, 0, 1]
