"""What Askwell never prints, and never reads."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOWN = {".html", ".md", ".py", ".toml", ".typ", ".js", ".json"}
UNSOURCED = [
    re.compile(r"\b(hidden|unadvertised|never posted)\b[^.]{0,60}\d ?(%|percent)", re.IGNORECASE),
    re.compile(r"\d ?(%|percent)[^.]{0,60}\b(hidden|unadvertised|never posted)\b", re.IGNORECASE),
    re.compile(r"\b(reply|response|answer) rates?\b[^.]{0,60}\d", re.IGNORECASE),
    re.compile(r"\b(4|86) ?(%|percent)[^.]{0,80}(job|hire|search)", re.IGNORECASE),
]
TAG = re.compile(r"<[^>]*>")
MAILBOXES = {"imaplib", "poplib", "mailbox", "imapclient", "exchangelib"}


def files() -> list[Path]:
    return [path for path in sorted((ROOT / "askwell").rglob("*")) if path.suffix in SHOWN]


@pytest.mark.parametrize(
    "claim",
    ["80% of jobs are hidden", "Response rates of about 40%", "86 percent find a job this way"],
)
def test_the_look_out_for_unsourced_numbers_sees_them(claim: str) -> None:
    assert any(one.search(claim) for one in UNSOURCED)


def test_no_number_is_printed_that_nobody_can_source() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files()
        for one in UNSOURCED
        if (match := one.search(TAG.sub(" ", path.read_text())))
    ]

    assert not found


def test_nobodys_mailbox_is_ever_read() -> None:
    read = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in files()
        if path.suffix == ".py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
        if name.partition(".")[0] in MAILBOXES
    }

    assert not read
