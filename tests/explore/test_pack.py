"""The pack of figures as it is shipped and read."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askwell.explore import pack
from askwell.explore.naming import plain


@pytest.fixture(scope="module")
def shipped() -> pack.Pack:
    return pack.load()


@pytest.fixture(scope="module")
def occupation(shipped: pack.Pack) -> dict[str, pack.Occupation]:
    return {each.soc: each for each in shipped.occupations()}


def test_the_shipped_pack_holds_every_detailed_occupation(occupation: dict[str, pack.Occupation]) -> None:
    assert len(occupation) == 867


def test_known_figures_are_as_published(occupation: dict[str, pack.Occupation]) -> None:
    developers, nurses = occupation["15-1252"], occupation["29-1141"]

    assert (developers.employment, developers.change_percent, developers.openings) == (
        1_693_800,
        15.8,
        115_200,
    )
    assert (developers.median_pay, nurses.median_pay) == (135_980, 97_550)
    assert (nurses.employment, nurses.change_percent, nurses.openings) == (3_391_000, 4.9, 189_100)


def test_a_certification_matters_as_published(occupation: dict[str, pack.Occupation]) -> None:
    rated = [each.figures["credential"] for each in occupation.values() if "credential" in each.figures]
    known = [each[kind] for each in rated for kind in ("certification", "apprenticeship") if kind in each]

    assert occupation["29-1141"].figures["credential"]["certification"] == 3.74
    assert occupation["47-2111"].figures["handbook"]["page"] == "construction-and-extraction/electricians"
    assert len(rated) == 491
    assert min(known) >= 1
    assert max(known) <= 5


def test_names_are_clean(shipped: pack.Pack) -> None:
    names = [
        *(each.title for each in shipped.titles()),
        *(each.title for each in shipped.majors()),
        *(each.title for each in shipped.occupations()),
        *(each.name for each in shipped.metros()),
        *(each.name for each in shipped.industries()),
    ]

    assert [name for name in names if name != " ".join(name.split()) or "&apos;" in name] == []


def test_no_pay_is_zero_and_percentiles_rise(occupation: dict[str, pack.Occupation]) -> None:
    for each in occupation.values():
        pay = each.figures.get("pay", {})
        known = [pay[name] for name in ("p10", "p25", "median", "p75", "p90") if name in pay]

        assert known == sorted(known)
        assert all(value > 0 for value in known)


def test_only_military_occupations_have_no_published_figures(occupation: dict[str, pack.Occupation]) -> None:
    without = {soc[:2] for soc, each in occupation.items() if each.figures_soc is None}

    assert without == {"55"}


def test_related_occupations_exist(occupation: dict[str, pack.Occupation]) -> None:
    for each in occupation.values():
        for other in each.figures.get("related", {"items": []})["items"]:
            assert occupation[other["soc"]].title == plain(other["title"])


def test_the_pack_is_small() -> None:
    assert pack.SHIPPED.stat().st_size < 8_000_000


def test_a_missing_pack_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(pack.PackError, match="is missing: there is no file"):
        pack.load(tmp_path / "figures.zip")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0, 0.999))
def test_a_pack_cut_short_is_refused(tmp_path: Path, cut: float) -> None:
    content = pack.SHIPPED.read_bytes()
    short = tmp_path / "figures.zip"
    short.write_bytes(content[: int(len(content) * cut)])

    with pytest.raises(pack.PackError, match="is damaged"):
        pack.load(short)


def test_a_pack_with_a_changed_part_is_refused(tmp_path: Path) -> None:
    forged = tmp_path / "figures.zip"
    with zipfile.ZipFile(pack.SHIPPED) as before, zipfile.ZipFile(forged, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(b"Ohio", b"Oslo") if name == "places.json" else content)

    with pytest.raises(pack.PackError, match=r"places\.json does not match its hash"):
        pack.load(forged)


@pytest.mark.parametrize("manifest", [b"{}", b"[]", b"nonsense", b'{"version": 1}', b'{"version": 2}'])
def test_a_pack_with_another_manifest_is_refused(tmp_path: Path, manifest: bytes) -> None:
    odd = tmp_path / "figures.zip"
    with zipfile.ZipFile(odd, "w") as archive:
        archive.writestr("manifest.json", manifest)

    with pytest.raises(pack.PackError):
        pack.load(odd)


def test_a_pack_that_can_not_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")

    with pytest.raises(pack.PackError, match="can't be written"):
        pack.archive.write(blocked / "figures.zip", {}, {})

    assert blocked.read_text() == "in the way"


def test_the_manifest_comes_back_as_it_was_written(shipped: pack.Pack) -> None:
    with zipfile.ZipFile(pack.SHIPPED) as archive:
        written = json.loads(archive.read("manifest.json"))

    assert shipped.manifest.as_json() == written


def test_every_technology_that_postings_ask_for_is_kept(occupation: dict[str, pack.Occupation]) -> None:
    items = occupation["15-1252"].figures["technologies"]["items"]

    wanted = {each["name"] for each in items if each["in_demand"]}

    assert {
        "Python",
        "Structured query language SQL",
        "JavaScript",
        "Amazon Web Services AWS software",
    } <= wanted
