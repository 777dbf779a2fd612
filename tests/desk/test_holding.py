import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from askwell.desk import holding
from askwell.desk.holding import Held

HOLD = """
import sys, time
from pathlib import Path
from askwell.desk import holding
holding.hold(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


@contextmanager
def server(home: Path) -> Iterator[None]:
    """A process that holds the folder until it is killed."""
    with subprocess.Popen(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-c", HOLD, str(home)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield
        process.kill()


def is_free(home: Path) -> bool:
    """Whether one may have the folder alone."""
    try:
        with holding.alone(home):
            return True
    except Held:
        return False


def test_nobody_else_means_alone_and_leaving_frees_it_again(tmp_path: Path) -> None:
    assert is_free(tmp_path)
    assert is_free(tmp_path)


def test_a_running_server_refuses_to_leave_the_data_alone(tmp_path: Path) -> None:
    with server(tmp_path), pytest.raises(Held), holding.alone(tmp_path):
        pytest.fail("The data was held.")


def test_a_killed_server_holds_nothing(tmp_path: Path) -> None:
    with server(tmp_path):
        assert not is_free(tmp_path)

    assert is_free(tmp_path)


def test_two_servers_may_hold_at_once(tmp_path: Path) -> None:
    with server(tmp_path), server(tmp_path), pytest.raises(Held), holding.alone(tmp_path):
        pytest.fail("The data was held.")
