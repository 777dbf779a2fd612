"""Rounds of background work: one that fails keeps nothing else back."""

import pytest

from askwell.desk import work


@pytest.mark.django_db
def test_a_job_that_always_fails_keeps_no_other_work_back(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def broken() -> None:
        raise LookupError("broken")

    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    monkeypatch.setattr(work, "DUE", (broken, lambda: done.append("due")))
    monkeypatch.setattr(work, "CLEARED", (lambda: done.append("cleared"),))
    monkeypatch.setattr(work.Rounds, "run", lambda self: done.append("run"))

    with pytest.raises(LookupError):
        work.Rounds().once()

    assert done == ["due", "run", "cleared"]
