"""A tiny folder of release files in the official forms, for tests of the pack."""

import csv
import gzip
import sqlite3
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from askwell.explore.sources import bls

DECADE = bls.Decade(2024, 2034)

Table = Sequence[Sequence[object]]
NURSES, SURGEONS, AIDES, CREW = "29-1141", "29-1248", "31-1121", "55-1011"
RATING = ["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress"]
CODES = [bls.TITLE, bls.CODE]
MATRIX = [*CODES, bls.KIND, *bls.THOUSANDS.values(), *bls.PERCENT.values(), *bls.ENTRY.values()]


def headings(columns: Sequence[str], decade: bls.Decade) -> list[str]:
    """Headings as BLS prints them: with years, long dashes and footnotes."""
    return [
        decade.named(column).replace("-", "–", 1) if "{span}" in column else decade.named(column)
        for column in columns
    ]


def make(root: Path) -> Path:
    """Write releases on four occupations: one plain, one with bounds, one merged, one military."""
    onet(root / "onet_30_1_text")
    ratings(root / "onet_29_3_excel")
    projections(root / "bls_ep_2024_34")
    tables(root)
    wages(root / "oews_2025" / "oews-2025.sqlite.gz")
    crosswalk_of_programs(root)
    (root / "README.md").write_text("Official releases, gathered on 3 March 2026 from the publishers.\n")
    return root


def crosswalk_of_programs(root: Path) -> None:
    """Programs of study and the occupations they lead to."""
    pairs = [
        ["51.3801", "Registered  Nursing.", NURSES, "Nurses"],
        ["01.0508", "Taxidermy.", "99-9999", "NO MATCH"],
    ]
    header = ["CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title"]
    workbook(root / "cip_soc/CIP2020_SOC2018_Crosswalk.xlsx", {"CIP-SOC": [header, *pairs]})
    fields = [
        ["CIPCode", "CIPTitle"],
        ["51", "HEALTH PROFESSIONS AND RELATED PROGRAMS."],
        ["51.38", "Nursing."],
    ]
    write(root / "cip_soc/CIPCode2020.csv", fields)


def onet(folder: Path) -> None:
    """The text release: names, preparation, interests, technologies, related occupations, duties."""
    code = "O*NET-SOC Code"
    titles = [
        ["29-1141.00", "Registered Nurses"],
        ["29-1141.01", "Acute Care Nurses"],
        ["29-1248.00", "Surgeons"],
    ]
    titles += [["31-1121.00", "Home Health Aides"], ["55-1011.00", "Air Crew Officers"]]
    files: dict[str, Table] = {
        "Occupation Data": [
            [code, "Title", "Description"],
            *([*row, "Look after people."] for row in titles),
        ],
        "Sample of Reported Titles": [[code, "Reported Job Title"], ["29-1141.00", "Charge Nurse"]],
        "Alternate Titles": [[code, "Alternate Title", "Short Title"], ["29-1141.00", "Staff Nurse", "RN"]],
        "Job Zones": [[code, "Job Zone"], ["29-1141.00", 4], ["29-1141.01", 5]],
        "Education, Training, and Experience": schooling(),
        "Interests": [[code, "Element Name", "Scale ID", "Data Value"], *interests()],
        "Technology Skills": [
            [code, "Example", "Commodity Title", "Hot Technology", "In Demand"],
            ["29-1141.00", "Epic&apos;s Systems", "Medical software", "N", "Y"],
            ["29-1141.00", "Microsoft Excel", "Spreadsheet software", "Y", "N"],
        ],
        "Tools Used": [[code, "Example", "Commodity Title"], ["29-1141.00", "Stethoscopes", "Stethoscopes"]],
        "Task Statements": [
            [code, "Task", "Task Type"],
            ["29-1141.00", "Monitor patients and vitals.", "Core"],
        ],
        "Related Occupations": [
            [code, "Related O*NET-SOC Code", "Relatedness Tier", "Index"],
            ["29-1141.00", "29-1248.00", "Primary-Short", 2],
            ["29-1141.00", "31-1121.00", "Primary-Short", 1],
        ],
    }
    for name, rows in files.items():
        write(folder / f"{name}.txt", rows)


def schooling() -> Table:
    """What it takes, for nurses and one specialty: schooling in shares, certification and apprenticeship by weight."""
    header = ["O*NET-SOC Code", "Element ID", "Scale ID", "Category", "Data Value", "Recommend Suppress"]
    return [
        header,
        ["29-1141.00", "2.D.1", "RL", 5, 40.0, "N"],
        ["29-1141.00", "2.D.4.a", "IM", "n/a", 3.74, "N"],
        ["29-1141.01", "2.D.4.a", "IM", "n/a", 4.5, "N"],
        ["31-1121.01", "2.D.4.a", "IM", "n/a", 2.0, "n/a"],
        ["31-1121.02", "2.D.4.a", "IM", "n/a", 3.0, "n/a"],
        ["29-1248.00", "2.D.4.a", "IM", "n/a", 4.9, "Y"],
        ["29-1141.00", "3.A.2", "PT", 2, 30.0, "N"],
        ["29-1141.00", "3.A.4.a", "IM", "n/a", 2.83, "N"],
    ]


def interests() -> Table:
    """Six interests and their high point, for nurses."""
    names = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
    rows: list[list[object]] = [["29-1141.00", name, "OI", at] for at, name in enumerate(names, 1)]
    return [*rows, ["29-1141.00", "First Interest High-Point", "IH", 4]]


def ratings(folder: Path) -> None:
    """Skills and knowledge as Excel."""
    rows = [
        ["29-1141.00", "2.A.1.a", "Reading", "IM", 4.0, "N"],
        ["29-1248.00", "2.A.1.a", "Reading", "IM", 3.0, "N"],
    ]
    rows += [
        ["29-1141.00", "2.A.1.b", "Repairing", "IM", 4.9, "Y"],
        ["29-1248.00", "2.A.1.b", "Repairing", "IM", 1.5, "N"],
    ]
    workbook(folder / "Skills.xlsx", {"Skills": [RATING, *rows]})
    biology = [
        ["29-1141.00", "2.C.4.d", "Biology", "IM", 3.5, "N"],
        ["29-1248.00", "2.C.4.d", "Biology", "IM", 4.5, "N"],
    ]
    workbook(folder / "Knowledge.xlsx", {"Knowledge": [RATING, *biology]})


def projections(folder: Path, decade: bls.Decade = DECADE) -> None:
    """Projections, rates of leaving and schooling, with titles above the headers as BLS has them."""
    words = ["Bachelor's degree", "None", "—"]
    rows = [["Total, all occupations", "00-0000", "Summary", 1000, 1031, 31, 100, 3.1, 5.8, "—", "—", "—"]]
    rows += [
        ["  Healthcare practitioners occupations", "29-0000", "Summary", 90, 95, 5, 8, 5.5, 1, "—", "—", "—"]
    ]
    rows += [["      Registered nurses", NURSES, "Line item", 3391, 3557.1, 166.1, 189.1, 4.9, "—", *words]]
    rows += [["      Surgeons, all other[1]", SURGEONS, "Line item", 20, 20.5, 0.5, 0.6, 2.5, 30, *words]]
    rows += [
        ["      Home and personal care aides", "31-1120", "Line item", 4000, 4700, 700, 700, 17, 3, *words]
    ]
    rates: Table = [headings([*CODES, *bls.RATES.values()], decade), ["Registered nurses", NURSES, 2.5, 3]]
    sheets: dict[str, Table] = {
        "Table 1.2": [["Table 1.2 Projections"], headings(MATRIX, decade), *rows],
        "Table 1.10": rates,
    }
    workbook(folder / "occupation.xlsx", sheets)
    shares = [
        ["Total", "00-0000", 7, 22, 19, 10, 25, 12, 5],
        ["Registered nurses[1]", NURSES, 0, 1, 4, 26, 54, 13, 2],
    ]
    header = headings([*CODES, *bls.SCHOOLING.values()], decade)
    workbook(folder / "education.xlsx", {"Table 5.3": [["Table 5.3"], header, *shares]})


def tables(root: Path) -> None:
    """Crosswalks, and tables of figures where the official file is absent."""
    socs = [(NURSES, "Registered Nurses"), (SURGEONS, "Surgeons, All Other"), (AIDES, "Home Health Aides")]
    socs += [(CREW, "Air Crew Officers")]
    crosswalk = [[f"{soc}.00", title, soc, title] for soc, title in socs]
    header = ["O*NET-SOC 2019 Code", "O*NET-SOC 2019 Title", "2018 SOC Code", "2018 SOC Title"]
    write(root / "crosswalks/2019_to_SOC_Crosswalk.csv", [header, *crosswalk])
    under = {NURSES: NURSES, SURGEONS: SURGEONS, AIDES: "31-1120", CREW: ""}
    figures = root / "figures"
    write(
        figures / "onet_occupations.csv", [["soc_code", "ep_soc_code"], *([*pair] for pair in under.items())]
    )
    filled = [["31-1121.00", "2.A.1.a", 2.0, 0, "30.3"], ["29-1141.00", "2.A.1.a", 9.0, 0, "29.3"]]
    write(figures / "skills.csv", [["onet_code", "element_id", "importance", "suppress", "release"], *filled])
    write(
        figures / "work_context_elements.csv",
        [["element_id", "element_name"], ["4.C.1", "Spend Time Standing"]],
    )
    scores = [[NURSES, "4.C.1", 50], ["29-1141.01", "4.C.1", 90]]
    write(figures / "work_context_30_3.csv", [["code", "element_id", "score_0_100"], *scores])
    years = [
        [NURSES, 2025, 97550, 97550, ""],
        [NURSES, 2015, 67490, 91000, ""],
        [SURGEONS, 2015, "", "", "top_coded"],
    ]
    columns = ["soc_code", "year", "median_wage", "median_wage_2025_dollars", "status"]
    write(figures / "wage_history.csv", [columns, *years])
    pages = [["registered-nurses", "healthcare", 1], ["aides", "healthcare", 0]]
    section = "has_license_or_certification_section"
    write(figures / "ooh_quick_facts.csv", [["slug", "category", section], *pages])
    told = [["registered-nurses", NURSES], ["aides", "31-1120"]]
    write(figures / "ooh_soc.csv", [["slug", "soc_code"], *told])
    parities = [["state", "OH", "Ohio", 91.5], ["metro", "10420", "Akron", 90]]
    write(figures / "regional_price_parities.csv", [["kind", "code", "name", "rpp"], *parities])


def wages(path: Path) -> None:
    """Pay as a gzipped database; "-" with footnote 5 is too high to be published, with 8 not released."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = path.with_suffix("")
    connection = sqlite3.connect(plain)
    kinds = [f"{at:02d}" for at in range(1, 18)]
    columns = ", ".join(["key", *(f"v{kind}" for kind in kinds), *(f"f{kind}" for kind in kinds)])
    connection.execute(f"CREATE TABLE cell ({columns})")
    connection.execute("CREATE TABLE meta (name, value)")
    connection.execute("INSERT INTO meta VALUES ('release', 'May 2031')")
    connection.execute("CREATE TABLE area (area_code, areatype_code, area_name)")
    areas = [("0000000", "N", "National"), ("3900000", "S", "Ohio"), ("0010420", "M", "Akron, OH")]
    connection.executemany("INSERT INTO area VALUES (?, ?, ?)", areas)
    connection.execute("CREATE TABLE industry (industry_code, industry_name, display_level)")
    connection.executemany("INSERT INTO industry VALUES (?, ?, ?)", INDUSTRIES)
    kind_of = {area: kind for area, kind, _ in areas}
    for area, industry, occupation, yearly, mark in CELLS:
        key = f"OEU{kind_of[area]}{area}{industry}{occupation}"
        hourly = ["10", "11", "12", "13", "14"] if mark == "4" else ["-"] * 5
        values = ["100", "0.0", "15", yearly, "0.1", *hourly, *[yearly] * 5, "1", "1"]
        marks = [mark if value == "-" else None for value in values]
        connection.execute(f"INSERT INTO cell VALUES ({', '.join('?' * 35)})", [key, *values, *marks])  # noqa: S608 (fixed)
    connection.commit()
    connection.close()
    path.write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()


CELLS = [
    ("0000000", "000000", "000000", "50980", ""),
    ("0000000", "000000", "291141", "97550", ""),
    ("0000000", "000000", "291248", "-", "5"),
    ("0000000", "000000", "311120", "-", "4"),
    ("0000000", "000001", "291141", "97000", ""),
    ("0000000", "62--63", "291141", "95000", ""),
    ("0000000", "622000", "291141", "98000", ""),
    ("0000000", "622100", "291141", "98100", ""),
    ("3900000", "000000", "291141", "82510", ""),
    ("3900000", "000000", "291248", "-", "5"),
    ("0010420", "000000", "290000", "70000", ""),
    ("0010420", "000000", "291141", "80000", ""),
    ("0010420", "000000", "291248", "-", "5"),
]
INDUSTRIES = [
    ("000000", "Cross-Industry, Private, Federal, State, and Local", 0),
    ("000001", "Cross-industry, Private Ownership only", 1),
    ("62--63", "Sector 62 - Health Care and Social Assistance", 2),
    ("622000", "Hospitals", 3),
    ("622100", "Hospitals", 4),
]


def write(path: Path, rows: Table) -> None:
    """A comma-separated file, or tab-separated where it is called .txt."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter="\t" if path.suffix == ".txt" else ",").writerows(rows)


def workbook(path: Path, sheets: dict[str, Table]) -> None:
    """A workbook with nothing but cells."""
    path.parent.mkdir(parents=True, exist_ok=True)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    names = list(sheets)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="r{at}"/>' for at, name in enumerate(names, 1)
    )
    links = "".join(
        f'<Relationship Id="r{at}" Type="{office}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(names) + 1)
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
        root = f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/>'
        archive.writestr(
            "_rels/.rels", f'<Relationships xmlns="{package}/relationships">{root}</Relationships>'
        )
        book = f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{listed}</sheets></workbook>'
        archive.writestr("xl/workbook.xml", book)
        relations = f'<Relationships xmlns="{package}/relationships">{links}</Relationships>'
        archive.writestr("xl/_rels/workbook.xml.rels", relations)
        for at, name in enumerate(names, 1):
            rows = "".join(f"<row>{''.join(cell(value) for value in row)}</row>" for row in sheets[name])
            sheet = f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
            archive.writestr(f"xl/worksheets/sheet{at}.xml", sheet)


def cell(value: object) -> str:
    """One cell, a number or text."""
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'
