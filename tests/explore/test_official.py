"""Releases as the publishers give them out, and every way in which their files can be wrong."""

import errno
import gzip
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from askwell.explore import pack
from tests.explore import official, releases


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return official.make(tmp_path_factory.mktemp("official"))


@pytest.fixture(scope="module")
def built(folder: Path) -> pack.Pack:
    pack.build(folder, folder.parent / "figures.zip")
    return pack.load(folder.parent / "figures.zip")


def test_files_renamed_in_release_30_3_are_read(built: pack.Pack) -> None:
    nurses = built.occupations()[0].figures
    titles = {each.title: each.kind for each in built.titles() if each.soc == releases.NURSES}

    assert built.manifest.sources["onet"].release == "30.3, May 2026"
    assert nurses["skills"]["skill"] == {"Reading": 4.0, "Repairing": 1.5}
    assert nurses["skills"]["source"] == nurses["work_context"]["source"] == "onet"
    assert [each["name"] for each in nurses["technologies"]["items"]] == ["Epic's Systems", "Microsoft Excel"]
    assert (titles["Staff Nurse"], titles["RN"]) == ("alternate", "short")
    assert (nurses["interests"]["social"], nurses["interests"]["code"]) == (4, "S")
    assert nurses["credential"] == {"source": "onet", "certification": 3.74, "apprenticeship": 2.83}


def test_a_condition_of_work_keeps_its_name_across_releases(built: pack.Pack) -> None:
    assert built.occupations()[0].figures["work_context"]["items"] == {"E-Mail": 75}


def test_the_decade_of_projections_is_read_from_the_headings(built: pack.Pack) -> None:
    projected = built.occupations()[0].figures["projections"]

    assert built.manifest.sources["projections"].release == "2025-35"
    assert (projected["from_year"], projected["to_year"]) == (2025, 2035)
    assert (projected["employment"], projected["employment_projected"]) == (3_391_000, 3_557_100)


def test_codes_of_blss_own_making_are_found_without_a_table(built: pack.Pack) -> None:
    under = {each.soc: each.figures_soc for each in built.occupations()}

    assert under == {
        releases.NURSES: releases.NURSES,
        releases.SURGEONS: releases.SURGEONS,
        releases.AIDES: "31-1120",
        releases.CREW: None,
    }


def test_flat_files_give_the_same_pay_as_the_database_made_of_them(built: pack.Pack, tmp_path: Path) -> None:
    other = releases.make(tmp_path / "releases")
    pack.build(other, tmp_path / "other.zip")

    for one, two in zip(built.occupations(), pack.load(tmp_path / "other.zip").occupations(), strict=True):
        assert one.figures.get("pay") == two.figures.get("pay")
        assert one.figures.get("pay_by_state") == two.figures.get("pay_by_state")


@pytest.mark.parametrize("form", [official.workbook, official.parts])
def test_workbooks_whole_or_in_parts_give_the_same_pay_as_the_flat_files(
    folder: Path, built: pack.Pack, tmp_path: Path, form: Callable[[Path], None]
) -> None:
    shutil.copytree(folder, tmp_path / "books")
    shutil.rmtree(tmp_path / "books" / "oe")
    form(tmp_path / "books" / "oesm31")
    file = tmp_path / "figures.zip"

    pack.build(tmp_path / "books", file)

    read = pack.load(file)
    assert read.manifest.sources["pay"].release == "May 2031"
    for one, two in zip(built.occupations(), read.occupations(), strict=True):
        assert one.figures.get("pay") == two.figures.get("pay")
        assert one.figures.get("pay_by_state") == two.figures.get("pay_by_state")
    assert pack.breakdown(releases.NURSES, file) == pack.breakdown(
        releases.NURSES, folder.parent / "figures.zip"
    )


def test_price_levels_are_read_from_beas_archives(built: pack.Pack) -> None:
    assert [(each.code, each.price_parity) for each in built.states()] == [("OH", 91.5)]
    assert [(each.code, each.price_parity) for each in built.metros()] == [("0010420", 90)]
    assert built.manifest.sources["price-levels"].release == "2024"


def test_the_newest_of_several_releases_wins(folder: Path, tmp_path: Path) -> None:
    root = shutil.copytree(folder, tmp_path / "several")
    releases.onet(root / "older" / "db_28_0_text")
    releases.projections(root / "older", releases.DECADE)
    official.workbook(root / "older", 2030)

    manifest = pack.build(root, tmp_path / "figures.zip")

    assert {key: manifest.sources[key].release for key in ("onet", "projections", "pay")} == {
        "onet": "30.3, May 2026",
        "projections": "2025-35",
        "pay": "May 2031",
    }


def test_a_folder_named_by_its_owner_does_not_hide_which_release_it_holds(
    folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "mine 25_1")
    archive = only(tmp_path, "db_30_3_text.zip")
    with zipfile.ZipFile(archive) as held:
        held.extractall(archive.parent)
    archive.unlink()
    (archive.parent / "db_30_3_text").rename(archive.parent / "database of 20_5")

    manifest = pack.build(tmp_path, tmp_path / "figures.zip")

    assert manifest.sources["onet"].release == "30.3, May 2026"


def test_releases_28_to_30_2_are_read_by_their_names(folder: Path, tmp_path: Path) -> None:
    root = shutil.copytree(folder, tmp_path / "older")
    only(root, "db_30_3_text.zip").unlink()
    whole = root / "db_28_0_text"
    releases.onet(whole)
    for name in ("Skills", "Knowledge", "Work Context"):
        scale = "CX" if name == "Work Context" else "IM"
        rated = official.rated("Electronic Mail" if scale == "CX" else name, "29-1141.00", 4.0, scale)
        (whole / f"{name}.txt").write_text(rated)

    manifest = pack.build(root, tmp_path / "figures.zip")

    nurses = pack.load(tmp_path / "figures.zip").occupations()[0].figures
    assert manifest.sources["onet"].release == "28.0"
    assert nurses["skills"]["skill"] == {"Skills": 4.0}
    assert nurses["credential"]["certification"] == 3.74
    assert nurses["work_context"]["items"] == {"E-Mail": 75}


def loose(folder: Path, to: Path) -> Path:
    """The official files, with archives laid open, so that each can be damaged."""
    for file in folder.rglob("*"):
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as archive:
                archive.extractall(to / file.stem)
        elif file.is_file():
            (to / file.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, to / file.relative_to(folder))
    return to


NEEDED = [
    "Occupation Data.txt",
    "Sample of Reported Titles.txt",
    "Job Titles.txt",
    "Job Zones.txt",
    "Career Interest Types.txt",
    "Education.txt",
    "Training and Experience.txt",
    "Software Skills.txt",
    "Task Statements.txt",
    "Related Occupations.txt",
    "Essential Skills.txt",
    "Transferable Skills.txt",
    "Knowledge.txt",
    "Work Context.txt",
    "occupation.xlsx",
    "education.xlsx",
    "oe.data.0.Current",
    "oe.area",
    "oe.industry",
    "SARPP_STATE_2008_2024.csv",
    "MARPP_MSA_2008_2024.csv",
    "CIP2020_SOC2018_Crosswalk.xlsx",
    "CIPCode2020.csv",
]


def only(root: Path, name: str) -> Path:
    [file] = root.rglob(name)
    return file


def refused(root: Path, to: Path) -> str:
    """What is said of a folder that can't be built from: one plain sentence or two."""
    with pytest.raises(pack.SourceError) as told:
        pack.build(root, to)
    assert not to.exists()
    words = str(told.value)
    assert words.startswith("The ")
    assert words.endswith(".")
    assert not [sign for sign in ("\n", "Error", "Traceback") if sign in words]
    return words


@pytest.mark.parametrize("name", NEEDED)
def test_each_file_that_is_missing_is_named(folder: Path, tmp_path: Path, name: str) -> None:
    root = loose(folder, tmp_path / "loose")
    only(root, name).unlink()

    said = refused(root, tmp_path / "figures.zip")

    assert name.partition("_2008")[0] in said


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content.decode("latin-1").encode("utf-16"),
        lambda content: b"PK\x03\x04" + content[40:],
        lambda content: b"<!DOCTYPE html><html><body>Access denied</body></html>",
    ],
    ids=["empty", "cut", "other encoding", "half an archive", "a web page"],
)
def test_each_file_that_is_damaged_is_refused_in_plain_words_or_read_as_far_as_it_goes(
    folder: Path, tmp_path: Path, name: str, damage: Callable[[bytes], bytes]
) -> None:
    root = loose(folder, tmp_path / "loose")
    file = only(root, name)
    file.write_bytes(damage(file.read_bytes()))

    try:
        pack.build(root, tmp_path / "figures.zip")
    except pack.SourceError:
        said = refused(root, tmp_path / "figures.zip")
        assert name.partition(".")[0].partition("_2008")[0].split(" ")[-1] in said or "survey of pay" in said


def columns() -> list[tuple[str, str]]:
    return [
        ("Occupation Data.txt", "Description"),
        ("Job Titles.txt", "Job Title"),
        ("Software Skills.txt", "Workplace Example"),
        ("Career Interest Types.txt", "Scale ID"),
        ("Essential Skills.txt", "Data Value"),
        ("Transferable Skills.txt", "Recommend Suppress"),
        ("Work Context.txt", "Element Name"),
        ("Related Occupations.txt", "Index"),
        ("Task Statements.txt", "Task Type"),
        ("oe.data.0.Current", "series_id"),
        ("oe.data.0.Current", "year"),
        ("oe.data.0.Current", "footnote_codes"),
        ("oe.area", "areatype_code"),
        ("oe.industry", "display_level"),
        ("SARPP_STATE_2008_2024.csv", "LineCode"),
        ("MARPP_MSA_2008_2024.csv", "GeoFIPS"),
        ("CIPCode2020.csv", "CIPTitle"),
    ]


@pytest.mark.parametrize(("name", "column"), columns())
def test_each_column_that_is_called_otherwise_is_named(
    folder: Path, tmp_path: Path, name: str, column: str
) -> None:
    root = loose(folder, tmp_path / "loose")
    file = only(root, name)
    file.write_bytes(file.read_bytes().replace(column.encode(), b"Else", 1))

    said = refused(root, tmp_path / "figures.zip")

    assert name in said
    assert f"“{column}”" in said


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("Essential Skills.txt", "4.0", "80.0"),
        ("Work Context.txt", "4.0", "75"),
        ("Education.txt", "3.74", "374"),
        ("Career Interest Types.txt", "OI\t3", "OI\t30"),
        ("Job Zones.txt", "\t4", "\t7"),
    ],
)
def test_a_rating_off_its_scale_is_named(folder: Path, tmp_path: Path, name: str, old: str, new: str) -> None:
    root = loose(folder, tmp_path / "loose")
    file = only(root, name)
    file.write_text(file.read_text().replace(old, new, 1))

    said = refused(root, tmp_path / "figures.zip")

    assert name in said
    assert f"“{new.split()[-1]}” where a number from" in said


TABLES = [name for name in NEEDED if not name.endswith(".xlsx")]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\r\n", "\n"),
        lambda text: text + "\r\n\r\n",
        lambda text: "\r\n".join(row + "\t" for row in text.splitlines()) if "\t" in text else text,
    ],
    ids=["a mark of UTF-8", "other line ends", "empty lines below", "an empty column"],
)
def test_the_same_rows_written_in_another_way_give_the_same_figures(
    folder: Path, built: pack.Pack, tmp_path: Path, name: str, change: Callable[[str], str]
) -> None:
    root = loose(folder, tmp_path / "loose")
    file = only(root, name)
    file.write_bytes(change(file.read_bytes().decode()).encode())

    manifest = pack.build(root, tmp_path / "figures.zip")

    assert manifest.members == built.manifest.members


@pytest.mark.parametrize("name", [name for name in TABLES if name.endswith(".txt")])
def test_columns_in_another_order_give_the_same_figures(
    folder: Path, built: pack.Pack, tmp_path: Path, name: str
) -> None:
    root = loose(folder, tmp_path / "loose")
    file = only(root, name)
    rows = [line.split("\t")[::-1] for line in file.read_text().splitlines()]
    official.lines(file, rows)

    manifest = pack.build(root, tmp_path / "figures.zip")

    assert manifest.members == built.manifest.members


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("Essential Skills.txt", "\tIM\t", "\tImp\t", "no figures with “IM” in column “Scale ID”"),
        ("Transferable Skills.txt", "\tIM\t", "\tImp\t", "no figures with “IM” in column “Scale ID”"),
        ("Work Context.txt", "\tCX\t", "\tMean\t", "no figures with “CX” in column “Scale ID”"),
        ("Career Interest Types.txt", "\tOI\t", "\tLike\t", "no figures with “OI” in column “Scale ID”"),
        ("Occupation Data.txt", ".00\t", "\t", "no figures with “11-1011.00”"),
        (
            "oe.data.0.Current",
            "OEUN0000000000000000000",
            "OEUN0000000000000000001",
            "the pay of all occupations",
        ),
    ],
)
def test_rows_that_are_marked_otherwise_are_named_and_not_left_out(
    folder: Path, tmp_path: Path, name: str, old: str, new: str, said: str
) -> None:
    root = loose(folder, tmp_path / "loose")
    file = only(root, name)
    file.write_text(file.read_text().replace(old, new))

    told = refused(root, tmp_path / "figures.zip")

    assert name in told
    assert said in told


def test_a_line_of_pay_that_breaks_off_is_named(folder: Path, tmp_path: Path) -> None:
    root = loose(folder, tmp_path / "loose")
    file = only(root, "oe.data.0.Current")
    file.write_text(file.read_text().rpartition("\t")[0].rpartition("\t")[0])

    assert "is cut short at OEUM0010420000000291248" in refused(root, tmp_path / "figures.zip")


def test_codes_of_programs_that_a_spreadsheet_took_for_numbers_are_named(
    folder: Path, tmp_path: Path
) -> None:
    root = loose(folder, tmp_path / "loose")
    header = ["CIP2020Code", "CIP2020Title", "SOC2018Code"]
    pair: list[object] = [1.0508, "Taxidermy.", releases.NURSES]
    releases.workbook(only(root, "CIP2020_SOC2018_Crosswalk.xlsx"), {"CIP-SOC": [header, pair]})

    assert "“1.0508” where a code like 01.0101 belongs" in refused(root, tmp_path / "figures.zip")


def test_states_that_are_marked_otherwise_are_no_areas_of_another_kind(folder: Path, tmp_path: Path) -> None:
    root = loose(folder, tmp_path / "loose")
    file = only(root, "oe.area")
    file.write_text(file.read_text().replace("\tS\t", "\tState\t"))

    pack.build(root, tmp_path / "figures.zip")

    read = pack.load(tmp_path / "figures.zip")
    assert read.states() == ()
    assert "pay_by_state" not in read.occupations()[0].figures


def test_a_quotation_mark_at_the_start_of_a_name_does_not_swallow_the_rows_below(
    folder: Path, tmp_path: Path
) -> None:
    root = loose(folder, tmp_path / "loose")
    file = only(root, "Job Titles.txt")
    rows = [
        ["O*NET-SOC Code", "Job Title", "Short Title"],
        ["29-1141.00", '"Float" Nurse', "n/a"],
        ["29-1141.00", '"Per Diem Nurse', "n/a"],
        ["29-1141.00", "Staff Nurse", "RN"],
    ]
    official.lines(file, rows)

    pack.build(root, tmp_path / "figures.zip")

    titles = {each.title for each in pack.load(tmp_path / "figures.zip").titles()}
    assert {'"Float" Nurse', '"Per Diem Nurse', "Staff Nurse", "RN"} <= titles


def test_a_sheet_that_is_called_otherwise_is_named(folder: Path, tmp_path: Path) -> None:
    root = loose(folder, tmp_path / "loose")
    releases.workbook(only(root, "occupation.xlsx"), {"Table 9": [["2024 National Employment Matrix title"]]})

    said = refused(root, tmp_path / "figures.zip")

    assert said.endswith("occupation.xlsx has no sheet “Table 1.2”.")


def test_headings_without_years_are_named(folder: Path, tmp_path: Path) -> None:
    root = loose(folder, tmp_path / "loose")
    releases.workbook(only(root, "occupation.xlsx"), {"Table 1.2": [["Title", "Code"], ["a", "b"]]})

    assert "National Employment Matrix title" in refused(root, tmp_path / "figures.zip")


def test_an_archive_that_names_places_outside_of_it_is_refused(folder: Path, tmp_path: Path) -> None:
    root = loose(folder, tmp_path / "loose")
    official.archive(root / "more.zip", {"../../evil.txt": "x"})

    assert "evil.txt" in refused(root, tmp_path / "figures.zip")
    assert not list(tmp_path.rglob("evil.txt"))


def test_an_archive_that_unpacks_to_more_than_any_release_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("askwell.explore.sources.folder.LARGEST", 1_000_000)
    root = loose(folder, tmp_path / "loose")
    official.archive(root / "bomb.zip", {"bomb.txt": b"0" * 2_000_000})

    assert "larger than any release file" in refused(root, tmp_path / "figures.zip")


def test_a_workbook_that_unpacks_to_more_than_any_release_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("askwell.explore.sources.folder.LARGEST_WORKBOOK", 1_000)
    root = loose(folder, tmp_path / "loose")

    assert "unpacks to more" in refused(root, tmp_path / "figures.zip")


def test_a_folder_without_releases_says_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "holds no files" in refused(tmp_path / "empty", tmp_path / "figures.zip")

    (tmp_path / "empty" / "letter.txt").write_text("Dear all")
    assert "occupation.xlsx is missing" in refused(tmp_path / "empty", tmp_path / "figures.zip")


def test_a_folder_that_may_not_be_looked_into_is_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(root: Path, onerror: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(errno.EACCES, "Permission denied", f"{root}/oe"))
        yield from ()

    monkeypatch.setattr("askwell.explore.sources.folder.os.walk", locked)

    assert "oe can't be read: Permission denied" in refused(folder, tmp_path / "figures.zip")


def test_a_file_that_may_not_be_read_is_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(file: Path) -> str:
        raise PermissionError(errno.EACCES, "Permission denied", str(file))

    monkeypatch.setattr("askwell.explore.sources.folder.digest_of", locked)

    assert "occupation.xlsx can't be read: Permission denied" in refused(folder, tmp_path / "figures.zip")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda content: content[:40] + b"????" + content[44:], "damaged"),
        (lambda content: content[:200], "damaged"),
        (lambda content: b"plain", "damaged"),
        (lambda content: gzip.compress(b"no database at all"), "as a database"),
        (lambda content: gzip.compress(b"0" * 3_000_000), "unpacks to more"),
    ],
    ids=["changed", "cut", "not packed", "something else", "a bomb"],
)
def test_a_packed_database_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes], said: str
) -> None:
    monkeypatch.setattr("askwell.explore.sources.folder.LARGEST", 2_000_000)
    root = releases.make(tmp_path / "releases")
    file = only(root, "oews-2025.sqlite.gz")
    file.write_bytes(damage(file.read_bytes()))

    told = refused(root, tmp_path / "figures.zip")

    assert "oews-2025.sqlite.gz" in told
    assert said in told
