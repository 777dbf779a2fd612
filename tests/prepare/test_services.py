"""Planning, choosing and putting in order."""

import pytest
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.explore.models import Occupation, Path
from askwell.journal.models import Entry
from askwell.lib.themes import THEMES
from askwell.lib.verdicts import Refused
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.prepare import selectors, services
from askwell.prepare.bank import WHO_ELSE
from askwell.prepare.models import Question

OWN = "How do twelve-hour shifts sit with the rest of your life?"


def texts(conversation: Conversation) -> list[str]:
    """The brief as it would be read."""
    return [question.text for question in conversation.questions.order_by("position")]


def test_a_planned_conversation_has_a_brief_at_once(planned: Conversation, nursing: Path) -> None:
    questions = list(planned.questions.order_by("position"))

    assert len(questions) == services.IN_A_BRIEF
    assert {question.theme for question in questions} == set(THEMES)
    assert questions[-1].bank_id == WHO_ELSE
    assert [question.position for question in questions] == list(range(1, 8))
    assert all(question.why and question.chosen for question in questions)
    assert {question.path for question in questions} <= {nursing, None}


def test_somebody_who_was_tied_to_no_path_is_not_said_to_know_one(seeker: User, nursing: Path) -> None:
    plumber = Contact.objects.create(seeker=seeker, name="Mo Ny", role="Plumber")

    conversation = meet.plan(plumber, by=seeker)

    opening = " ".join(selectors.brief(conversation, seeker).opening.lines)
    assert "nurses" not in " ".join([*texts(conversation), opening])


def test_choosing_twice_chooses_once(seeker: User, planned: Conversation) -> None:
    before = texts(planned)

    services.choose_for(planned, by=seeker)

    assert texts(planned) == before


def test_questions_that_wait_for_these_paths_come_first(
    seeker: User, marcus: Contact, nursing: Path, statistics: Path
) -> None:
    services.plan_question(seeker, text="Why this ward?", theme="people", path=nursing, by=seeker)
    services.plan_question(seeker, text="Why that lab?", theme="people", path=statistics, by=seeker)
    services.plan_question(seeker, text=OWN, theme="terms", occupation=nursing.occupation, by=seeker)

    conversation = meet.plan(marcus, by=seeker)

    assert texts(conversation)[:2] == ["Why this ward?", OWN]
    assert texts(conversation)[-1] == "Who else should I talk to?"
    assert [one.text for one in Question.objects.waiting()] == ["Why that lab?"]


def test_many_that_wait_leave_room_for_others(seeker: User, marcus: Contact, nursing: Path) -> None:
    for number in range(9):
        services.plan_question(seeker, text=f"What about {number}?", theme="field", path=nursing, by=seeker)

    conversation = meet.plan(marcus, by=seeker)

    assert conversation.questions.count() == services.IN_A_BRIEF
    assert Question.objects.waiting().count() == 4


def test_who_else_planned_beforehand_still_comes_last_and_once(
    seeker: User, marcus: Contact, nursing: Path
) -> None:
    services.plan_question(
        seeker, text="Who else should I talk to?", theme="people", bank_id=WHO_ELSE, path=nursing, by=seeker
    )

    conversation = meet.plan(marcus, by=seeker)

    assert [q.is_last for q in conversation.questions.order_by("position")].count(True) == 1
    assert texts(conversation)[-1] == "Who else should I talk to?"
    assert conversation.questions.count() == services.IN_A_BRIEF


def test_planning_twice_keeps_one(seeker: User, planned: Conversation, nursing: Path) -> None:
    for text in (OWN, f"  {OWN.upper()} "):
        services.plan_question(seeker, text=text, theme="terms", path=nursing, by=seeker)
        services.plan_question(seeker, text=text, theme="terms", conversation=planned, by=seeker)

    assert Question.objects.filter(text__iexact=OWN, conversation=planned).count() == 1
    assert Question.objects.waiting().filter(text__iexact=OWN).count() <= 1


def test_an_added_question_stands_before_the_last_one(seeker: User, planned: Conversation) -> None:
    services.plan_question(seeker, text=OWN, theme="terms", conversation=planned, by=seeker)

    assert texts(planned)[-2:] == [OWN, "Who else should I talk to?"]


def test_a_question_moves_by_one_and_never_past_the_last(seeker: User, planned: Conversation) -> None:
    first, second, *_, before_last, last = planned.questions.order_by("position")

    services.reorder(first, up=False, by=seeker)
    services.reorder(first, up=False, by=seeker)
    services.reorder(second, up=True, by=seeker)
    services.reorder(before_last, up=False, by=seeker)
    services.reorder(last, up=True, by=seeker)

    order = list(planned.questions.order_by("position"))
    assert order[0] == second
    assert order[2] == first
    assert order[-2:] == [before_last, last]
    assert [question.position for question in order] == list(range(1, 8))


def test_editing_makes_it_ones_own(seeker: User, planned: Conversation) -> None:
    first = planned.questions.order_by("position")[0]

    services.edit(first, text=OWN, theme="terms", by=seeker)
    services.choose_anew(planned, by=seeker)

    first.refresh_from_db()
    assert (first.text, first.bank_id, first.chosen) == (OWN, "", False)


def test_a_brief_asks_nothing_twice_however_it_is_worded(seeker: User, planned: Conversation) -> None:
    first, second = planned.questions.order_by("position")[:2]

    with pytest.raises(Refused, match="asks this already"):
        services.edit(second, text=f" {first.text.upper()}", theme="terms", by=seeker)

    second.refresh_from_db()
    assert second.text != first.text


def test_the_last_may_be_reworded_but_stays_last(seeker: User, planned: Conversation) -> None:
    last = planned.questions.get(bank_id=WHO_ELSE)

    services.edit(last, text="Who else comes to mind?", theme="people", by=seeker)
    services.plan_question(seeker, text=OWN, theme="terms", conversation=planned, by=seeker)

    assert texts(planned)[-1] == "Who else comes to mind?"
    with pytest.raises(Refused, match="Every brief ends"):
        services.drop(last, by=seeker)


def test_dropping_twice_is_dropping_once(seeker: User, planned: Conversation) -> None:
    first = planned.questions.order_by("position")[0]

    services.drop(first, by=seeker)
    services.drop(Question(pk=first.pk), by=seeker)

    assert [question.position for question in planned.questions.order_by("position")] == list(range(1, 7))
    assert Entry.objects.filter(verb="QuestionDropped").count() == 1


def test_choosing_anew_brings_others_and_keeps_what_is_planned(seeker: User, planned: Conversation) -> None:
    services.plan_question(seeker, text=OWN, theme="terms", conversation=planned, by=seeker)
    before = set(texts(planned))

    services.choose_anew(planned, by=seeker)

    after = texts(planned)
    assert set(after) & before == {OWN, "Who else should I talk to?"}
    assert len(after) == services.IN_A_BRIEF


def test_after_the_talk_the_brief_stays_as_it_was(seeker: User, held: Conversation) -> None:
    first = held.questions.order_by("position")[0]

    for change in (
        lambda: services.drop(first, by=seeker),
        lambda: services.edit(first, text=OWN, theme="terms", by=seeker),
        lambda: services.reorder(first, up=False, by=seeker),
        lambda: services.choose_anew(held, by=seeker),
        lambda: services.plan_question(seeker, text=OWN, theme="terms", conversation=held, by=seeker),
    ):
        with pytest.raises(Refused, match="talked already"):
            change()


def test_a_second_talk_with_the_same_person_asks_other_things(seeker: User, held: Conversation) -> None:
    again = meet.plan(held.contact, by=seeker)

    assert set(texts(again)) & set(texts(held)) == {"Who else should I talk to?"}


def test_a_brief_has_an_end(seeker: User, planned: Conversation) -> None:
    for number in range(13):
        services.plan_question(
            seeker, text=f"What about {number}?", theme="field", conversation=planned, by=seeker
        )

    with pytest.raises(Refused, match="more than a talk can hold"):
        services.plan_question(seeker, text=OWN, theme="terms", conversation=planned, by=seeker)


def test_a_stranger_can_do_nothing(stranger: User, seeker: User, planned: Conversation) -> None:
    first = planned.questions.order_by("position")[0]

    for change in (
        lambda: services.drop(first, by=stranger),
        lambda: services.edit(first, text=OWN, theme="terms", by=stranger),
        lambda: services.reorder(first, up=False, by=stranger),
        lambda: services.plan_question(seeker, text=OWN, theme="terms", by=stranger),
        lambda: services.plan_question(stranger, text=OWN, theme="terms", conversation=planned, by=stranger),
    ):
        with pytest.raises(Refused):
            change()


def test_the_words_of_a_question_stay_out_of_the_journal(seeker: User, planned: Conversation) -> None:
    services.plan_question(seeker, text=OWN, theme="terms", conversation=planned, by=seeker)

    entry = Entry.objects.get(verb="QuestionPlanned")
    assert entry.facts == {"theme": "terms"}
    assert entry.contact_id == planned.contact_id


def test_choosing_reads_as_often_for_six_paths_as_for_one(
    seeker: User, marcus: Contact, nursing: Path, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    conversation = meet.plan(marcus, by=seeker)
    for career in Occupation.objects.exclude(pk=nursing.occupation_id)[:5]:
        marcus.paths.add(Path.objects.create(seeker=seeker, occupation=career))

    with django_assert_max_num_queries(10):
        known = selectors.facts(conversation)

    assert len({one.path for one in known.open}) == 6
