"""Commands whose files or standard streams are not what they should be."""

import json
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


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            '{"id": 1, "text": ' + "[" * 100_000 + "]" * 100_000 + "}",
            "line 2: this is not JSON: it is nested too deeply",
        ),
        ('{"id": NaN, "text": "x"}', "line 2: this is not JSON: NaN is no number"),
    ],
)
def test_a_record_that_is_no_json_is_named_by_its_line(tmp_path: Path, line: str, said: str) -> None:
    ended = askwell(
        "ask", "check", "--batch", "-", home=tmp_path, stdin=f'{{"id": 0, "text": "x"}}\n{line}\n'
    )

    assert ended.returncode == 1
    assert said in ended.stderr


def test_an_answer_is_utf_8_json_whatever_the_terminal_and_the_text(tmp_path: Path) -> None:
    record = '{"id": "\\udfff", "text": "žluť \\ud800"}'

    ended = subprocess.run(  # noqa: S603 - our own command
        [*ASKWELL, "explore", "search", "--batch", "-"],
        env=environment(tmp_path, PYTHONIOENCODING="ascii"),
        input=record.encode(),
        capture_output=True,
        timeout=120,
    )

    assert ended.returncode == 0
    assert json.loads(ended.stdout)["id"] == json.loads(record)["id"]
    assert json.loads(ended.stdout)["query"] == json.loads(record)["text"]
