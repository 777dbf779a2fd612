"""Workers that die while they look after the tasks of others that died."""

import time

import pytest

from tests.faults.whole import TASKS, Program, kill, wait_for

MANY = 300
DEAD = f"SELECT count(*) FROM {TASKS} WHERE status = 'RUNNING' AND task_path LIKE '%deliver'"  # noqa: S608 - our own words
HOLD_POSTGRESQL = ("BEGIN", f"LOCK TABLE {TASKS} IN SHARE ROW EXCLUSIVE MODE")
HOLD_SQLITE = ("BEGIN IMMEDIATE",)
"""From here on nobody else changes a task."""


@pytest.mark.usefixtures("cast")
def test_a_worker_killed_while_it_gives_back_tasks_leaves_the_others_to_the_next(program: Program) -> None:
    program.stage(f"left_running({MANY})")
    connection = program.connect()

    first = program.work()
    until = time.monotonic() + 60
    while connection.execute(DEAD).fetchone()[0] == MANY and time.monotonic() < until:
        pass
    for words in HOLD_POSTGRESQL if program.cluster else HOLD_SQLITE:
        connection.execute(words)
    [left] = connection.execute(DEAD).fetchone()
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
