"""One process at a time."""

import threading
from pathlib import Path

from askwell.lib.locks import one_at_a_time


def test_who_finds_another_inside_is_told_once_and_then_goes_in(tmp_path: Path) -> None:
    told, inside, out = threading.Event(), threading.Event(), threading.Event()

    def other() -> None:
        with one_at_a_time(tmp_path / "lock"):
            inside.set()
            told.wait(60)
        out.set()

    thread = threading.Thread(target=other)
    thread.start()
    inside.wait(60)
    with one_at_a_time(tmp_path / "lock", told.set):
        assert told.is_set()
        assert out.wait(60)
    thread.join()


def test_who_finds_nobody_inside_is_told_nothing(tmp_path: Path) -> None:
    told: list[str] = []

    with one_at_a_time(tmp_path / "lock", lambda: told.append("waiting")):
        assert told == []
