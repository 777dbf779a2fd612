"""The pages of Explore, as a browser gets them."""

import gzip
import html
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.models import User
from askwell.explore import selectors, services
from askwell.explore.models import Occupation, Path

ClientOf = Callable[[User], Client]
LARGEST = 25_000
ODD = ["29-1141", "25-1071", "27-2011", "29-1249", "31-1121", "55-3016", "43-9022", "51-4033", "47-4091"]


@pytest.fixture
def reader(client_of: ClientOf, seeker: User) -> Client:
    """The seeker's own browser."""
    return client_of(seeker)


def text(reader: Client, address: str) -> str:
    """A page's HTML."""
    response = reader.get(address)
    assert response.status_code == 200
    return response.content.decode()


def career(soc: str = "29-1141") -> str:
    """A career's address."""
    return reverse("explore:career", args=[soc])


def path_of(seeker: User, soc: str = "29-1141") -> Path:
    """A path under consideration."""
    return services.consider(Occupation.objects.get(soc=soc), by=seeker)


def test_a_newcomer_finds_a_search_box_and_every_family(reader: Client) -> None:
    page = text(reader, reverse("explore:index"))

    assert 'name="q"' in page
    assert "Computer and mathematical" in page
    assert "None yet." in page


def test_results_say_why_and_show_pay_and_outlook(reader: Client) -> None:
    page = text(reader, "/explore/?q=staff+nurse")

    assert "Registered nurses" in page
    assert "matches “Staff Nurse”" in page
    assert "$97,550 a year · +4.9% jobs by 2034" in page


def test_typing_ahead_gets_the_results_alone(reader: Client) -> None:
    response = reader.get("/explore/?q=nurse", headers={"HX-Request": "true", "HX-Target": "results"})

    page = response.content.decode()

    assert page.strip().startswith('<div class="results" id="results"')
    assert "<html" not in page


def test_no_result_suggests_what_to_try(reader: Client) -> None:
    page = text(reader, "/explore/?q=zzxqv")

    assert "Nothing was found for “zzxqv”" in page
    assert "?q=electrician" in page


def test_a_wish_that_was_understood_is_not_called_a_failure(reader: Client) -> None:
    page = text(reader, "/explore/?q=summers off")

    assert "No career stands out for “summers off”" in page
    assert "can have the summer off" in page


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "a" * 5000, "'; DROP TABLE", "🦊", "%F0%9F"])
def test_any_text_is_safe_to_look_up(reader: Client, query: str) -> None:
    page = text(reader, f"/explore/?q={query}")

    assert "<script>alert" not in page


def test_a_family_lists_its_careers(reader: Client) -> None:
    page = text(reader, "/explore/?group=23")

    assert "Lawyers" in page
    assert "Registered nurses" not in page


@pytest.mark.parametrize("soc", ODD)
def test_odd_careers_have_whole_light_pages_without_blanks(reader: Client, soc: str) -> None:
    page = text(reader, career(soc))

    assert len(gzip.compress(page.encode())) < LARGEST
    assert "None" not in page
    assert "nan" not in page.replace("Finance", "").split("<main")[1].split()
    assert not re.search(r"<td[^>]*>\s*–?\s*</td>", page)


def test_an_unknown_career_is_not_found(reader: Client) -> None:
    assert reader.get(career("99-9999")).status_code == 404


def test_where_a_states_median_is_too_high_to_be_published_no_other_is_called_the_highest(
    reader: Client,
) -> None:
    page = text(reader, career("29-1213"))

    assert "has the highest median that is published" in page
    assert "is highest, with" not in page


def test_a_career_without_pay_says_so(reader: Client) -> None:
    page = text(reader, career("55-3016"))

    assert "Not in these figures: pay, the outlook, what it takes, schooling" in page
    assert "Not published" not in page
    assert "publish their own tables" in page


def test_no_state_is_called_highest_over_one_that_is_too_high_to_be_published(reader: Client) -> None:
    page = text(reader, career("29-1243"))

    assert "Ohio has the highest median that is published" in page
    assert "In Texas the median is too high to be published." in page


def test_a_broader_group_is_named(reader: Client) -> None:
    assert "only for a broader group: Home health and personal care aides" in text(reader, career("31-1121"))


def test_a_career_is_put_under_consideration_and_set_aside_where_one_stands(
    reader: Client, seeker: User
) -> None:
    reader.post(reverse("explore:consider", args=["29-1141"]))
    path = Path.objects.get(seeker=seeker)
    on_the_table = text(reader, career())
    response = reader.post(reverse("explore:set_aside", args=[path.pk]), {"from": "career"})

    assert 'aria-pressed="true"' in on_the_table
    assert response.headers["Location"] == career()
    assert "Put it under consideration" in text(reader, career())
    assert "Set aside (1)" in text(reader, "/explore/")


def test_a_double_click_makes_one_path(reader: Client, seeker: User) -> None:
    for _ in range(2):
        response = reader.post(reverse("explore:consider", args=["29-1141"]))

    assert response.status_code == 302
    assert Path.objects.visible_to(seeker).count() == 1


def test_a_full_table_explains_the_disabled_button(reader: Client, seeker: User) -> None:
    for each in Occupation.objects.filter(soc__startswith="47-")[:6]:
        services.consider(each, by=seeker)

    page = text(reader, career())
    response = reader.post(reverse("explore:consider", args=["29-1141"]))

    assert "disabled" in page
    assert "Six paths are on the table" in page
    assert response.status_code == 403
    assert "Six paths are on the table" in response.content.decode()


def test_looking_changes_nothing(reader: Client, seeker: User) -> None:
    path = path_of(seeker)

    for name, key in (("consider", "29-1141"), ("set_aside", path.pk), ("take_up", path.pk)):
        assert reader.get(reverse(f"explore:{name}", args=[key])).status_code == 405


def test_narrowing_shows_on_the_page(reader: Client, seeker: User) -> None:
    path = path_of(seeker)

    reader.post(reverse("explore:narrow", args=[path.pk]), {f"path-{path.pk}-narrowed": " school nursing "})

    assert "school nursing" in text(reader, career())


def test_narrowing_to_what_is_there_keeps_what_was_typed(reader: Client, seeker: User) -> None:
    services.consider(Occupation.objects.get(soc="29-1141"), narrowed="schools", by=seeker)
    path = path_of(seeker)

    response = reader.post(reverse("explore:narrow", args=[path.pk]), {f"path-{path.pk}-narrowed": "schools"})

    page = response.content.decode()
    assert response.status_code == 422
    assert "already have a path with these words" in page
    assert 'value="schools"' in page


def test_a_strangers_path_is_not_found(client_of: ClientOf, seeker: User, stranger: User) -> None:
    path = path_of(seeker)
    reader = client_of(stranger)

    for name in ("set_aside", "take_up", "narrow"):
        assert reader.post(reverse(f"explore:{name}", args=[path.pk])).status_code == 404


def test_a_narrowed_path_in_the_list_says_that_its_figures_are_the_countrys(
    reader: Client, seeker: User
) -> None:
    path_of(seeker)
    services.consider(Occupation.objects.get(soc="29-1141"), narrowed="Ohio", by=seeker)

    page = text(reader, reverse("explore:index"))

    assert page.count("In the whole country: $97,550 a year") == 1


def test_the_paths_on_the_table_are_compared(reader: Client, seeker: User) -> None:
    path_of(seeker)
    path_of(seeker, "47-2111")

    page = text(reader, reverse("explore:compare"))

    assert "Two careers, one scale" in page
    assert "In one line each" in page
    assert "Employment Projections, 2024-34" in page


def test_a_career_is_held_against_the_paths_on_the_table(reader: Client, seeker: User) -> None:
    path_of(seeker)

    page = text(reader, "/explore/compare?with=47-2111")

    assert page.index(">Electricians</a>") < page.index(">Registered nurses</a>")


def test_a_comparison_can_be_kept_by_its_address(reader: Client) -> None:
    page = text(reader, "/explore/compare?soc=29-1141&soc=29-1141@Columbus,+OH")

    address = "http://testserver/explore/compare?soc=29-1141&amp;soc=29-1141%40Columbus%2C+OH"
    assert f'value="{address}"' in page
    assert text(reader, html.unescape(address).removeprefix("http://testserver")).count(
        "Registered nurses (Columbus, OH)"
    ) == page.count("Registered nurses (Columbus, OH)")


@pytest.mark.parametrize(
    ("socs", "said"),
    [
        (["29-1141", "31-1121", "13-1199"], "Only one is drawn here, so nothing is compared."),
        (["29-1141", "31-1121", "13-1199"], "765,800 in its group"),
        (["17-3019", "19-1099"], "Published for none of them: conditions of work."),
        (["55-3016", "31-1121"], "Only one is drawn here, so nothing is compared."),
        (["55-3016", "55-1011"], "Published for none of them: pay, the outlook, openings, schooling, and"),
        (["27-2011", "27-2031"], "the highest median, about $4 an hour above dancers."),
    ],
)
def test_a_comparison_says_what_it_can_not_compare(reader: Client, socs: list[str], said: str) -> None:
    assert said in text(reader, f"/explore/compare?{'&'.join(f'soc={soc}' for soc in socs)}")


def test_a_career_is_added_in_a_place(reader: Client) -> None:
    response = reader.get("/explore/compare?soc=29-1141&add=electrician&near=Ohio")

    assert response.headers["Location"] == "/explore/compare?soc=29-1141&soc=47-2111%40Ohio"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Columbus", "Registered nurses: “Columbus” could be Columbus, GA-AL;"),
        ("Atlantis", "Registered nurses: the figures know no place or industry called “Atlantis”;"),
    ],
)
def test_a_place_in_a_comparison_that_is_not_clear_is_asked_about(
    reader: Client, place: str, said: str
) -> None:
    page = text(reader, f"/explore/compare?soc=47-2111&soc=29-1141@{place}")

    assert said in page


def test_nothing_to_compare_says_what_to_do(reader: Client) -> None:
    page = text(reader, reverse("explore:compare"))

    assert "Comparing takes two to six careers." in page


def test_a_career_is_added_to_the_comparison_by_name(reader: Client) -> None:
    response = reader.get("/explore/compare?soc=29-1141&add=electrician")

    assert response.headers["Location"] == "/explore/compare?soc=29-1141&soc=47-2111"


def test_an_unknown_name_adds_nothing_and_says_so(reader: Client) -> None:
    response = reader.get("/explore/compare?soc=29-1141&add=zzxqv", follow=True)

    assert "No career was found for “zzxqv”" in response.content.decode()


def test_every_source_is_named_with_its_release_and_terms(reader: Client) -> None:
    page = text(reader, reverse("explore:sources"))

    for words in ("May 2025", "2024-34", "CC BY 4.0", "O*NET® is a trademark of USDOL/ETA", "Retrieved "):
        assert words in page


def test_a_long_table_takes_no_more_queries_than_a_short_one(
    reader: Client,
    seeker: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    careers = list(Occupation.objects.filter(soc__startswith="47-")[:30])
    services.set_aside(services.consider(careers[0], by=seeker), by=seeker)
    reader.get("/explore/")

    for each in careers[1:]:
        services.set_aside(services.consider(each, by=seeker), by=seeker)
    for each in careers[:5]:
        services.consider(each, by=seeker)

    with django_assert_max_num_queries(6):
        reader.get("/explore/")


def test_results_and_careers_take_a_handful_of_queries(
    reader: Client, seeker: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    path_of(seeker)

    with django_assert_max_num_queries(7):
        reader.get("/explore/?q=nurse")
    with django_assert_max_num_queries(9):
        reader.get(career())
    with django_assert_max_num_queries(6):
        reader.get("/explore/compare?soc=29-1141&soc=47-2111&soc=15-2041&soc=29-1171&soc=27-2011&soc=55-3016")


def test_a_career_weighed_in_many_places_takes_no_more_queries(
    reader: Client, seeker: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    nurses = Occupation.objects.get(soc="29-1141")
    states = [state["name"] for state in selectors.release().states.values()][:30]
    for state in states:
        services.set_aside(services.consider(nurses, narrowed=state, by=seeker), by=seeker)

    with django_assert_max_num_queries(9):
        page = text(reader, career())

    assert page.count("Take it up again") == len(states)


def test_words_about_a_place_hold_nothing_that_nobody_sees(reader: Client, seeker: User) -> None:
    address = reverse("explore:consider", args=["29-1141"])

    reader.post(address, {"narrowed": "\u202eoihO\u202c \u200bCity\u2067\x07\n near\xadby"})

    assert Path.objects.get(seeker=seeker).narrowed == "oihO City nearby"


def test_words_about_a_place_hold_nothing_that_no_file_can_hold(reader: Client, seeker: User) -> None:
    reader.post(reverse("explore:consider", args=["29-1141"]), {"narrowed": " public\n  schools\0"})

    assert [path.narrowed for path in seeker.paths.all()] == ["public schools"]


def test_a_place_too_long_to_keep_is_said_at_its_field_and_nothing_typed_is_lost(
    reader: Client, seeker: User
) -> None:
    path_of(seeker)
    typed = "a clinic " * 20

    response = reader.post(reverse("explore:consider", args=["29-1141"]), {"narrowed": typed})

    page = response.content.decode()
    assert response.status_code == 422
    assert "at most 120 characters" in page
    assert f'value="{typed.strip()}"' in page or f'value="{typed}"' in page
    assert seeker.paths.count() == 1


@pytest.mark.parametrize(
    "piece", ["nurse ", "I hate ", "(a+)+$", "'; DROP TABLE x;--", "🦊", "מ", "\u202e", "NEAR(a*"]
)
def test_ten_thousand_characters_are_looked_up_as_any_text(reader: Client, piece: str) -> None:
    response = reader.get("/explore/", {"q": (piece * 10_000)[:10_000]})

    assert response.status_code == 200


def test_what_was_understood_is_told_above_the_results(reader: Client) -> None:
    page = text(reader, "/explore/?q=animals+without+college,+part+time")

    assert "usually enter without a college degree" in page
    assert "The figures here don’t say in which careers one can work part time" in page
    assert page.index("Only careers") < page.index("Animal caretakers")


def test_typing_ahead_tells_a_screen_reader_how_many_and_not_every_row(reader: Client) -> None:
    response = reader.get("/explore/?q=welder", headers={"HX-Request": "true", "HX-Target": "results"})

    part = response.content.decode()
    assert "<html" not in part
    assert 'role="status" hx-swap-oob="innerHTML">12 careers found, Welders' in part
    assert "aria-live" not in part
