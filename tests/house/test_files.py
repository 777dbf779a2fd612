"""The house keeps its measures."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def sources(folder: str = "askwell") -> list[Path]:
    return [p for p in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in p.parts]


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    yield from (n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.FunctionDef))


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_outgrows_the_house(path: Path) -> None:
    length = path.read_text().count("\n")

    assert length <= LONGEST_FILE, "Make it a package, one module per noun."


def test_no_view_is_longer_than_fifteen_lines() -> None:
    long = []
    for path in sources():
        if path.name == "views.py" or "views" in path.parent.name:
            long += [f"{path.parent.name}.{f.name}" for f in functions(path) if len(_statements(f)) > 15]

    assert not long


def _statements(function: ast.FunctionDef) -> set[int]:
    """The lines of a function's body that hold code, its docstring aside."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return {n.lineno for statement in body for n in ast.walk(statement) if hasattr(n, "lineno")}


def test_every_public_function_says_what_it_does() -> None:
    silent = []
    for path in sources():
        if path.name in {"apps.py"} or "commands" in path.parts:
            continue
        silent += [
            f"{path.relative_to(ROOT)}: {node.name}"
            for node in ast.parse(path.read_text()).body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]

    assert not silent


def test_whatever_says_it_needs_no_django_is_held_to_it() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    plain = {name for one in contracts if one["type"] == "forbidden" for name in one["source_modules"]}
    claims = [p for p in sources() if "No Django" in (ast.get_docstring(ast.parse(p.read_text())) or "")]
    names = {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in claims}

    assert names
    assert [name for name in names if not {name, name.rpartition(".")[0]} & plain] == []


def test_no_template_knows_how_a_state_is_stored() -> None:
    pages = (ROOT / "askwell").rglob("*.html")
    raw = re.compile(r"""status\s*(?:==|!=|in)\s*["']""")

    assert [str(path.relative_to(ROOT)) for path in pages if raw.search(path.read_text())] == []


INLINE = re.compile(r"<style|\sstyle=|\son(?!e=)\w+=|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE)
REMOTE = re.compile(
    r"(?:\bsrc=|\bsrcset=|<link[^>]*\bhref=|\baction=|hx-\w+=|url\(|@import|\bfrom|fetch\(|sendBeacon\()"
    r"""\s*["'`]?\s*(?:https?:)?//""",
    re.IGNORECASE,
)


@pytest.mark.parametrize("line", ["<script>go()</script>", '<p style="x">', '<a onclick="x">', "<style>"])
def test_the_look_out_for_inline_code_sees_it(line: str) -> None:
    assert INLINE.search(line)


def test_no_template_holds_inline_script_or_style() -> None:
    pages = (ROOT / "askwell").rglob("*.html")

    guilty = [str(path.relative_to(ROOT)) for path in pages if INLINE.search(path.read_text())]

    # The exported page stands alone, outside the site and its policy.
    assert [g for g in guilty if "export" not in g] == []


@pytest.mark.parametrize(
    "line",
    [
        '<img src="https://a.example/x.png">',
        '<link rel="stylesheet" href="//a.example/x.css">',
        "@import 'https://a.example/x.css'",
        "a { background: url(https://a.example/x.png) }",
        'fetch("https://a.example/")',
        '<form action="https://a.example/">',
    ],
)
def test_the_look_out_for_third_parties_sees_them(line: str) -> None:
    assert REMOTE.search(line)


def test_no_page_asks_anything_of_a_third_party() -> None:
    files = [p for p in (ROOT / "askwell").rglob("*") if p.suffix in {".html", ".css", ".js", ".svg"}]

    guilty = [f"{p.name}: {match[0]}" for p in files if (match := REMOTE.search(p.read_text()))]

    assert not guilty


def test_locks_name_no_index_and_pin_every_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()

        assert "://" not in text
        assert text.count("==") <= text.count("--hash=sha256:")
