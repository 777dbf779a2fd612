"""A roster as spreadsheets write it: names, addresses, roles. No Django."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MOST_ROWS = 5000
ROLES = ("seeker", "host", "counselor", "coordinator")
HEADINGS = {
    "name": {"name", "full name", "student", "student name"},
    "first": {"first name", "first", "given name"},
    "last": {"last name", "last", "surname", "family name"},
    "email": {"email", "e mail", "email address", "e mail address", "mail"},
    "roles": {"role", "roles"},
}
ADDRESS = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+")
FORMER = {"student": "seeker", "counsellor": "counselor"}
"""Words that people write for a role."""


class RosterError(Exception):
    """This is no roster; the message says what is wrong with the whole."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person: the first line that names them, and what they are."""

    number: int
    name: str
    email: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Odd:
    """A line that was left out, and why."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Roster:
    """What a file says: people in order, and the lines that can't be used."""

    lines: tuple[Line, ...]
    odd: tuple[Odd, ...]


def decoded(raw: bytes) -> str:
    """The text of a file: UTF-8 with or without its mark, Excel's UTF-16, else Windows' Western letters."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def read(text: str, *, role: str) -> Roster:
    """The people of a roster; whoever has no role in it gets `role`.

    Commas, semicolons or tabs; any line ends. Raises RosterError when the first row names no column for addresses.
    """
    rows = _rows(text)
    columns = _columns(next(rows, (1, []))[1])
    people: dict[str, Line] = {}
    odd: list[Odd] = []
    for number, cells in rows:
        if not any(cells):
            continue
        found = _line(number, {name: _cell(cells, at) for name, at in columns.items()}, role)
        if isinstance(found, Odd):
            odd.append(found)
        elif before := people.get(found.email):
            people[found.email] = _joined(before, found)
            odd.append(
                Odd(number, f"{found.email} stands in line {before.number} already; taken as one person.")
            )
        else:
            people[found.email] = found
        if max(len(people), len(odd)) > MOST_ROWS:
            raise RosterError(f"This roster names more than {MOST_ROWS:,} people. Bring it in parts.")
    return Roster(tuple(people.values()), tuple(odd))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its first line, cells trimmed."""
    lines = text.replace("\0", "").splitlines(keepends=True)
    skipped = 0
    # Excel's own hint about the character between cells.
    if lines and re.fullmatch(r'"?sep=.?"?\s*', lines[0], re.IGNORECASE):
        skipped = 1
    head = lines[skipped] if len(lines) > skipped else ""
    between = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO("".join(lines[skipped:]), newline=""), delimiter=between)
    before = skipped
    try:
        for row in reader:
            yield before + 1, [" ".join(cell.split()) for cell in row]
            before = skipped + reader.line_num
    except csv.Error as fault:
        raise RosterError(f"Line {before + 1} can't be read: {fault}.") from fault


def _columns(headings: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        word = " ".join(re.findall(r"\w+", heading.lower()))
        for name, known in HEADINGS.items():
            if word in known:
                found.setdefault(name, at)
    if "email" not in found:
        raise RosterError("The first row must name the columns, one of them “Email”. “Name” and “Role” help.")
    return found


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _line(number: int, said: Mapping[str, str], role: str) -> Line | Odd:
    email = said["email"].removeprefix("mailto:").lower()
    if not email:
        return Odd(number, "There is no address.")
    if not ADDRESS.fullmatch(email) or len(email) > 254:
        return Odd(number, f"“{email[:60]}” is no e-mail address.")
    name = said.get("name") or f"{said.get('first', '')} {said.get('last', '')}".strip()
    if len(name) > 80:
        return Odd(number, "The name is longer than 80 characters.")
    words = [FORMER.get(word, word) for word in _role_words(said.get("roles", ""))]
    if unknown := [word for word in words if word not in ROLES]:
        return Odd(number, f"“{unknown[0][:40]}” is no role. Roles are {', '.join(ROLES)}.")
    return Line(number, name, email, tuple(one for one in ROLES if one in (words or [role])))


def _role_words(cell: str) -> list[str]:
    """ "Host and counselors" is two roles."""
    words = re.split(r"[,;/|+&\n]|\band\b", cell.lower())
    return [word.strip().removesuffix("s") for word in words if word.strip()]


def _joined(before: Line, again: Line) -> Line:
    both = {*before.roles, *again.roles}
    return Line(
        before.number,
        before.name or again.name,
        before.email,
        tuple(one for one in ROLES if one in both),
    )
