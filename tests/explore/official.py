"""The same tiny releases in the forms the publishers give them out: archives, flat files, new names."""

import io
import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from askwell.explore.sources import bls, oews
from tests.explore import releases

LATER = bls.Decade(2025, 2035)
COLUMNS = [*oews.WHERE, *oews.SHEET.values()]


def make(root: Path) -> Path:
    """O*NET 30.3 as its zip, pay as flat files, projections of another decade, parities as BEA's zips."""
    onet_30_3(root / "downloads" / "db_30_3_text.zip")
    releases.projections(root / "emp", LATER)
    flat(root / "oe")
    parities(root / "bea")
    prices(root / "cpi")
    releases.crosswalk_of_programs(root)
    return root


def onet_30_3(file: Path) -> Path:
    """The text archive with the names that came with release 30.3."""
    loose = file.parent / ".making"
    releases.onet(loose)
    old = {each.stem: each.read_text(encoding="utf-8") for each in loose.iterdir()}
    for each in loose.iterdir():
        each.unlink()
    loose.rmdir()
    skills = old.pop("Technology Skills").replace("Example", "Workplace Example", 1)
    schooling = old.pop("Education, Training, and Experience").splitlines(keepends=True)
    titles = old.pop("Alternate Titles").replace("Alternate Title", "Job Title", 1)
    new = old | {
        "Software Skills": skills.replace("Commodity Title", "Element Name", 1),
        "Job Titles": titles,
        "Career Interest Types": old["Interests"],
        "Education": "".join(line for line in schooling if "\t3.A" not in line),
        "Training and Experience": "".join(line for line in schooling if "\t2.D" not in line),
        "Essential Skills": rated("Reading", "29-1141.00", 4.0),
        "Transferable Skills": rated("Repairing", "29-1141.00", 1.5),
        "Knowledge": rated("Biology", "29-1141.00", 3.5),
        "Work Context": rated("Electronic Mail", "29-1141.00", 4.0, "CX"),
        "Read Me": "O*NET 30.3 Database\r\nMay 2026 Release\r\n",
    }
    del new["Interests"], new["Tools Used"]
    return archive(file, {f"db_30_3_text/{name}.txt": text for name, text in new.items()})


def rated(element: str, code: str, value: float, scale: str = "IM") -> str:
    """A file of ratings with one row."""
    return "\t".join(releases.RATING) + f"\r\n{code}\t2.A.1.a\t{element}\t{scale}\t{value}\tN\r\n"


def archive(file: Path, parts: dict[str, str | bytes]) -> Path:
    """A zip archive."""
    file.parent.mkdir(parents=True, exist_ok=True)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    file.write_bytes(packed.getvalue())
    return file


def flat(folder: Path, year: int = 2031) -> None:
    """The survey of pay as BLS's flat files: padded cells, one line a figure."""
    areas = [
        ["00", "0000000", "N", "National"],
        ["39", "3900000", "S", "Ohio"],
        ["39", "0010420", "M", "Akron, OH"],
    ]
    lines(folder / "oe.area", [["state_code", "area_code", "areatype_code", "area_name"], *areas])
    industries = [[code, name, level, "T", at] for at, (code, name, level) in enumerate(releases.INDUSTRIES)]
    header = ["industry_code", "industry_name", "display_level", "selectable", "sort_sequence"]
    lines(folder / "oe.industry", [header, *industries])
    kind_of = {code: kind for _, code, kind, _ in areas}
    rows: list[list[object]] = [
        ["series_id".ljust(30), "year", "period", "value".rjust(12), "footnote_codes"]
    ]
    for area, industry, occupation, yearly, mark in releases.CELLS:
        series = f"OEU{kind_of[area]}{area}{industry}{occupation}"
        hourly = {kind: str(10 + at) if mark == "4" else "-" for at, kind in enumerate(oews.HOURLY.values())}
        held = {"01": "100"} | hourly | dict.fromkeys(oews.YEARLY.values(), yearly)
        for kind, value in sorted(held.items()):
            note = mark if value == "-" else ""
            rows.append([f"{series}{kind}".ljust(30), year, "A01", value.rjust(12), note])
    lines(folder / "oe.data.0.Current", rows)


def parts(folder: Path, year: int = 2031) -> None:
    """The survey of pay as the archives of its parts: the country, states, areas, industries."""
    whole = "cross-industry"
    held = {
        "oesm31nat.zip": {"national": lambda row: row[2] == "1" and row[5] == whole},
        "oesm31st.zip": {"state": lambda row: row[2] == "2"},
        "oesm31ma.zip": {"MSA": lambda row: row[2] == "4"},
        "oesm31in4.zip": {
            "natsector": lambda row: row[5] == "sector",
            "nat3d": lambda row: row[5] == "3-digit",
            "nat4d": lambda row: row[5] in {"4-digit", "cross-industry, ownership"},
        },
    }
    for name, books in held.items():
        place = name.removesuffix(".zip")
        for title, wanted in books.items():
            workbook(folder / "made", year, f"{title}_M{year}_dl", wanted)
        made: dict[str, str | bytes] = {f"{place}/field_descriptions.xlsx": b""}
        made |= {f"{place}/{each.name}": each.read_bytes() for each in (folder / "made").iterdir()}
        archive(folder / name, made)
        shutil.rmtree(folder / "made")


def workbook(
    folder: Path,
    year: int = 2031,
    called: str = "",
    wanted: Callable[[list[object]], bool] = lambda row: True,
) -> None:
    """The survey of pay as the workbook of all places, or of those that are wanted; remarks follow on further sheets."""
    kinds = {
        "0000000": ("99", "U.S.", "1"),
        "3900000": ("39", "Ohio", "2"),
        "0010420": ("10420", "Akron, OH", "4"),
    }
    groups = {0: "cross-industry", 1: "cross-industry, ownership", 2: "sector", 3: "3-digit", 4: "4-digit"}
    named = {
        code: (name.removeprefix("Sector 62 - "), groups[level]) for code, name, level in releases.INDUSTRIES
    }
    rows: list[list[object]] = []
    for area, industry, soc, yearly, mark in releases.CELLS:
        name, group = named[industry]
        naics = "62" if industry == "62--63" else industry
        code, title, kind = kinds[area]
        where = [code, title, kind, naics, name, group, f"{soc[:2]}-{soc[2:]}"]
        given = "#" if mark == "5" else "*" if mark else int(yearly)
        hours = {column: 10.0 + at if mark == "4" else "*" for at, column in enumerate(HOURS)}
        figures = [100 if each == "TOT_EMP" else hours.get(each, given) for each in oews.SHEET.values()]
        rows.append([*where, *figures])
    sheets: dict[str, releases.Table] = {
        f"All May {year} data": [COLUMNS, *filter(wanted, rows)],
        "Field Descriptions": [["Field"]],
    }
    releases.workbook(folder / f"{called or f'all_data_M_{year}'}.xlsx", sheets)


HOURS = ["H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "H_MEAN"]


def prices(folder: Path, newest: int = 2031) -> None:
    """Consumer prices as BLS's flat file: 100 in 2015, 1.5 more in each year since; months and regions beside them."""
    rows: list[list[object]] = [
        ["series_id".ljust(17), "year", "period", "value".rjust(12), "footnote_codes"],
        ["CUSR0000SA0".ljust(17), 2015, "M13", "99.000".rjust(12), ""],
    ]
    for year in range(2015, newest + 1):
        level = f"{100 + 1.5 * (year - 2015):.3f}".rjust(12)
        rows += [["CUUR0000SA0".ljust(17), year, "M12", "1.0", ""], ["CUUR0000SA0", year, "M13", level, ""]]
    lines(folder / "cu.data.1.AllItems", rows)


def parities(folder: Path) -> None:
    """Price levels as BEA packs them, with remarks below the table."""
    head = '"GeoFIPS","GeoName","Region","TableName","LineCode","IndustryClassification","Description","Unit","2023","2024"\n'
    tail = '"Note: See the included footnote file."\n"SARPP: Regional price parities"\n'
    ohio = ' "39000","Ohio","3","SARPP",{},"...","RPPs: All items","Index",91.0,{}\n'
    akron = (
        ' "10420","Akron, OH (Metropolitan Statistical Area)"," ","MARPP",1,"...","RPPs","Index",89.0,90\n'
    )
    states = head + ohio.format(1, 91.5) + ohio.format(2, 99) + tail
    archive(folder / "SARPP.zip", {"SARPP_STATE_2008_2024.csv": states, "SARPP__definition.xml": "<x/>"})
    archive(folder / "MARPP.zip", {"MARPP_MSA_2008_2024.csv": head + akron + tail})


def lines(file: Path, rows: Sequence[Sequence[object]]) -> None:
    """A flat file with BLS's line ends."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join("\t".join(map(str, row)) + "\r\n" for row in rows), encoding="utf-8", newline="")
