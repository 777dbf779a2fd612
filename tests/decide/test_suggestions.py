import pytest
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.models import User
from askwell.ask.models import InterviewRequest, RequestStatus
from askwell.decide import selectors, services
from askwell.decide.suggestions import MOST, Suggestion, suggest
from askwell.meet.models import ConversationStatus
from askwell.prepare.models import Question
from tests.decide.journeys import ELECTRICIANS, NURSES, consider, hear, know, talk

pytestmark = pytest.mark.django_db


def first(seeker: User) -> Suggestion:
    return suggest(seeker, selectors.board(seeker))[0]


def test_one_path_needs_no_question_that_would_change_the_order(seeker: User) -> None:
    consider(seeker, NURSES)

    assert suggest(seeker, selectors.board(seeker)) == []


def test_the_questions_worth_asking_differ_from_each_other(seeker: User) -> None:
    consider(seeker, NURSES, ELECTRICIANS)

    texts = [one.ask.text for one in suggest(seeker, selectors.board(seeker))]

    assert 1 < len(texts) <= MOST
    assert len(set(texts)) == len(texts)


def test_nobody_is_named_while_nobody_is_known(seeker: User) -> None:
    consider(seeker, NURSES, ELECTRICIANS)

    assert first(seeker).host is None


def test_a_coming_talk_is_the_first_place_to_ask(seeker: User) -> None:
    paths = consider(seeker, NURSES, ELECTRICIANS)
    know(seeker, "Ana Sol", *paths)
    booked = talk(know(seeker, "Bea Lum", *paths), ConversationStatus.BOOKED)

    suggestion = first(seeker)

    assert suggestion.conversation == booked
    assert suggestion.weekday


def test_a_voice_not_heard_on_it_comes_before_one_that_was(seeker: User) -> None:
    paths = consider(seeker, NURSES, ELECTRICIANS)
    criteria = services.ensure_criteria(seeker, by=seeker)
    heard, fresh = know(seeker, "Ana Sol", *paths), know(seeker, "Bea Lum", *paths)
    for path in paths:
        for criterion in criteria:
            hear(heard, path, criterion, 1, words=f"{path} {criterion}")

    assert first(seeker).host == fresh


def test_somebody_who_said_no_is_not_suggested(seeker: User) -> None:
    paths = consider(seeker, NURSES, ELECTRICIANS)
    contact = know(seeker, "Ana Sol", *paths)
    InterviewRequest.objects.create(seeker=seeker, contact=contact, status=RequestStatus.DECLINED)

    assert first(seeker).host is None


def test_a_planned_question_stays_the_suggestion_and_says_so(seeker: User) -> None:
    consider(seeker, NURSES, ELECTRICIANS)
    services.ensure_criteria(seeker, by=seeker)
    before = first(seeker)
    question = Question.objects.create(
        seeker=seeker,
        path=before.path,
        criterion=before.criterion,
        text=before.ask.text,
        theme=before.ask.theme,
    )

    after = first(seeker)

    assert after.planned == question
    assert after.ask.text == before.ask.text


def test_thirty_people_are_read_as_fast_as_one(
    seeker: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    paths = consider(seeker, NURSES, ELECTRICIANS)
    for number in range(30):
        talk(know(seeker, f"Person {number}", *paths))
    board = selectors.board(seeker)

    with django_assert_max_num_queries(5):
        suggest(seeker, board)
