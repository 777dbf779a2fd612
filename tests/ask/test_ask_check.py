"""`askwell ask check` as other programs read it."""

import json
from pathlib import Path

import pytest

from tests.serving import askwell

GOOD = (
    "Hello Priya Raman,\n\nElena Ruiz suggested that I write to you. I read about your work on the new ward.\n\n"
    "Would you have 20 minutes to talk, whenever suits you?\n\nThank you,\nNadia"
)


def test_the_json_answer_has_its_shape_and_counts_as_done(tmp_path: Path) -> None:
    answer = askwell("ask", "check", "-", "--json", home=tmp_path, stdin="Dear [Name], are you hiring? 💡 ok")

    said = json.loads(answer.stdout)
    assert answer.returncode == 0
    assert set(said) == {"ok", "words", "has", "problems"}
    assert set(said["has"]) == {"connection", "reason", "ask", "time", "flexibility"}
    assert said["ok"] is False
    assert {"rule", "severity", "start", "end", "message", "mend"} == set(said["problems"][0])
    spot = next(p for p in said["problems"] if p["rule"] == "placeholder")
    assert "Dear [Name], are you hiring? 💡 ok"[spot["start"] : spot["end"]] == "[Name]"


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), ("Are you hiring?", 1)])
def test_the_readable_answer_ends_by_whether_it_may_leave(text: str, code: int, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(text)

    assert askwell("ask", "check", str(file), home=tmp_path).returncode == code


def test_a_thousand_records_come_back_in_order_each_with_its_id(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(json.dumps({"id": f"r{n}", "text": GOOD}) for n in range(1000)) + "\n")

    answer = askwell("ask", "check", "--batch", str(file), home=tmp_path)

    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    assert answer.returncode == 0
    assert [line["id"] for line in lines] == [f"r{n}" for n in range(1000)]
    assert all(line["ok"] for line in lines)


@pytest.mark.parametrize(
    ("words", "code"),
    [((), 2), (("a", "--batch", "b"), 2), (("missing.txt",), 1), (("--batch", "missing.jsonl"), 1)],
)
def test_wrong_use_and_missing_files_end_plainly(words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    answer = askwell("ask", "check", *words, home=tmp_path)

    assert answer.returncode == code
    assert "Traceback" not in answer.stderr
    assert answer.stderr
