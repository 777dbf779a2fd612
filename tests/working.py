"""The worker's part of a round, on the test's own connection."""

from django_tasks_db.models import DBTaskResult

from askwell.desk.work import Rounds


def work() -> None:
    """Run every task that is ready, as a worker would; those that fail are left as failed."""
    worker = Rounds()
    while (task := DBTaskResult.objects.ready().first()) is not None:
        task.claim(worker.worker_id)
        worker.run_task(task)
