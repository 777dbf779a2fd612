"""Building the pack from release files."""

from pathlib import Path

import pytest

from askwell.explore import pack
from askwell.explore.shape import pay_in
from tests.explore import releases


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return releases.make(tmp_path_factory.mktemp("releases"))


@pytest.fixture(scope="module")
def file(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("pack") / "figures.zip"
    pack.build(folder, to)
    return to


@pytest.fixture(scope="module")
def built(file: Path) -> pack.Pack:
    return pack.load(file)


@pytest.fixture
def occupation(built: pack.Pack) -> dict[str, pack.Occupation]:
    return {each.soc: each for each in built.occupations()}


def test_names_have_no_doubled_blanks_and_no_codes_for_letters(
    occupation: dict[str, pack.Occupation],
) -> None:
    nurses = occupation[releases.NURSES].figures

    assert nurses["programs"]["items"][0]["title"] == "Registered Nursing"
    assert nurses["technologies"]["items"][0]["name"] == "Epic's Systems"


def test_every_detailed_occupation_is_in_the_pack_once(occupation: dict[str, pack.Occupation]) -> None:
    assert list(occupation) == [releases.NURSES, releases.SURGEONS, releases.AIDES, releases.CREW]


def test_headline_figures_are_whole_units(occupation: dict[str, pack.Occupation]) -> None:
    nurses = occupation[releases.NURSES]

    assert (nurses.title, nurses.group) == ("Registered nurses", "Healthcare practitioners")
    assert (nurses.employment, nurses.openings, nurses.change_percent) == (3_391_000, 189_100, 4.9)
    assert (nurses.median_pay, nurses.entry_education, nurses.job_zone) == (97_550, "Bachelor's degree", 4)


def test_figures_a_source_leaves_out_are_absent_and_not_zero(occupation: dict[str, pack.Occupation]) -> None:
    nurses = occupation[releases.NURSES].figures

    assert "self_employed_percent" not in nurses["projections"]
    assert "training" not in nurses["entry"]
    assert "skills" in occupation[releases.SURGEONS].figures
    assert "interests" not in occupation[releases.SURGEONS].figures


def test_pay_too_high_to_be_published_is_a_lower_bound(occupation: dict[str, pack.Occupation]) -> None:
    surgeons = occupation[releases.SURGEONS]

    assert surgeons.median_pay is None
    assert surgeons.figures["pay"]["at_least"]["median"] == 239_200
    assert "median" not in surgeons.figures["pay"]
    assert surgeons.figures["pay_by_state"]["states"]["OH"]["at_least"]["median"] == 239_200
    assert surgeons.figures["pay_history"]["years"] == [
        {"year": 2015, "top_coded": True},
        {"year": 2031, "top_coded": True},
    ]


def test_hourly_pay_stands_where_no_yearly_pay_is_published(occupation: dict[str, pack.Occupation]) -> None:
    pay = occupation[releases.AIDES].figures["pay"]

    assert pay["hourly"]["median"] == 12
    assert "median" not in pay


def test_pay_by_metropolitan_area_and_industry_stands_beside_the_occupation(
    built: pack.Pack, file: Path
) -> None:
    nurses, surgeons = (pack.breakdown(soc, file) for soc in (releases.NURSES, releases.SURGEONS))

    assert nurses.soc == releases.NURSES
    assert nurses.metros == {"0010420": [100, 80_000, 80_000, 80_000]}
    assert nurses.industries == {
        "62--63": [100, 95_000, 95_000, 95_000],
        "622000": [100, 98_000, 98_000, 98_000],
    }
    assert pay_in(surgeons.metros["0010420"])["at_least"]["median"] == 239_200
    assert pack.breakdown(releases.CREW, file) == pack.Breakdown(releases.CREW)
    assert [(metro.name, metro.price_parity) for metro in built.metros()] == [("Akron, OH", 90)]


def test_an_industry_is_named_once_and_without_its_number(built: pack.Pack) -> None:
    named = [(each.name, each.level) for each in built.industries()]

    assert named == [("Health Care and Social Assistance", 2), ("Hospitals", 3)]


def test_figures_of_a_broader_group_say_so(occupation: dict[str, pack.Occupation]) -> None:
    aides, crew = occupation[releases.AIDES], occupation[releases.CREW]

    assert aides.title == "Home health aides"
    assert (aides.figures_soc, aides.figures_title) == ("31-1120", "Home and personal care aides")
    assert (crew.figures_soc, crew.figures_title, crew.figures) == (None, None, {})


def test_suppressed_ratings_are_left_out(occupation: dict[str, pack.Occupation]) -> None:
    skills = occupation[releases.NURSES].figures["skills"]

    assert skills["skill"] == {"Reading": 4.0}
    assert [each["name"] for each in skills["stands_out"]] == ["Reading"]


def test_occupations_the_excel_release_has_not_rated_are_filled_in_and_say_from_where(
    occupation: dict[str, pack.Occupation],
) -> None:
    assert occupation[releases.AIDES].figures["skills"]["source"] == "onet-computed"
    assert occupation[releases.NURSES].figures["skills"]["source"] == "onet-skills"


def test_a_certification_matters_as_the_occupation_is_rated_or_its_specialties_are(
    occupation: dict[str, pack.Occupation], built: pack.Pack
) -> None:
    nurses, aides, surgeons = (
        occupation[soc].figures.get("credential")
        for soc in (releases.NURSES, releases.AIDES, releases.SURGEONS)
    )

    assert nurses == {"source": "onet", "certification": 3.74, "apprenticeship": 2.83}
    assert aides == {"source": "onet", "certification": 2.5, "from_specialties": True}
    assert surgeons is None
    assert built.total.figures["credential"] == {
        "source": "onet",
        "certification": 3.12,
        "apprenticeship": 2.83,
    }


def test_the_handbook_tells_which_careers_its_section_on_licenses_is_about(
    occupation: dict[str, pack.Occupation],
) -> None:
    nurses, aides = (occupation[soc].figures["handbook"] for soc in (releases.NURSES, releases.AIDES))

    assert nurses == {"source": "handbook", "page": "healthcare/registered-nurses", "licenses": True}
    assert aides == {"source": "handbook", "page": "healthcare/aides"}
    assert "handbook" not in occupation[releases.CREW].figures


def test_the_official_text_file_is_read_where_it_is_there(folder: Path, tmp_path: Path) -> None:
    skills = folder / "onet_30_1_text" / "Skills.txt"
    releases.write(skills, [releases.RATING, ["29-1141.00", "2.A.1.a", "Reading", "IM", "2.75", "N"]])

    try:
        pack.build(folder, tmp_path / "figures.zip")
    finally:
        skills.unlink()

    nurses = pack.load(tmp_path / "figures.zip").occupations()[0]
    assert (nurses.figures["skills"]["source"], nurses.figures["skills"]["skill"]) == (
        "onet",
        {"Reading": 2.75},
    )


def test_programs_lead_both_ways(
    file: Path, built: pack.Pack, occupation: dict[str, pack.Occupation]
) -> None:
    listed = occupation[releases.NURSES].figures["programs"]["items"]

    assert listed == [{"cip": "51.3801", "title": "Registered Nursing"}]
    [nursing] = built.majors()
    assert nursing == pack.Major(
        "51.3801", "Registered Nursing", "Health professions and related programs", (releases.NURSES,)
    )
    assert pack.majors(file) == (nursing,)


def test_related_occupations_come_nearest_first(occupation: dict[str, pack.Occupation]) -> None:
    related = occupation[releases.NURSES].figures["related"]["items"]

    assert [each["soc"] for each in related] == [releases.AIDES, releases.SURGEONS]


def test_titles_carry_their_kind(built: pack.Pack) -> None:
    kinds = {each.title: each.kind for each in built.titles() if each.soc == releases.NURSES}

    assert kinds["Registered nurses"] == kinds["Registered Nurses"] == "official"
    assert kinds["Acute Care Nurses"] == "specialty"
    assert (kinds["Charge Nurse"], kinds["Staff Nurse"], kinds["RN"]) == ("reported", "alternate", "short")


def test_the_pack_holds_no_sentence_of_the_releases(built: pack.Pack) -> None:
    held = repr([built.occupations(), built.titles(), built.words()])

    assert "Look after people" not in held
    assert "Monitor patients" not in held
    assert "vitals" in built.words()[releases.NURSES]


def test_all_workers_stand_for_comparison(built: pack.Pack) -> None:
    total = built.total

    assert (total.soc, total.median_pay, total.change_percent) == ("00-0000", 50_980, 3.1)
    assert total.figures["attainment"]["bachelor"] == 25
    assert total.figures["skills"]["skill"]["Reading"] == 3.0


def test_the_manifest_names_release_licence_date_and_hashes(built: pack.Pack) -> None:
    sources = built.manifest.sources

    assert sources["pay"].release == "May 2031"
    assert sources["onet"].licence == "CC BY 4.0"
    assert {source.retrieved for source in sources.values()} == {"2026-03-03"}
    assert all(len(file.sha256) == 64 for source in sources.values() for file in source.files)


def test_every_kind_of_figure_names_a_source_of_the_manifest(built: pack.Pack) -> None:
    named = {kind["source"] for each in built.occupations() for kind in each.figures.values()}  # type: ignore[index]  # kinds are dicts

    assert named <= set(built.manifest.sources)


def test_the_same_files_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"

    pack.build(folder, one)
    pack.build(folder, other)

    assert one.read_bytes() == other.read_bytes()


def test_progress_is_told_in_words(folder: Path, tmp_path: Path) -> None:
    said: list[str] = []

    pack.build(folder, tmp_path / "figures.zip", progress=said.append)

    assert "Reading pay" in said


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("onet_30_1_text/Interests.txt", "onet_30_1_text/Interests.txt"),
        ("bls_ep_2024_34/occupation.xlsx", "occupation.xlsx"),
        ("oews_2025/oews-2025.sqlite.gz", "survey of pay"),
    ],
)
def test_a_missing_file_is_named(tmp_path: Path, name: str, called: str) -> None:
    root = releases.make(tmp_path / "releases")
    (root / name).unlink()

    with pytest.raises(pack.SourceError, match=called):
        pack.build(root, tmp_path / "figures.zip")

    assert not (tmp_path / "figures.zip").exists()


def test_a_missing_column_is_named_with_its_file(tmp_path: Path) -> None:
    root = releases.make(tmp_path / "releases")
    releases.write(root / "onet_30_1_text/Job Zones.txt", [["O*NET-SOC Code", "Zone"], ["29-1141.00", 4]])

    with pytest.raises(pack.SourceError, match=r"Job Zones\.txt has no column “Job Zone”"):
        pack.build(root, tmp_path / "figures.zip")


def test_a_missing_column_of_a_workbook_is_named_with_its_sheet(tmp_path: Path) -> None:
    root = releases.make(tmp_path / "releases")
    releases.workbook(
        root / "onet_29_3_excel/Skills.xlsx", {"Skills": [releases.RATING[:-1], ["29-1141.00"]]}
    )

    with pytest.raises(
        pack.SourceError, match=r"Skills\.xlsx \(sheet Skills\) has no column “Recommend Suppress”"
    ):
        pack.build(root, tmp_path / "figures.zip")


def test_words_where_a_number_belongs_are_named(tmp_path: Path) -> None:
    root = releases.make(tmp_path / "releases")
    rows = [
        ["O*NET-SOC Code", "Element Name", "Scale ID", "Data Value"],
        ["29-1141.00", "Realistic", "OI", "lots"],
    ]
    releases.write(root / "onet_30_1_text/Interests.txt", rows)

    with pytest.raises(pack.SourceError, match=r"Interests\.txt has “lots”.*“Data Value”"):
        pack.build(root, tmp_path / "figures.zip")
