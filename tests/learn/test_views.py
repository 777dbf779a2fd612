"""The live page and the page after it, over HTTP and without scripts."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User
from askwell.explore.models import Path
from askwell.learn import services
from askwell.learn.models import Finding, Note
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.prepare.models import Question

ClientOf = Callable[[User], Client]


@pytest.fixture
def visitor(client_of: ClientOf, seeker: User) -> Client:
    return client_of(seeker)


def ids(talk: Conversation) -> list[int]:
    return [question.pk for question in talk.questions.all()]


def test_opening_the_live_page_changes_nothing(visitor: Client, talk: Conversation) -> None:
    page = visitor.get(f"/learn/{talk.pk}").content.decode()

    talk.refresh_from_db()
    assert talk.began_at is None
    assert "What fills most of a week here?" in page
    assert (
        page.index("What fills most") < page.index("Who else should I talk to?") < page.index("Anything else")
    )


def test_the_clock_starts_with_a_button_that_also_keeps_the_notes(
    visitor: Client, talk: Conversation
) -> None:
    answer = visitor.post(f"/learn/{talk.pk}/begin", {"loose-text": "Call at ten", "loose-base_version": 0})

    talk.refresh_from_db()
    assert answer.status_code == 302
    assert talk.began_at
    assert Note.objects.get().text == "Call at ten"


def test_one_button_saves_all_notes(visitor: Client, talk: Conversation) -> None:
    first, second, *_ = ids(talk)

    visitor.post(
        f"/learn/{talk.pk}/notes",
        {
            f"q{first}-text": "Rain\r\ngauges",
            f"q{first}-tag": "good",
            f"q{second}-text": "",
            "loose-text": "Nice",
        },
    )

    assert set(Note.objects.values_list("question", "text", "tag")) == {
        (first, "Rain\ngauges", "good"),
        (None, "Nice", ""),
    }


def test_a_page_that_did_not_send_a_note_does_not_empty_it(visitor: Client, talk: Conversation) -> None:
    services.save_note(
        talk, question=None, written=services.Written("Keep me", base_version=0), by=talk.seeker
    )

    visitor.post(f"/learn/{talk.pk}/end")

    assert Note.objects.get().text == "Keep me"


def test_a_note_that_is_too_long_comes_back_whole_with_the_others_saved(
    visitor: Client, talk: Conversation
) -> None:
    first, second, *_ = ids(talk)
    long = "word " * 4001

    answer = visitor.post(f"/learn/{talk.pk}/end", {f"q{first}-text": long, f"q{second}-text": "Short"})

    talk.refresh_from_db()
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "longer than 20,000 characters (it has 20005)" in page
    assert long in page
    assert (talk.status, Note.objects.get().text) == ("booked", "Short")


def test_the_device_sends_one_note_and_hears_its_version(visitor: Client, talk: Conversation) -> None:
    url, question = f"/learn/{talk.pk}/note", ids(talk)[0]

    one = visitor.post(url, {"question": question, "text": "Early.", "base_version": 0})
    two = visitor.post(url, {"question": question, "text": "Late.", "base_version": 0})

    assert one.json() == {"version": 1, "text": None, "tag": ""}
    assert two.json() == {"version": 2, "text": "Early.\nLate.", "tag": ""}


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"question": "x", "text": "A"}, 422),
        ({"question": 10**30, "text": "A"}, 404),
        ({"question": 999999, "text": "A"}, 404),
        ({"text": "A\x00"}, 422),
        ({"text": "A", "tag": "purple"}, 422),
        ({"text": "A", "base_version": -1}, 422),
        ({"text": "A", "base_version": 10**30}, 200),
    ],
)
def test_broken_notes_get_a_plain_answer(
    visitor: Client, talk: Conversation, sent: dict[str, object], status: int
) -> None:
    assert visitor.post(f"/learn/{talk.pk}/note", sent).status_code == status


def test_a_question_of_another_conversation_takes_no_note_here(
    visitor: Client, talk: Conversation, seeker: User
) -> None:
    elsewhere = Question.objects.create(seeker=seeker, text="Elsewhere?", theme="field")

    answer = visitor.post(f"/learn/{talk.pk}/note", {"question": elsewhere.pk, "text": "A"})

    assert answer.status_code == 404


def test_strangers_find_nothing(client_of: ClientOf, stranger: User, held: Conversation, path: Path) -> None:
    finding = services.keep_finding(held, services.Drafted("Words", "field", path), by=held.seeker)
    other = client_of(stranger)

    for url in (f"/learn/{held.pk}", f"/learn/{held.pk}/findings", f"/learn/finding/{finding.pk}"):
        assert other.get(url).status_code == 404
    for url in ("note", "notes", "begin", "end"):
        assert other.post(f"/learn/{held.pk}/{url}", {"text": "x"}).status_code == 404
    assert other.post(f"/learn/finding/{finding.pk}/drop").status_code == 404


def test_ending_leads_to_the_findings_and_makes_thanks_due(visitor: Client, talk: Conversation) -> None:
    first = visitor.post(f"/learn/{talk.pk}/end")
    again = visitor.post(f"/learn/{talk.pk}/end")

    talk.refresh_from_db()
    assert (first.url, again.url) == (f"/learn/{talk.pk}/findings",) * 2  # type: ignore[attr-defined]
    assert talk.status == "held"
    assert talk.thank_you.done_at is None


def sheet(talk: Conversation, path: Path, **more: object) -> dict[str, object]:
    key = f"q{ids(talk)[0]}"
    sent = {"words": "Half outdoors", "moves": "1", "path": path.pk, "criterion": "", "theme": "field"} | more
    return {f"{key}-{name}": value for name, value in sent.items()} | {
        "reflection": "Quiet suits me.",
        "sure": "4",
    }


def noted(talk: Conversation, text: str = "Half outdoors. The other half is reports.") -> None:
    services.save_note(
        talk,
        question=talk.questions.first(),
        written=services.Written(text, tag="good", base_version=0),
        by=talk.seeker,
    )


def test_a_note_becomes_a_finding_and_pressing_twice_is_harmless(
    visitor: Client, held: Conversation, path: Path
) -> None:
    noted(held)

    for _ in range(2):
        assert visitor.post(f"/learn/{held.pk}/findings", sheet(held, path)).status_code == 302
    visitor.post(f"/learn/{held.pk}/findings", sheet(held, path, words="Half reports", moves="-1"))

    held.refresh_from_db()
    assert set(Finding.objects.values_list("words", "moves")) == {("Half outdoors", 1), ("Half reports", -1)}
    assert (held.sure_after, held.reflection) == (4, "Quiet suits me.")


def test_a_note_without_a_way_stays_a_note(visitor: Client, held: Conversation, path: Path) -> None:
    noted(held)

    visitor.post(f"/learn/{held.pk}/findings", sheet(held, path, moves=""))

    assert not Finding.objects.exists()


def test_a_finding_without_words_or_path_comes_back_with_everything_typed(
    visitor: Client, held: Conversation, path: Path
) -> None:
    noted(held)

    answer = visitor.post(f"/learn/{held.pk}/findings", sheet(held, path) | {f"q{ids(held)[0]}-path": ""})

    assert answer.status_code == 422
    assert "Half outdoors" in answer.content.decode()
    assert "Quiet suits me." in answer.content.decode()
    assert not Finding.objects.exists()


def test_only_the_finding_that_lacks_something_is_marked_and_the_others_keep_their_words(
    visitor: Client, held: Conversation, path: Path
) -> None:
    first, second = ids(held)[:2]
    noted(held)
    services.save_note(
        held,
        question=held.questions.get(pk=second),
        written=services.Written("Two", base_version=0),
        by=held.seeker,
    )
    sent = sheet(held, path) | {
        f"q{first}-path": "",
        f"q{second}-words": "Two, and quiet",
        f"q{second}-path": "",
    }

    page = visitor.post(f"/learn/{held.pk}/findings", sent).content.decode()

    assert page.count("Pick the path this is about.") == 1
    assert "This field is required." not in page
    assert "Two, and quiet" in page


def test_blank_space_is_no_finding(visitor: Client, held: Conversation, path: Path) -> None:
    noted(held)

    assert visitor.post(f"/learn/{held.pk}/findings", sheet(held, path, words=" \n ")).status_code == 422


def test_another_persons_path_is_no_choice(
    visitor: Client, held: Conversation, path: Path, stranger: User
) -> None:
    theirs = Path.objects.create(seeker=stranger, occupation=path.occupation)
    noted(held)

    assert visitor.post(f"/learn/{held.pk}/findings", sheet(held, theirs)).status_code == 422


def test_before_the_talk_the_findings_say_what_comes_first(visitor: Client, talk: Conversation) -> None:
    page = visitor.get(f"/learn/{talk.pk}/findings").content.decode()

    assert "End the conversation first" in page
    assert "Keep these findings" not in page


def test_a_finding_can_be_changed_and_dropped(visitor: Client, held: Conversation, path: Path) -> None:
    finding = services.keep_finding(held, services.Drafted("Words", "field", path), by=held.seeker)
    url = f"/learn/finding/{finding.pk}"

    visitor.post(
        url, {"words": "Better words", "moves": "-2", "path": path.pk, "theme": "terms", "criterion": ""}
    )
    finding.refresh_from_db()
    assert (finding.words, finding.moves, finding.theme) == ("Better words", -2, "terms")
    assert visitor.post(url, {"words": "", "moves": "9"}).status_code == 422
    visitor.post(f"{url}/drop")

    assert not Finding.objects.exists()


def test_notes_are_shown_as_text_not_as_markup(visitor: Client, held: Conversation) -> None:
    noted(held, "</textarea><script>alert(1)</script>")

    for url in (f"/learn/{held.pk}", f"/learn/{held.pk}/findings"):
        assert "<script>alert" not in visitor.get(url).content.decode()


@pytest.mark.parametrize("url", ["/learn/{}", "/learn/{}/findings"])
def test_pages_ask_the_database_as_often_for_thirty_notes_as_for_one(
    visitor: Client, held: Conversation, path: Path, url: str
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            visitor.get(url.format(held.pk))
        return len(asked)

    def add(number: int) -> None:
        text = f"Question {number}?"
        question = Question.objects.create(seeker=held.seeker, conversation=held, text=text, theme="field")
        services.save_note(
            held, question=question, written=services.Written(text, base_version=0), by=held.seeker
        )
        services.keep_finding(held, services.Drafted(text, "field", path, question=question), by=held.seeker)

    add(0)
    queries()
    few = queries()
    for number in range(1, 30):
        add(number)

    assert queries() == few


def test_a_held_conversation_shows_no_clock(visitor: Client, held: Conversation) -> None:
    page = visitor.get(f"/learn/{held.pk}").content.decode()

    assert 'id="clock"' not in page
    assert "Go to your findings" in page


def test_a_called_off_conversation_shows_what_was_written_and_offers_no_box_to_lose_more_in(
    visitor: Client, talk: Conversation, seeker: User
) -> None:
    services.save_note(
        talk, question=None, written=services.Written("She will call back.", base_version=0), by=seeker
    )
    meet.call_off(talk, by=seeker)

    page = visitor.get(f"/learn/{talk.pk}").content.decode()

    assert "This conversation was called off" in page
    assert "She will call back." in page
    assert "<textarea" not in page
    assert "learn.js" not in page
