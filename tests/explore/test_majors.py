"""What to study, and where it leads."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.models import User
from askwell.explore import pack, selectors
from askwell.explore.templatetags import figures
from tests.explore.test_views import ClientOf


@pytest.fixture
def reader(client_of: ClientOf, seeker: User) -> Client:
    return client_of(seeker)


def test_every_program_leads_to_a_career_and_back() -> None:
    loaded = pack.load()
    there = {(major.cip, soc) for major in loaded.majors() for soc in major.socs}
    back = {
        (program["cip"], career.soc)
        for career in loaded.one_by_one()
        for program in career.figures.get("programs", {"items": []})["items"]
    }

    assert there == back
    assert all(major.field for major in loaded.majors())


def test_a_program_is_found_in_any_form_of_its_words(db: None) -> None:
    assert selectors.majors_like("welding")[0].title == "Welding Technology/Welder"
    assert "History, General" in [major.title for major in selectors.majors_like("histories")]
    assert selectors.majors_like("qwertz") == []
    assert selectors.majors_like("!!!") == []


def test_residencies_come_after_what_one_begins_with_and_a_long_list_says_how_long_it_is(
    reader: Client,
) -> None:
    found = selectors.majors_like("nursing")
    page = reader.get(reverse("explore:majors"), {"q": "nursing"}).content.decode()

    late = [each.cip.startswith(("60.", "61.")) for each in found]
    assert late == sorted(late)
    assert len(found) > 40
    assert f"These are the first 40 of {len(found)}." in page


def test_a_programs_page_lists_its_careers_and_a_careers_page_its_programs(reader: Client) -> None:
    page = reader.get(reverse("explore:major", args=["51.3801"])).content.decode()
    career = reader.get(reverse("explore:career", args=["29-1141"])).content.decode()

    assert reverse("explore:career", args=["29-1141"]) in page
    assert "$97,550" in page
    assert reverse("explore:major", args=["51.3801"]) in career


def test_fields_and_search_are_one_page(reader: Client) -> None:
    index = reverse("explore:majors")

    assert "Health professions and related programs" in reader.get(index).content.decode()
    assert "Registered Nursing" in reader.get(index, {"field": "51"}).content.decode()
    assert "No program is called “qwertz”" in reader.get(index, {"q": "qwertz"}).content.decode()
    assert "By field" in reader.get(index, {"field": "zz"}).content.decode()


@pytest.mark.parametrize("cip", ["99.9999", "x", "51.38"])
def test_an_unknown_program_is_not_found(reader: Client, cip: str) -> None:
    assert reader.get(reverse("explore:major", args=[cip])).status_code == 404


def test_a_program_with_many_careers_takes_no_more_questions(
    reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    most = max(pack.majors(), key=lambda major: len(major.socs))

    with django_assert_max_num_queries(8):
        reader.get(reverse("explore:major", args=[most.cip]))


def test_without_the_pack_the_page_says_so(
    reader: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pack, "SHIPPED", tmp_path / "none.zip")

    assert "The pack of figures is missing" in reader.get(reverse("explore:majors")).content.decode()


def test_a_line_may_break_after_a_slash_and_nowhere_else_in_a_word() -> None:
    assert figures.parted("Carpentry/<b>Carpenter") == "Carpentry/<wbr>&lt;b&gt;Carpenter"
