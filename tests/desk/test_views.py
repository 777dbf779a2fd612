import json
from collections.abc import Callable
from functools import partial
from pathlib import Path as File

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.ask.models import Letter
from askwell.connect.models import Contact
from askwell.desk import journey_file
from askwell.explore import finder, pack
from askwell.explore.models import Occupation, Path
from tests.desk.journeys import read, whole_journey

pytestmark = pytest.mark.django_db
Browser = Callable[[User], Client]


def page(client: Client, name: str, query: str = "") -> str:
    response = client.get(reverse(f"desk:{name}") + query)
    assert response.status_code == 200
    return response.content.decode()


def upload(client: Client, content: bytes) -> tuple[int, str]:
    response = client.post(reverse("desk:bring_in"), {"file": SimpleUploadedFile("journey.json", content)})
    return response.status_code, response.content.decode()


def test_a_newcomer_gets_one_button_and_an_example(seeker: User, client_of: Browser) -> None:
    html = page(client_of(seeker), "today")

    assert "Pick a career you wonder about" in html
    assert "Open the example" in html
    assert html.count("btn--next") == 1


def test_nothing_is_painted_before_the_frame_is_whole(seeker: User, client_of: Browser) -> None:
    html = page(client_of(seeker), "today")

    head, _, body = html.partition("</head>")
    assert '<link rel="expect" href="#main" blocking="render">' in head
    assert body.index('class="places"') < body.index('id="main"')


def test_today_greets_by_first_name_and_shows_one_next_step(seeker: User, client_of: Browser) -> None:
    Path.objects.create(seeker=seeker, occupation=Occupation.objects.get(soc="29-1141"))

    html = page(client_of(seeker), "today")

    assert ", Nadia</h1>" in html
    assert html.count('class="next"') == 1
    assert "Think of one person who would know" in html


def test_the_example_opens_shows_maya_and_closes(seeker: User, client_of: Browser) -> None:
    client = client_of(seeker)

    opened = client.post(reverse("desk:open_example"), follow=True).content.decode()
    closed = client.post(reverse("desk:close_example"), follow=True).content.decode()

    assert "Maya</h1>" in opened
    assert "A worked example." in opened
    assert "Thank Dr. Okafor" in opened
    assert "Pick a career you wonder about" in closed


def test_removing_the_open_example_goes_back_to_ones_own(seeker: User, client_of: Browser) -> None:
    client = client_of(seeker)
    client.post(reverse("desk:open_example"))

    html = client.post(reverse("desk:remove_example"), follow=True).content.decode()

    assert "The example is gone" in html
    assert not User.objects.filter(example_of=seeker).exists()


@pytest.mark.parametrize(
    "name", ["open_example", "close_example", "remove_example", "delete_everything", "bring_in"]
)
def test_reading_never_acts(seeker: User, client_of: Browser, name: str) -> None:
    assert client_of(seeker).get(reverse(f"desk:{name}")).status_code == 405


def test_search_finds_careers_people_and_conversations(seeker: User, client_of: Browser) -> None:
    journey_file.put(read(whole_journey(seeker)), seeker)
    client = client_of(seeker)

    nurse = page(client, "search", "?q=nurse")
    clinics = page(client, "search", "?q=clinics+close")

    assert "Registered nurses" in nurse
    assert "Marcus Bell" in nurse
    assert "I found that out ten years too late" in clinics


def test_search_without_the_figures_says_so_and_still_finds_people(
    seeker: User, client_of: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: File
) -> None:
    journey_file.put(read(whole_journey(seeker)), seeker)
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(b"nothing")

    for pack_file in (tmp_path / "gone.zip", damaged):
        monkeypatch.setattr(finder, "_made", [])
        monkeypatch.setattr(pack, "in_use", partial(File, pack_file))
        html = page(client_of(seeker), "search", "?q=nurse")

        assert "Careers can’t be searched right now" in html
        assert "Marcus Bell" in html


@pytest.mark.parametrize("q", ["", "   ", "\0", "%", "x" * 400, "zzzz qqqq", "<script>", "'; --"])
def test_search_answers_whatever_is_typed(seeker: User, client_of: Browser, q: str) -> None:
    html = client_of(seeker).get(reverse("desk:search"), {"q": q}).content.decode()

    assert "<h1>" in html
    assert "<script>&" not in html


def test_search_says_what_was_understood(seeker: User, client_of: Browser) -> None:
    html = page(client_of(seeker), "search", "?q=animals+without+college%2C+part+time")

    assert "Only careers that people usually enter without a college degree" in html
    assert "The figures here don’t say in which careers one can work part time" in html


def test_search_shows_nothing_of_others(seeker: User, stranger: User, client_of: Browser) -> None:
    journey_file.put(read(whole_journey(stranger)), stranger)

    assert "Marcus" not in page(client_of(seeker), "search", "?q=charge")


@pytest.mark.parametrize(
    ("form", "starts"),
    [("json", b'{\n "format": "askwell-journey"'), ("html", b"<!doctype html>"), ("pdf", b"%PDF-")],
)
def test_the_journey_leaves_in_three_forms(
    seeker: User, client_of: Browser, form: str, starts: bytes
) -> None:
    journey_file.put(read(whole_journey(seeker)), seeker)

    response = client_of(seeker).get(reverse("desk:export") + f"?form={form}")

    assert response.content.startswith(starts)
    assert f'.{form}"' in response.headers["Content-Disposition"]


def test_the_page_to_read_stands_alone_and_escapes_every_word(seeker: User, client_of: Browser) -> None:
    Contact.objects.create(seeker=seeker, name="<script>alert(1)</script>")

    html = client_of(seeker).get(reverse("desk:export") + "?form=html").content.decode()

    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "http" not in html.replace("https://meet.example.org", "")


def test_an_unknown_form_is_wrong_use(seeker: User, client_of: Browser) -> None:
    assert client_of(seeker).get(reverse("desk:export") + "?form=exe").status_code == 400


def test_a_file_is_shown_first_and_taken_in_on_yes(seeker: User, client_of: Browser) -> None:
    journey = whole_journey(seeker)
    text = journey_file.as_text(journey)
    client = client_of(seeker)

    status, preview = upload(client, text.encode())
    nothing_yet = not Path.objects.visible_to(seeker).exists()
    client.post(reverse("desk:bring_in"), {"journey": text})

    assert status == 200
    assert "Bring it in" in preview
    assert nothing_yet
    assert kept(journey_file.write(seeker)) == kept(journey)


def kept(journey: journey_file.Journey) -> journey_file.Journey:
    return {name: rows for name, rows in journey.items() if name != "seeker"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\xff\xfe", "UTF-8"),
        (b"hello", "not a JSON file"),
        (b'{"format": "askwell-journey", "version": 9}', "newer Askwell"),
        (b'"' + b"x" * 2_000_001 + b'"', "over 2 MB"),
        (b'{"format":"askwell-journey","version":1,"paths":[{"id":1,"soc":"99-9999"}]}', "99-9999"),
    ],
)
def test_a_wrong_file_is_refused_at_the_field(
    seeker: User, client_of: Browser, content: bytes, said: str
) -> None:
    status, html = upload(client_of(seeker), content)

    assert status == 422
    assert said in html


def test_a_forged_confirmation_is_checked_again(seeker: User, client_of: Browser) -> None:
    response = client_of(seeker).post(reverse("desk:bring_in"), {"journey": '{"format": "askwell-journey"}'})

    assert response.status_code == 422
    assert "version" in response.content.decode()


def test_everything_goes_only_after_typing_so(seeker: User, client_of: Browser) -> None:
    journey_file.put(read(whole_journey(seeker)), seeker)
    client = client_of(seeker)

    refused = client.post(reverse("desk:delete_everything"), {"sure": "yes"})
    still_there = Path.objects.visible_to(seeker).exists()
    done = client.post(reverse("desk:delete_everything"), {"sure": "Delete  everything"}, follow=True)

    assert refused.status_code == 422
    assert still_there
    assert "begin anew" in done.content.decode()
    assert not Path.objects.visible_to(seeker).exists()


def test_while_the_example_is_open_ones_own_data_can_not_be_deleted_by_mistake(
    seeker: User, client_of: Browser
) -> None:
    client = client_of(seeker)
    client.post(reverse("desk:open_example"))

    response = client.post(reverse("desk:delete_everything"), {"sure": "delete everything"})

    assert response.status_code == 403
    assert User.objects.filter(example_of=seeker).exists()


def test_the_export_of_the_open_example_is_mayas(seeker: User, client_of: Browser) -> None:
    client = client_of(seeker)
    client.post(reverse("desk:open_example"))

    journey = json.loads(client.get(reverse("desk:export")).content)

    assert journey["seeker"]["name"] == "Maya Lindqvist"


@pytest.mark.parametrize("times", [1, 30])
def test_today_reads_as_often_with_thirty_people_as_with_one(
    seeker: User, client_of: Browser, django_assert_max_num_queries: DjangoAssertNumQueries, times: int
) -> None:
    journey_file.put(read(whole_journey(seeker)), seeker)
    path = Path.objects.visible_to(seeker)[0]
    for number in range(times):
        Contact.objects.create(seeker=seeker, name=f"Person {number}").paths.add(path)
    client = client_of(seeker)

    with django_assert_max_num_queries(20):
        page(client, "today")


@pytest.mark.parametrize(
    ("status", "said"),
    [("failed", "See about your letter to Sam"), ("unsure", "See about your letter to Sam"), ("queued", "")],
)
def test_a_letter_that_was_tried_is_no_draft_to_finish(
    seeker: User, client_of: Browser, status: str, said: str
) -> None:
    journey_file.put(read(whole_journey(seeker)), seeker)
    letter = Letter.objects.get(contact__name="Sam Whitfield")
    Letter.objects.filter(pk=letter.pk).update(status=status)

    today = page(client_of(seeker), "today")

    assert "Finish your request to Sam" not in today
    assert said in today
    assert (reverse("ask:letter", args=[letter.pk]) in today) is bool(said)


@pytest.mark.parametrize(("name", "place"), [("today", "Today"), ("search", ""), ("your_data", "")])
def test_the_frame_marks_the_place_one_is_in(seeker: User, client_of: Browser, name: str, place: str) -> None:
    html = page(client_of(seeker), name)

    assert html.count('aria-current="page"') == bool(place)


def test_healthz_answers_without_a_session(db: None) -> None:
    assert Client().get("/healthz").json() == {"ok": True}


def test_the_door_is_closed_to_strangers(db: None) -> None:
    assert Client().get(reverse("desk:export")).status_code == 401


def test_news_for_whoever_made_an_introduction_wait_until_they_left(seeker: User, client_of: Browser) -> None:
    journey_file.put(read(whole_journey(seeker)), seeker)
    client = client_of(seeker)
    elena = Contact.objects.get(name="Elena Ruiz")
    news = reverse("keep:news", args=[elena.pk])

    before = page(client, "today")
    client.post(news, {"subject": "News", "body": "We talked.", "base": "0", "send": "1"})
    ask.send_letter(elena.letters.get(kind="update"), channel="copy", by=seeker)
    after = page(client, "today")

    assert "Tell Elena what came of the introduction" in before
    assert f'href="{news}"' in before
    assert "Tell Elena" not in after
