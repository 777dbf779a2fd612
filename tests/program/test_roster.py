"""Rosters as Excel and Google Sheets write them, and as people do."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as some

from askwell.program.roster import Line, Odd, RosterError, decoded, read

TWO = (
    Line(2, "Ada Lind", "ada@example.org", ("seeker",)),
    Line(3, "José Ruiz", "jose@example.org", ("host",)),
)
TABLE = [
    ["Name", "Email", "Role"],
    ["Ada Lind", "ada@example.org", ""],
    ["José Ruiz", "Jose@example.org", "Host"],
]


def written(between: str = ",", end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=between, lineterminator=end, quoting=quoting).writerows(TABLE)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        written().encode("utf-8-sig"),  # Excel, "CSV UTF-8"
        written(";").encode("cp1252"),  # Excel of a European Windows
        written("\t").encode("utf-16"),  # Excel, "Unicode Text"
        written(end="\n").encode(),  # Google Sheets
        written(end="\r").encode("utf-8"),  # Excel of an old Mac
        written(quoting=csv.QUOTE_ALL).encode(),
        ("sep=;\r\n" + written(";")).encode(),
    ],
)
def test_every_way_a_spreadsheet_writes_it_says_the_same(raw: bytes) -> None:
    found = read(decoded(raw), role="seeker")

    assert [(line.name, line.email, line.roles) for line in found.lines] == [
        (line.name, line.email, line.roles) for line in TWO
    ]
    assert found.odd == ()


def test_first_and_last_names_in_columns_of_their_own_make_a_name() -> None:
    found = read("Last name,First name,E-mail address\nLind,Ada,ada@example.org\n", role="seeker")

    assert found.lines == (TWO[0],)


def test_odd_lines_are_left_out_and_explained_by_their_number() -> None:
    text = 'Name,Email,Role\n"Ada\nLind",ada@example.org,\nBo,,\nCy,cy at example.org,\nDi,di@example.org,teacher\n'

    found = read(text, role="seeker")

    assert found.lines == (TWO[0],)
    assert found.odd == (
        Odd(4, "There is no address."),
        Odd(5, "“cy at example.org” is no e-mail address."),
        Odd(6, "“teacher” is no role. Roles are seeker, host, counselor, coordinator."),
    )


def test_several_roles_stand_in_one_cell_or_in_several_lines() -> None:
    text = "email;role\na@x.org;Hosts and Counsellor\nb@x.org;student\nB@x.org;host\n"

    found = read(text, role="seeker")

    assert [line.roles for line in found.lines] == [("host", "counselor"), ("seeker", "host")]
    assert [one.number for one in found.odd] == [4]


@pytest.mark.parametrize("text", ["", "\n\n", "Ada Lind,ada@example.org\n", "name,phone\nAda,1\n", "\0\0"])
def test_a_file_without_a_column_of_addresses_is_no_roster(text: str) -> None:
    with pytest.raises(RosterError, match="first row must name the columns"):
        read(text, role="seeker")


def test_a_roster_of_too_many_is_refused_whole() -> None:
    many = "".join(f"n{i}@x.org\n" for i in range(5001))

    with pytest.raises(RosterError, match=r"more than 5,000"):
        read("email\n" + many, role="seeker")


def test_a_roster_of_lines_that_name_nobody_is_refused_before_it_fills_a_page() -> None:
    with pytest.raises(RosterError, match=r"more than 5,000"):
        read("email,x\n" + ",x\n" * 5001, role="seeker")


@given(some.binary(max_size=300))
def test_no_file_is_too_strange_to_be_answered(raw: bytes) -> None:
    try:
        found = read("Email,Role\n" + decoded(raw), role="host")
    except RosterError:
        return

    assert all("@" in line.email and line.roles for line in found.lines)
    assert all(one.number > 1 and one.why for one in found.odd)
