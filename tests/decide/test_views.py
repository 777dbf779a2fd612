from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.models import User
from askwell.decide import services
from askwell.decide.models import Decision
from askwell.explore.models import Criterion, Occupation
from tests.decide.journeys import ELECTRICIANS, NURSES, STATISTICIANS, consider, hear, know

pytestmark = pytest.mark.django_db
Browser = Callable[[User], Client]


def page(client: Client, name: str, *args: int, query: str = "") -> str:
    response = client.get(reverse(f"decide:{name}", args=args) + query)
    assert response.status_code == 200
    return response.content.decode()


def test_without_paths_the_page_leads_to_careers(seeker: User, client_of: Browser) -> None:
    html = page(client_of(seeker), "index")

    assert "Nothing to weigh yet" in html
    assert reverse("explore:index") in html


def test_one_path_is_shown_and_a_second_asked_for(seeker: User, client_of: Browser) -> None:
    consider(seeker, NURSES)

    html = page(client_of(seeker), "index")

    assert "Weighing needs a second path" in html
    assert "What would change your mind" not in html


@pytest.mark.parametrize("count", [2, 3, 6])
def test_two_to_six_paths_have_their_columns(seeker: User, client_of: Browser, count: int) -> None:
    consider(seeker, *Occupation.objects.values_list("soc", flat=True)[:count])

    html = page(client_of(seeker), "index")

    assert f"weigh--{count}" in html
    assert html.count('role="columnheader"') == count + 1
    assert html.count('class="cell"') == count * 6
    assert html.count('class="next"') == 1


def test_an_open_cell_says_who_said_what_and_where_the_figure_is_from(
    seeker: User, client_of: Browser
) -> None:
    nurses, _ = consider(seeker, NURSES, ELECTRICIANS)
    pay = next(c for c in services.ensure_criteria(seeker, by=seeker) if c.kind == "pay")
    hear(know(seeker, "Elena Ruiz", nurses), nurses, pay, 1, words="You can <b>live</b> on it.")

    html = page(client_of(seeker), "index", query=f"?cell={nurses.pk}-{pay.pk}")

    assert "You can &lt;b&gt;live&lt;/b&gt; on it." in html
    assert "Elena Ruiz" in html
    assert "Occupational Employment and Wage Statistics" in html
    assert 'aria-expanded="true"' in html


def test_an_open_cell_calls_the_seeker_i(seeker: User, client_of: Browser) -> None:
    nurses, _ = consider(seeker, NURSES, ELECTRICIANS)
    day = next(c for c in services.ensure_criteria(seeker, by=seeker) if c.kind == "own")

    html = page(client_of(seeker), "index", query=f"?cell={nurses.pk}-{day.pk}")

    assert "Registered nurses, a day I would like: unknown" in html


def test_a_cell_that_is_not_there_opens_nothing(seeker: User, client_of: Browser) -> None:
    consider(seeker, NURSES, ELECTRICIANS)

    assert 'aria-expanded="true"' not in page(client_of(seeker), "index", query="?cell=1-<x>")


def test_reading_the_page_changes_nothing(seeker: User, client_of: Browser) -> None:
    consider(seeker, NURSES, ELECTRICIANS)

    page(client_of(seeker), "index")
    page(client_of(seeker), "criteria")
    page(client_of(seeker), "write_down")

    assert not Criterion.objects.exists()


def test_all_weights_zero_is_said_and_leads_to_mending(seeker: User, client_of: Browser) -> None:
    consider(seeker, NURSES, ELECTRICIANS)
    services.ensure_criteria(seeker, by=seeker)
    Criterion.objects.update(weight=0)

    html = page(client_of(seeker), "index")

    assert "Everything weighs nothing" in html


def lines(*rows: dict[str, object], initial: int = 0, **more: str) -> dict[str, object]:
    data: dict[str, object] = {"matters-TOTAL_FORMS": len(rows), "matters-INITIAL_FORMS": initial}
    for place, row in enumerate(rows):
        data |= {f"matters-{place}-{name}": value for name, value in row.items()}
    return data | more


def row(name: str, weight: int = 3, speaks: str = "own", pk: object = "") -> dict[str, object]:
    return {"name": name, "weight": weight, "speaks": speaks, "pk": pk}


def test_what_matters_is_kept_in_the_order_on_the_page(seeker: User, client_of: Browser) -> None:
    client = client_of(seeker)

    response = client.post(reverse("decide:criteria"), lines(row("Pay", 5, "pay"), row("Sea air"), row("")))

    assert response.status_code == 302
    kept = Criterion.objects.visible_to(seeker)
    assert [(c.name, c.kind, c.weight) for c in kept] == [("Pay", "pay", 5), ("Sea air", "own", 3)]


def test_a_line_moves_and_what_was_typed_in_the_others_is_kept(seeker: User, client_of: Browser) -> None:
    client = client_of(seeker)

    client.post(reverse("decide:criteria"), lines(row("One"), row("Two, retyped"), row(""), do="up-1"))

    assert [c.name for c in Criterion.objects.visible_to(seeker)] == ["Two, retyped", "One"]


def test_a_line_is_left_out(seeker: User, client_of: Browser) -> None:
    client_of(seeker).post(reverse("decide:criteria"), lines(row("One"), row("Two"), do="drop-0"))

    assert [c.name for c in Criterion.objects.visible_to(seeker)] == ["Two"]


@pytest.mark.parametrize("bad", [row("x" * 61), row("Pay", 9), row("Pay", 3, "luck")])
def test_a_wrong_line_is_named_and_nothing_typed_is_lost(
    seeker: User, client_of: Browser, bad: dict[str, object]
) -> None:
    response = client_of(seeker).post(reverse("decide:criteria"), lines(row("Sea air"), bad))

    assert response.status_code == 422
    assert "Sea air" in response.content.decode()
    assert not Criterion.objects.exists()


def test_two_lines_of_one_name_are_refused(seeker: User, client_of: Browser) -> None:
    response = client_of(seeker).post(reverse("decide:criteria"), lines(row("Pay"), row("pay")))

    assert response.status_code == 422
    assert "You have this one already" in response.content.decode()


def test_a_mangled_form_is_refused_not_broken(seeker: User, client_of: Browser) -> None:
    response = client_of(seeker).post(reverse("decide:criteria"), {"matters-TOTAL_FORMS": "many"})

    assert response.status_code == 422


def test_the_suggested_list_can_be_kept_where_it_is_shown(seeker: User, client_of: Browser) -> None:
    consider(seeker, NURSES, ELECTRICIANS)
    client = client_of(seeker)

    before = page(client, "index")
    client.post(reverse("decide:start"), {"next": reverse("decide:index")})

    assert "only a suggestion" in before
    assert "only a suggestion" not in page(client, "index")


def test_only_the_grid_comes_when_a_cell_is_opened_by_script(seeker: User, client_of: Browser) -> None:
    consider(seeker, NURSES, ELECTRICIANS)

    response = client_of(seeker).get(
        reverse("decide:index"), headers={"HX-Request": "true", "HX-Target": "grid"}
    )

    html = response.content.decode().strip()
    assert html.startswith('<div id="grid">')
    assert "<h1>" not in html


def test_start_keeps_the_list_and_goes_back_only_within_askwell(seeker: User, client_of: Browser) -> None:
    client = client_of(seeker)

    inside = client.post(reverse("decide:start"), {"next": "/decide/"})
    outside = client.post(reverse("decide:start"), {"next": "https://elsewhere.example"})

    assert inside.headers["Location"] == "/decide/"
    assert outside.headers["Location"] == reverse("decide:criteria")
    assert Criterion.objects.count() == 6


def test_a_decision_is_written_down_and_read_again(seeker: User, client_of: Browser) -> None:
    nurses, _ = consider(seeker, NURSES, ELECTRICIANS)
    client = client_of(seeker)

    response = client.post(
        reverse("decide:write_down"),
        {
            "title": "Nursing it is",
            "path": nurses.pk,
            "reasons": "People <3",
            "first_step": "Call the college",
        },
        follow=True,
    )

    html = response.content.decode()
    assert "Nursing it is" in html
    assert "People &lt;3" in html
    assert "How things stood then" in html


def test_a_decision_without_reasons_comes_back_with_its_title(seeker: User, client_of: Browser) -> None:
    response = client_of(seeker).post(reverse("decide:write_down"), {"title": "Nursing it is", "reasons": ""})

    assert response.status_code == 422
    assert "Nursing it is" in response.content.decode()


def test_strangers_find_no_decision(seeker: User, stranger: User, client_of: Browser) -> None:
    made = services.write_down(seeker, title="T", path=None, reasons="R", first_step="", by=seeker)

    response = client_of(stranger).get(reverse("decide:decision", args=[made.pk]))

    assert response.status_code == 404
    assert Decision.objects.count() == 1


def test_a_path_of_somebody_else_can_not_be_decided_on(
    seeker: User, stranger: User, client_of: Browser
) -> None:
    [theirs] = consider(stranger, NURSES)

    response = client_of(seeker).post(
        reverse("decide:write_down"), {"title": "T", "reasons": "R", "path": theirs.pk}
    )

    assert response.status_code == 422


def test_the_page_reads_as_often_with_thirty_findings_as_with_three(
    seeker: User, client_of: Browser, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    paths = consider(seeker, NURSES, STATISTICIANS, ELECTRICIANS)
    criteria = services.ensure_criteria(seeker, by=seeker)
    for number in range(30):
        contact = know(seeker, f"Person {number}", *paths)
        hear(contact, paths[number % 3], criteria[number % 6], 1, words=f"No. {number}")
    client = client_of(seeker)

    with django_assert_max_num_queries(17):
        page(client, "index", query=f"?cell={paths[0].pk}-{criteria[0].pk}")


def test_the_first_cannot_go_up_nor_the_last_down(seeker: User, client_of: Browser) -> None:
    consider(seeker, NURSES)
    count = len(services.ensure_criteria(seeker, by=seeker))

    html = page(client_of(seeker), "criteria")

    assert 'value="up-0" disabled' in html
    assert f'value="down-{count - 1}" disabled' in html
    assert html.count(" disabled aria-label") == 2
