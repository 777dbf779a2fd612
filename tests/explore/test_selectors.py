"""What the pages of Explore show."""

from pathlib import Path as File

import pytest

from askwell.accounts.models import User
from askwell.explore import finder, pack, selectors, services
from askwell.explore.models import Occupation, Path


@pytest.fixture
def nurses(db: None) -> Occupation:
    """A career with every kind of figures."""
    return Occupation.objects.get(soc="29-1141")


def test_a_search_says_why_a_career_came_up_unless_its_title_says_so(seeker: User) -> None:
    found = selectors.search("staff nurse").found
    named = selectors.search("Registered nurses").found

    assert found[0].occupation.soc == "29-1141"
    assert found[0].matched == "Staff Nurse"
    assert named[0].matched == ""


@pytest.mark.django_db
def test_nothing_typed_and_nothing_found_are_empty() -> None:
    assert selectors.search("   ").found == []
    assert selectors.search("zzxqv").found == []


@pytest.mark.django_db
def test_a_missing_pack_is_told_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: File) -> None:
    from askwell.explore import pack  # noqa: PLC0415 - patched here only

    monkeypatch.setattr(finder, "_made", [])
    monkeypatch.setattr(pack, "SHIPPED", tmp_path / "gone.zip")

    results = selectors.search("nurse")

    assert results.found == []
    assert "missing" in results.trouble


@pytest.mark.django_db
def test_every_career_is_in_one_family() -> None:
    families = selectors.groups()

    assert sum(family["count"] for family in families) == Occupation.objects.count()
    assert len({family["code"] for family in families}) == len(families)


@pytest.mark.django_db
def test_an_unknown_family_is_empty() -> None:
    assert selectors.group("99") == []
    assert selectors.group("2%") == []
    assert selectors.group("") == []


def test_a_career_names_the_source_and_release_of_every_kind_of_figures(
    nurses: Occupation, seeker: User
) -> None:
    page = selectors.career(nurses, seeker)

    assert page.sources["pay"] == (
        "BLS, Occupational Employment and Wage Statistics, May 2025; "
        "medians by year, and Consumer Price Index, May 2015 to May 2025."
    )
    assert set(nurses.figures) <= set(page.sources)
    assert all(page.sources[kind] for kind in nurses.figures)
    assert page.missing == ""


def test_related_careers_keep_their_order_and_carry_their_figures(nurses: Occupation, seeker: User) -> None:
    page = selectors.career(nurses, seeker)

    assert [each.soc for each in page.related] == [each["soc"] for each in nurses.figures["related"]["items"]]


def test_a_career_without_any_figures_lists_what_is_missing(seeker: User) -> None:
    page = selectors.career(Occupation.objects.get(soc="55-3016"), seeker)

    assert (page.pay, page.outlook, page.schooling, page.week) == (None, None, None, None)
    assert "pay, the outlook" in page.missing


def test_a_path_set_aside_is_not_on_the_table(nurses: Occupation, seeker: User) -> None:
    services.set_aside(services.consider(nurses, by=seeker), by=seeker)

    page = selectors.career(nurses, seeker)

    assert page.on_the_table == []
    assert len(page.paths) == 1


@pytest.mark.django_db
def test_pay_is_placed_among_all_occupations() -> None:
    lowest_first = ["35-3023", "29-1141", "29-1241"]
    rows = {each.soc: each for each in Occupation.objects.filter(soc__in=[*lowest_first, "27-2011"])}

    *placed, actors = selectors.standings([Path(occupation=rows[soc]) for soc in [*lowest_first, "27-2011"]])

    found = [each.pay_percentile for each in placed if each.pay_percentile is not None]
    assert found == sorted(found)
    assert len(found) == 3
    assert 0 <= found[0] < found[-1] <= 100
    assert actors.pay_percentile is None


@pytest.mark.parametrize(
    ("narrowed", "inside"),
    [
        ("Ohio", "in Ohio"),
        ("a clinic in Columbus, OH", "in Columbus, OH"),
        ("hospitals", "in the industry “Hospitals”"),
    ],
)
def test_a_narrowed_path_has_the_pay_of_its_place(nurses: Occupation, narrowed: str, inside: str) -> None:
    [here] = selectors.standings([Path(occupation=nurses, narrowed=narrowed)])

    assert here.place is not None
    assert here.place.inside == inside
    assert here.figures["pay"]["median"] != nurses.figures["pay"]["median"]
    assert here.figures["projections"] == nurses.figures["projections"]


def test_pay_in_a_place_is_weighed_by_what_it_buys_there(nurses: Occupation) -> None:
    whole, cheap, dear = selectors.standings(
        [Path(occupation=nurses, narrowed=place) for place in ("", "Mississippi", "Hawaii")]
    )

    assert cheap.figures["pay"]["median"] < whole.figures["pay"]["median"] < dear.figures["pay"]["median"]
    assert dear.in_local_prices
    assert dear.pay_percentile is not None
    at_face_value = selectors.percentile(round(dear.figures["pay"]["median"]), sorted(_medians()))
    assert dear.pay_percentile < at_face_value


def _medians() -> list[int]:
    paid = Occupation.objects.exclude(median_pay=None).values_list("median_pay", flat=True)
    return [pay for pay in paid if pay is not None]


@pytest.mark.django_db
def test_pay_too_high_to_be_published_stands_where_its_bound_does() -> None:
    surgeons = Occupation.objects.get(soc="29-1022")

    [here] = selectors.standings([Path(occupation=surgeons, narrowed="Alaska")])

    assert "median" not in here.figures["pay"]
    assert here.pay_percentile is not None
    assert here.pay_percentile > 90


@pytest.mark.django_db
@pytest.mark.parametrize("narrowed", ["", "Google", "Springfield", "Guam"])
def test_where_nothing_is_published_the_whole_countrys_figures_stand(narrowed: str) -> None:
    geographers = Occupation.objects.get(soc="19-3092")

    [here] = selectors.standings([Path(occupation=geographers, narrowed=narrowed)])

    assert here.place is None
    assert here.figures["pay"] == geographers.figures["pay"]


def test_without_the_pack_a_narrowed_path_has_the_countrys_figures(
    nurses: Occupation, monkeypatch: pytest.MonkeyPatch, tmp_path: File
) -> None:
    monkeypatch.setattr(pack, "SHIPPED", tmp_path / "none.zip")

    [here] = selectors.standings([Path(occupation=nurses, narrowed="Ohio")])

    assert here.figures == nurses.figures


def test_a_percentile_counts_ties_half() -> None:
    assert selectors.percentile(20, [10, 20, 20, 30]) == 50
    assert selectors.percentile(30, [10, 20]) == 100
    assert selectors.percentile(5, [10, 20]) == 0


@pytest.mark.django_db
def test_programs_that_share_words_with_the_career_come_first() -> None:
    editors = Occupation.objects.get(soc="27-4032")

    programs = [each["title"] for each in selectors.programs_of(editors)]

    assert "Film" in programs[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("soc", "first"),
    [
        ("15-2041", "Statistics, General"),
        ("29-1141", "Registered Nursing/Registered Nurse"),
        ("23-1011", "Law"),
        ("29-1213", "Medicine"),
    ],
)
def test_the_program_most_like_the_career_comes_first_and_no_residency(soc: str, first: str) -> None:
    assert selectors.programs_of(Occupation.objects.get(soc=soc))[0]["title"] == first


@pytest.mark.django_db
def test_what_related_careers_use_too_comes_before_office_software_and_oddities(
    nurses: Occupation, seeker: User
) -> None:
    tools = selectors.career(nurses, seeker).tools

    assert tools
    assert tools.others[:2] == ("MEDITECH software", "Epic Systems")
    assert "Apache Spark" not in tools.others
    assert tools.others[-1].startswith("Microsoft")


@pytest.mark.django_db
def test_helpers_are_called_what_one_can_say_and_found_by_their_official_title(seeker: User) -> None:
    helpers = Occupation.objects.get(soc="47-3012")

    assert helpers.title == "Helpers of carpenters"
    assert selectors.career(helpers, seeker).official == "Helpers--carpenters"
    assert selectors.search("Helpers--Carpenters").found[0].occupation == helpers
    assert not Occupation.objects.filter(title__contains="--")


@pytest.mark.django_db
def test_licenses_come_with_the_handbooks_page_where_it_tells_of_them(
    nurses: Occupation, seeker: User
) -> None:
    page = selectors.career(nurses, seeker)

    assert page.handbook == "https://www.bls.gov/ooh/healthcare/registered-nurses.htm"
    assert "Occupational Outlook Handbook" in page.sources["way_in"]
    assert selectors.career(Occupation.objects.get(soc="55-3016"), seeker).handbook == ""


@pytest.mark.django_db
def test_programs_for_all_the_rest_come_last(nurses: Occupation) -> None:
    rest = [each["title"].endswith(", Other") for each in selectors.programs_of(nurses)]

    assert rest == sorted(rest)


def test_without_keys_the_paths_on_the_table_are_compared(nurses: Occupation, seeker: User) -> None:
    services.consider(nurses, by=seeker)
    services.consider(nurses, narrowed="Ohio", by=seeker)

    assert selectors.compared(seeker, []) == ["29-1141", "29-1141@Ohio"]
    assert selectors.compared(seeker, ["15-2041", "15-2041"]) == ["15-2041"]


@pytest.mark.django_db
def test_who_finds_no_room_in_a_comparison_is_named() -> None:
    socs = ["47-2111", "29-1141", "15-1252", "13-2011", "25-2031", "27-1024", "17-2051"]

    comparison = selectors.compare(socs)

    assert [each.key for each in comparison.chosen] == socs[:6]
    assert comparison.heading == "Six careers, one scale"
    assert comparison.notes[0] == "Six fit side by side. Left out for want of room: Civil engineers."


@pytest.mark.django_db
def test_paths_are_compared_in_the_places_they_are_narrowed_to() -> None:
    comparison = selectors.compare(["29-1141", "29-1141@columbus oh", "29-1141@Hospitals"])
    by_key = {measure.key: [lane.value for lane in measure.lanes] for measure in comparison.measures}

    assert comparison.heading == "Three paths, one scale"
    assert [each.key for each in comparison.chosen[:2]] == ["29-1141", "29-1141@Columbus, OH"]
    assert comparison.chosen[1].name == "Registered nurses (Columbus, OH)"
    assert len(set(by_key["pay"])) == 3
    assert by_key["buys"][0] == by_key["pay"][0]
    assert by_key["buys"][1] != by_key["pay"][1]
    assert by_key["buys"][2] == by_key["pay"][2]
    assert by_key.keys() == {"pay", "buys"}
    assert "pay is that of the place" in comparison.notes[0]


@pytest.mark.django_db
def test_what_is_counted_in_the_whole_country_only_is_drawn_once_a_career() -> None:
    comparison = selectors.compare(["29-1141", "29-1141@Ohio", "47-2111"])

    change = {measure.key: measure for measure in comparison.measures}["change"]

    assert [lane.name for lane in change.lanes] == ["Registered nurses", "Electricians"]


@pytest.mark.django_db
def test_one_career_in_several_places_is_not_described_once_more_for_each() -> None:
    assert selectors.compare(["29-1141", "29-1141@Ohio"]).lines == []
    assert len(selectors.compare(["29-1141", "29-1141@Ohio", "47-2111"]).lines) == 3


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["Acme Hospital", "\0", "x" * 5000, "@@", "columbus"])
def test_a_place_that_is_not_known_leaves_the_career_in_the_whole_country(words: str) -> None:
    comparison = selectors.compare([f"29-1141@{words}", "47-2111"])

    assert [each.key for each in comparison.chosen] == ["29-1141", "47-2111"]


@pytest.mark.django_db
def test_a_comparison_leaves_unknown_codes_out_and_names_broader_groups() -> None:
    comparison = selectors.compare(["31-1121", "00-1234", "29-1141"])

    assert [each.key for each in comparison.chosen] == ["31-1121", "29-1141"]
    assert comparison.heading == "Two careers, one scale"
    assert comparison.notes[0] == "Left out, because no career has such a code: “00-1234”."
    assert "Home health and personal care aides" in comparison.notes[1]
