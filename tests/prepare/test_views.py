"""The pages of preparation."""

import html
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.accounts.models import User
from askwell.connect.models import Contact, Referral
from askwell.explore.models import Occupation, Path
from askwell.meet.models import Conversation
from askwell.prepare import services
from askwell.prepare.models import Question

OWN = {"text": "How do twelve-hour shifts sit with you?", "theme": "terms"}
HTMX = {"HX-Request": "true", "HX-Target": "career-questions"}


@pytest.fixture
def client(client_of: Callable[[User], Client], seeker: User) -> Client:
    """The seeker's browser."""
    return client_of(seeker)


def brief(conversation: Conversation) -> str:
    """The address of the brief."""
    return reverse("prepare:brief", args=[conversation.pk])


def test_the_brief_is_one_page_with_everything(client: Client, seeker: User, planned: Conversation) -> None:
    elena = Contact.objects.create(seeker=seeker, name="Elena Ruiz")
    Referral.objects.create(source=elena, named=planned.contact)

    page = client.get(brief(planned)).content.decode()

    assert "charge nurse, Mercy General" in page
    assert "Suggested by Elena Ruiz" in page
    assert "Hello, Marcus. Thank you for making time." in page
    assert "No need to ask" in page
    assert "Occupational Employment and Wage Statistics" in page
    assert page.rindex("Who else should I talk to?") > page.rindex('class="theme theme--terms"')


def test_the_figures_of_each_path_have_a_name_of_their_own(
    client: Client, planned: Conversation, statistics: Path
) -> None:
    planned.contact.paths.add(statistics)

    html = client.get(brief(planned)).content.decode()

    assert [f'aria-labelledby="known-{n} of-{n}"' in html for n in (1, 2, 3)] == [True, True, False]


def test_figures_of_a_broader_group_are_said_to_be_counted_together(
    client: Client, seeker: User, planned: Conversation
) -> None:
    aides = Path.objects.create(seeker=seeker, occupation=Occupation.objects.get(soc="31-1121"))
    planned.contact.paths.set([aides])

    page = client.get(brief(planned)).content.decode()

    assert "answer this, counted for all home health and personal care aides together." in page


def test_a_brief_without_questions_says_how_to_get_some(client: Client, planned: Conversation) -> None:
    planned.questions.all().delete()

    html = client.get(brief(planned)).content.decode()

    assert "No questions are here yet" in html
    assert "Choose questions for me" in html


def test_a_question_is_added_edited_moved_and_dropped_without_scripts(
    client: Client, planned: Conversation
) -> None:
    client.post(reverse("prepare:add", args=[planned.pk]), OWN)
    own = planned.questions.get(text=OWN["text"])
    client.post(reverse("prepare:move", args=[own.pk]), {"to": "up"})
    client.post(reverse("prepare:edit", args=[own.pk]), OWN | {"text": "How do nights sit with you?"})

    own.refresh_from_db()
    assert (own.text, own.position) == ("How do nights sit with you?", 6)

    for _ in range(2):
        response = client.post(reverse("prepare:drop", args=[own.pk]), {"next": brief(planned)})
        assert response.headers["Location"] == brief(planned)
    assert not Question.objects.filter(pk=own.pk).exists()


def test_words_that_the_brief_has_already_come_back_with_the_reason(
    client: Client, planned: Conversation
) -> None:
    first, second = planned.questions.order_by("position")[:2]

    page = client.post(reverse("prepare:edit", args=[second.pk]), OWN | {"text": first.text})

    assert page.status_code == 422
    assert "Your brief asks this already" in page.content.decode()
    assert first.text in html.unescape(page.content.decode())


def test_a_closed_question_is_allowed_and_gently_hinted_at(client: Client, planned: Conversation) -> None:
    page = client.post(
        reverse("prepare:add", args=[planned.pk]), {"text": "Is the pay good?", "theme": "terms"}, follow=True
    )

    assert planned.questions.filter(text="Is the pay good?").exists()
    assert "answered with a yes or a no" in page.content.decode()


@pytest.mark.parametrize("wrong", [{"text": ""}, {"text": "x" * 301}, {"theme": "money"}])
def test_a_question_that_cannot_be_kept_is_said_and_kept_on_the_page(
    client: Client, planned: Conversation, wrong: dict[str, str]
) -> None:
    response = client.post(reverse("prepare:add", args=[planned.pk]), OWN | wrong)

    assert response.status_code == 422
    assert (OWN | wrong)["text"] in response.content.decode()


def test_choosing_anew_is_one_button(client: Client, planned: Conversation) -> None:
    before = set(planned.questions.values_list("pk", flat=True))

    client.post(reverse("prepare:choose", args=[planned.pk]))

    assert len(before & set(planned.questions.values_list("pk", flat=True))) <= 1


def test_a_career_offers_questions_of_every_theme_to_plan(client: Client, nursing: Path) -> None:
    page = client.get(reverse("prepare:for_career", args=["29-1141"])).content.decode()

    assert 4 <= page.count("Plan this") <= 7
    assert all(f"theme--{name}" in page for name in ("field", "requirements", "terms", "people"))
    assert "<html" in page


@pytest.mark.parametrize("target", ["career-questions", "questions"])
def test_the_careers_page_fetches_only_the_questions(client: Client, seeker: User, target: str) -> None:
    page = client.get(reverse("prepare:for_career", args=["29-1141"]), headers=HTMX | {"HX-Target": target})

    assert "<html" not in page.content.decode()
    assert 'id="career-questions"' in page.content.decode()


def test_plan_this_becomes_planned_and_stays_so(client: Client, seeker: User) -> None:
    here = reverse("prepare:for_career", args=["47-2181"])
    form = OWN | {"bank_id": "referrals-who-else", "occupation": "47-2181", "next": here}

    pages = [client.post(reverse("prepare:plan"), form, headers=HTMX, follow=True) for _ in range(2)]

    assert all("Planned" in page.content.decode() for page in pages)
    assert Question.objects.visible_to(seeker).count() == 1


def test_plan_never_leads_away(client: Client, seeker: User) -> None:
    response = client.post(reverse("prepare:plan"), OWN | {"next": "https://elsewhere.example/"})

    assert response.headers["Location"] == reverse("prepare:waiting")


def test_a_question_that_waits_is_put_into_a_brief(
    client: Client, seeker: User, planned: Conversation, statistics: Path
) -> None:
    services.plan_question(seeker, path=statistics, by=seeker, text=OWN["text"], theme="terms")
    waiting = client.get(reverse("prepare:waiting")).content.decode()

    client.post(reverse("prepare:plan"), OWN | {"path": statistics.pk, "conversation": planned.pk})

    assert OWN["text"] in waiting
    assert planned.questions.filter(text=OWN["text"], path=statistics).exists()
    assert not Question.objects.waiting().exists()


def test_somebody_elses_path_or_conversation_is_not_taken(
    client_of: Callable[[User], Client], stranger: User, planned: Conversation, nursing: Path
) -> None:
    client = client_of(stranger)

    for known in ({"path": nursing.pk}, {"conversation": planned.pk}):
        assert client.post(reverse("prepare:plan"), OWN | known).status_code == 422
    assert not Question.objects.visible_to(stranger).exists()


def test_strangers_find_nothing(
    client_of: Callable[[User], Client], stranger: User, planned: Conversation
) -> None:
    client, first = client_of(stranger), planned.questions.all()[0]

    assert client.get(brief(planned)).status_code == 404
    assert client.get(reverse("prepare:edit", args=[first.pk])).status_code == 404
    for name, pk in (("add", planned.pk), ("choose", planned.pk), ("move", first.pk), ("edit", first.pk)):
        assert client.post(reverse(f"prepare:{name}", args=[pk]), OWN).status_code == 404
    client.post(reverse("prepare:drop", args=[first.pk]))
    assert Question.objects.filter(pk=first.pk).exists()


def test_the_list_of_waiting_questions_asks_as_often_for_thirty_as_for_one(
    client: Client, seeker: User, planned: Conversation, nursing: Path
) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("prepare:waiting"))
        return len(asked)

    services.plan_question(seeker, text="What about 0?", theme="field", path=nursing, by=seeker)
    count()
    few = count()
    for number in range(1, 30):
        services.plan_question(seeker, text=f"What about {number}?", theme="field", path=nursing, by=seeker)

    assert count() == few


def test_the_brief_asks_as_often_for_twenty_questions_as_for_seven(
    client: Client, seeker: User, planned: Conversation
) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(brief(planned))
        return len(asked)

    count()
    few = count()
    for number in range(13):
        services.plan_question(
            seeker, text=f"What about {number}?", theme="field", conversation=planned, by=seeker
        )

    assert count() == few


@pytest.mark.parametrize(
    "target", ["0", "true", "connect:person", "a\0b", "//elsewhere.example", "/\\elsewhere"]
)
def test_plan_goes_on_to_the_list_when_the_next_page_is_no_address(client: Client, target: str) -> None:
    response = client.post(reverse("prepare:plan"), OWN | {"next": target})

    assert response.headers["Location"] == reverse("prepare:waiting")
