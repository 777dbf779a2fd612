"""`askwell explore search` and `askwell explore build`, as other programs run them."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from askwell.explore import pack
from tests.explore import releases

ASKWELL = [sys.executable, "-c", "from askwell.cli import main; main()", "explore"]


def run(*arguments: str, home: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """One command in a process of its own, with a home that holds nothing."""
    return subprocess.run(  # noqa: S603 - our own command
        [*ASKWELL, *arguments],
        capture_output=True,
        text=True,
        input=given,
        timeout=120,
        env=os.environ | {"ASKWELL_HOME": str(home), "DJANGO_SETTINGS_MODULE": "askwell.settings"},
        check=False,
    )


def test_a_search_answers_in_the_shape_that_programs_read(tmp_path: Path) -> None:
    done = run("search", "SDE II", "--limit", "3", "--json", home=tmp_path)

    answer = json.loads(done.stdout)

    assert done.returncode == 0
    assert answer["query"] == "SDE II"
    assert len(answer["results"]) == 3
    assert set(answer["results"][0]) == {"soc", "title", "matched", "score"}
    assert answer["results"][0]["soc"] == "15-1252"
    assert not (tmp_path / "askwell.sqlite3").exists()


def test_a_search_for_people_is_a_plain_table(tmp_path: Path) -> None:
    done = run("search", "registered nurse", home=tmp_path)

    assert done.returncode == 0
    assert "29-1141  Registered nurses" in done.stdout


def test_nothing_found_is_an_answer_and_no_fault(tmp_path: Path) -> None:
    done = run("search", "zzxqv", home=tmp_path)

    assert done.returncode == 0
    assert "No career was found" in done.stdout


def test_a_batch_is_answered_in_order_each_with_its_id(tmp_path: Path) -> None:
    texts = ["nurse", "", "welder", "zzxqv", "I like caring for animals"] * 4
    records = [json.dumps({"id": f"r{at}", "text": text}) for at, text in enumerate(texts)]
    file = tmp_path / "texts.jsonl"
    file.write_text("\n".join(records))

    done = run("search", "--batch", str(file), "--limit", "2", home=tmp_path)

    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [answer["id"] for answer in answers] == [f"r{at}" for at in range(len(texts))]
    assert [answer["query"] for answer in answers] == texts
    assert answers[0]["results"][0]["soc"] == "29-1141"
    assert answers[1]["results"] == answers[3]["results"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nurse", "--batch", "-"],
        ["nurse", "--limit", "0"],
        ["nurse", "--limit", "many"],
        ["nurse", "--fast"],
    ],
)
def test_wrong_use_ends_with_two(tmp_path: Path, arguments: list[str]) -> None:
    done = run("search", *arguments, home=tmp_path)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("line", ["not json", '{"id": 1}', "[1]"])
def test_a_broken_batch_names_the_line(tmp_path: Path, line: str) -> None:
    given = '{"id": 1, "text": "nurse"}\n' + line

    done = run("search", "--batch", "-", home=tmp_path, given=given)

    assert done.returncode == 1
    assert "line 2" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_batch_file_is_told(tmp_path: Path) -> None:
    done = run("search", "--batch", str(tmp_path / "gone"), home=tmp_path)

    assert done.returncode == 1
    assert "can't be read" in done.stderr


def test_help_helps(tmp_path: Path) -> None:
    done = run("search", "--help", home=tmp_path)

    assert done.returncode == 0
    assert "--batch" in done.stdout


def test_a_build_tells_its_steps_and_makes_a_pack_that_can_be_read(tmp_path: Path) -> None:
    folder = releases.make(tmp_path / "releases")
    file = tmp_path / "figures.zip"

    done = run("build", "--from", str(folder), "--to", str(file), "--json", home=tmp_path)

    assert done.returncode == 0
    assert "Reading pay" in done.stderr
    assert set(json.loads(done.stdout)["sources"]) == set(pack.load(file).manifest.sources)


def refused(folder: Path | str, to: Path) -> str:
    """What the build says of a folder that it can't use."""
    with pytest.raises(CommandError) as told:
        call_command("explore_build", folder=str(folder), to=str(to), stderr=io.StringIO())
    assert told.value.returncode == 1
    return str(told.value)


def test_a_missing_release_leaves_the_old_pack(tmp_path: Path) -> None:
    old = tmp_path / "figures.zip"
    old.write_bytes(b"old")
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "letter.txt").write_text("Dear all")

    assert "is missing" in refused(tmp_path / "releases", old)
    assert old.read_bytes() == b"old"


def test_a_place_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    folder = releases.make(tmp_path / "releases")
    (tmp_path / "a file").write_text("in the way")

    said = refused(folder, tmp_path / "a file" / "figures.zip")

    assert "figures.zip can't be written" in said
    assert said.endswith("What was there before is untouched.")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "There is no folder" in refused(tmp_path / "gone", tmp_path / "figures.zip")
    assert "There is no folder" in refused("", tmp_path / "figures.zip")


def test_a_file_instead_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "db_30_3_text.zip").write_bytes(b"PK")

    assert "is a file. Name the folder" in refused(tmp_path / "db_30_3_text.zip", tmp_path / "figures.zip")
