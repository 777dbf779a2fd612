"""Workers that die while they look after the tasks of others that died."""

import time
from typing import Any

import pytest

from tests.faults.whole import TASKS, Program, kill, wait_for

MANY = 300
DEAD = f"SELECT count(*) FROM {TASKS} WHERE status = 'RUNNING' AND task_path LIKE '%deliver'"  # noqa: S608 - our own words
HOLD_POSTGRESQL = ("BEGIN", f"LOCK TABLE {TASKS} IN SHARE ROW EXCLUSIVE MODE")
HOLD_SQLITE = ("BEGIN IMMEDIATE",)
"""From here on nobody else changes a task."""


def hold_in_the_middle(connection: Any, hold: tuple[str, ...]) -> int:
    """Look, with everything held, until some tasks are given back; how many are left, and they stay so."""
    until = time.monotonic() + 180
    while True:
        for words in hold:
            connection.execute(words)
        left: int = connection.execute(DEAD).fetchone()[0]
        if left < MANY or time.monotonic() > until:
            return left
        connection.execute("ROLLBACK")
        time.sleep(0.001)


@pytest.mark.usefixtures("cast")
def test_a_worker_killed_while_it_gives_back_tasks_leaves_the_others_to_the_next(program: Program) -> None:
    program.stage(f"left_running({MANY})")
    connection = program.connect()

    first = program.work()
    left = hold_in_the_middle(connection, HOLD_POSTGRESQL if program.cluster else HOLD_SQLITE)
    kill(first)
    connection.execute("ROLLBACK")
    second = program.work()
    wait_for(lambda: connection.execute(DEAD).fetchone()[0] == 0)
    kill(second)

    tasks = [task for task in program.tasks().values() if "dead" in task.took]
    connection.execute(f"DELETE FROM {TASKS} WHERE task_path LIKE '%deliver'")  # noqa: S608 - our own words
    connection.close()
    assert 0 < left < MANY
    assert len(tasks) == MANY
    assert {len(task.took) for task in tasks} <= {1, 2}
    assert {task.status for task in tasks} <= {"READY", "SUCCESSFUL", "RUNNING"}
