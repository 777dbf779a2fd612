"""The operator's guide names every setting, and no other; its commands and addresses are there."""

import re
from pathlib import Path

from django.urls import reverse

from askwell.cli import find
from askwell.desk import forms as journey
from askwell.program import forms as roster

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "operate.md").read_text()
TABLE = GUIDE.partition("\n## Settings\n")[2].partition("\n## ")[0]
ROW = re.compile(r"^\| `([A-Z_]+)`( \(`_FILE`\))? \| \S.* \| \S.* \|$", re.MULTILINE)
LOOKED_UP = re.compile(r'environ(?:, |\[|\.\w+\()"([A-Z_]+)"')
SECRET = re.compile(r'secret\((?:os\.)?environ, "([A-Z_]+)"')
SECRETS = re.compile(r"secret\(environ, name\) for name in \(([^)]*)\)")
NOT_THE_OPERATORS = {"ASKWELL_SETTING_UP", "ASKWELL_STARTED_BY", "ASKWELL_ZONE", "DJANGO_SETTINGS_MODULE"}
"""What the program says to itself."""


def secrets(code: str) -> set[str]:
    """Settings that may come from a file."""
    return {*SECRET.findall(code), *re.findall(r'"([A-Z_]+)"', "".join(SECRETS.findall(code)))}


def looked_up(code: str) -> set[str]:
    """Settings that are read."""
    return {*LOOKED_UP.findall(code), *secrets(code)} - NOT_THE_OPERATORS


def sources() -> str:
    return "".join(path.read_text() for path in sorted((ROOT / "askwell").rglob("*.py")))


def test_the_look_out_for_settings_sees_each_way_to_read_one() -> None:
    code = """os.environ.get("A"); environ["B"]; port(os.environ, "C", 1); secret(environ, "D")
    {name: secret(environ, name) for name in ("E", "F")}; os.environ["DJANGO_SETTINGS_MODULE"]"""

    assert looked_up(code) == set("ABCDEF")
    assert secrets(code) == set("DEF")


def test_every_setting_that_is_read_stands_in_the_guide_and_no_other() -> None:
    assert {name for name, _ in ROW.findall(TABLE)} == looked_up(sources())


def test_the_guide_says_which_settings_may_come_from_a_file() -> None:
    assert {name for name, from_file in ROW.findall(TABLE) if from_file} == secrets(sources())


def test_every_command_of_the_guide_is_one_of_ours() -> None:
    typed = re.findall(r"^ {4}(?:\S+=\S+ )?askwell ([a-z].*)$", GUIDE, re.MULTILINE)

    assert typed
    assert [words for words in typed if not find(words.split())] == []


def test_the_guide_registers_the_address_that_a_school_sends_people_back_to() -> None:
    back = reverse("openid_connect_callback", args=["school"])

    assert f"https://ask.example.edu{back}`" in GUIDE


def test_the_guides_proxy_sets_each_header_that_is_believed() -> None:
    for header in ("Host", "X-Forwarded-Proto", "X-Forwarded-For"):
        assert f"proxy_set_header {header} $" in GUIDE


def test_the_guides_proxy_lets_our_largest_file_through_and_not_much_more() -> None:
    megabytes = int(re.findall(r"^ {8}client_max_body_size (\d+)m;$", GUIDE, re.MULTILINE)[0])

    assert max(roster.MOST_BYTES, journey.MOST_BYTES) < megabytes * 1_000_000 < 2 * roster.MOST_BYTES
