import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

GOOD: dict[str, Any] = {
    "criteria": [{"name": "Pay", "weight": 2}, {"name": "Days", "weight": 3}],
    "beliefs": [
        {"path": "Baker", "criterion": "Pay", "mean": 40, "sd": 10},
        {"path": "Baker", "criterion": "Days", "mean": 80, "sd": 5},
        {"path": "Pilot", "criterion": "Pay", "mean": 85, "sd": 8},
    ],
    "findings": [{"path": "Pilot", "criterion": "Days", "host": "Noor", "value": 30}],
    "between_sd": 12,
    "within_sd": 10,
}


def weigh(tmp_path: Path, text: str, *options: str) -> str:
    file = tmp_path / "weigh.json"
    file.write_text(text)
    out = io.StringIO()
    call_command("decide_weigh", str(file), *options, stdout=out)
    return out.getvalue()


def test_the_answer_has_the_shape_that_programs_read(tmp_path: Path) -> None:
    answer = json.loads(weigh(tmp_path, json.dumps(GOOD), "--json"))

    assert set(answer) == {"paths", "next"}
    assert all(set(row) == {"path", "mean", "sd", "chance_best"} for row in answer["paths"])
    assert all(set(row) == {"path", "criterion", "value"} for row in answer["next"])
    assert len(answer["next"]) == 4


def test_a_person_gets_a_table(tmp_path: Path) -> None:
    out = weigh(tmp_path, json.dumps(GOOD))

    assert out.startswith("path")
    assert "Baker" in out
    assert "ask next" in out


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"criteria": []}, "criteria"),
        ({"between_sd": -1}, "between_sd"),
        (
            {"findings": [{"path": "Pilot", "criterion": "Days", "host": "Noor", "value": 130}]},
            r"findings\[0\].value",
        ),
        ({"surplus": 1}, "surplus"),
    ],
)
def test_a_file_that_breaks_the_form_is_refused_by_the_name_of_the_field(
    tmp_path: Path, change: dict[str, Any], named: str
) -> None:
    with pytest.raises(CommandError, match=named) as refused:
        weigh(tmp_path, json.dumps(GOOD | change))

    assert refused.value.returncode == 1


def test_a_number_beyond_all_measure_is_refused_by_the_name_of_the_field(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="between_sd"):
        weigh(tmp_path, f'{json.dumps(GOOD)[:-1]}, "between_sd": {"9" * 5000}}}')


@pytest.mark.parametrize("text", ["", "{", '{"criteria":\n [}', "[" * 100_000])
def test_what_is_not_json_is_refused_in_one_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(CommandError, match=r"not JSON|nested too deeply"):
        weigh(tmp_path, text)


def test_the_line_of_a_slip_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="line 2"):
        weigh(tmp_path, '{"criteria":\n [}')
