"""Commands whose files or standard streams are not what they should be."""

import subprocess
from pathlib import Path

import pytest

from tests.serving import ASKWELL, askwell, environment


@pytest.mark.parametrize("words", [("restore", "."), ("backup", "x" * 300)])
def test_a_file_that_is_none_is_named_in_one_sentence(tmp_path: Path, words: tuple[str, str]) -> None:
    askwell("example", "--remove", home=tmp_path)

    ended = askwell(*words, home=tmp_path)

    assert ended.returncode == 1
    assert ended.stderr.startswith("askwell: ")
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("closed", "words", "code"),
    [("<&-", "import -", 1), ("<&-", "decide weigh -", 1), (">&-", "--help", 0), (">&-", "export", 0)],
)
def test_a_closed_stream_ends_no_command_in_a_traceback(
    tmp_path: Path, closed: str, words: str, code: int
) -> None:
    line = f'exec "$@" {words} {closed}'

    ended = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", line, "sh", *ASKWELL],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert ended.returncode == code
    assert "Traceback" not in ended.stderr
