"""Planning questions, putting them in order, choosing them for one person."""

from typing import TypedDict, Unpack

from django.db import transaction

from askwell.accounts.models import User
from askwell.explore.models import Criterion, Occupation, Path
from askwell.journal.services import record
from askwell.meet.models import Conversation
from askwell.prepare import events, policies, selectors
from askwell.prepare.choose import Chosen, Facts, choose
from askwell.prepare.models import Question

IN_A_BRIEF = 7
MOST_WAITING = 5


class Asked(TypedDict, total=False):
    """A question to plan: its words (at most 300 characters) and theme; what it is about, when known."""

    text: str
    theme: str
    path: Path | None
    occupation: Occupation | None
    criterion: Criterion | None
    bank_id: str
    conversation: Conversation | None


@transaction.atomic
def plan_question(seeker: User, *, by: User, **asked: Unpack[Asked]) -> Question:
    """Keep a question for a brief, or for the next one; planning it twice keeps it once."""
    User.objects.select_for_update().get(pk=seeker.pk)
    asked["text"] = " ".join(asked["text"].split())
    conversation = asked.get("conversation")
    _hold_brief(conversation.pk if conversation else None)
    if known := _known(seeker, asked):
        return known
    policies.may_plan(by, seeker, conversation).enforce()
    question = _waiting(seeker, asked) or Question(seeker=seeker)
    for name, value in asked.items():
        setattr(question, name, value)
    question.save()
    if conversation:
        _put_in_order(conversation)
    record(events.QuestionPlanned.of(question), by=by)
    return question


def _known(seeker: User, asked: Asked) -> Question | None:
    """The same question where it was planned to go already."""
    conversation = asked.get("conversation")
    if conversation is None:
        return _waiting(seeker, asked)
    return Question.objects.filter(conversation=conversation, text__iexact=asked["text"]).first()


def _waiting(seeker: User, asked: Asked) -> Question | None:
    """The same question, in no brief yet; about the same career, where one is named."""
    same = Question.objects.select_for_update().visible_to(seeker).waiting()
    same = same.filter(text__iexact=asked["text"])
    if path := asked.get("path"):
        same = same.filter(path=path)
    elif occupation := asked.get("occupation"):
        same = same.filter(occupation=occupation)
    return same.first()


@transaction.atomic
def choose_for(conversation: Conversation, *, by: User) -> list[Question]:
    """Make the brief of a conversation that has none: what waits for these paths first, who else last."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    policies.may_plan(by, conversation.seeker, conversation).enforce()
    if conversation.questions.exists():
        return list(conversation.questions.all())
    _take_waiting(conversation)
    return _fill(conversation, selectors.facts(conversation), by=by)


@transaction.atomic
def choose_anew(conversation: Conversation, *, by: User) -> list[Question]:
    """Other questions in place of those Askwell chose; what the seeker planned or wrote stays."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    policies.may_plan(by, conversation.seeker, conversation).enforce()
    facts = selectors.facts(conversation)
    conversation.questions.filter(chosen=True, notes=None).delete()
    return _fill(conversation, facts, by=by)


def _take_waiting(conversation: Conversation) -> None:
    """Questions that wait for these paths come into the brief."""
    paths = selectors.paths_of(conversation)
    theirs, careers = {path.pk for path in paths}, {path.occupation_id for path in paths}
    # Held, so that a second brief made in the same moment takes none of them too.
    mine = Question.objects.select_for_update().visible_to(conversation.seeker)
    waiting = mine.waiting().order_by("pk")
    fitting = [
        one for one in waiting if one.path_id in theirs or (not one.path_id and one.occupation_id in careers)
    ]
    by_words = {question.text.casefold(): question for question in reversed(fitting)}
    for place, question in enumerate(list(reversed(by_words.values()))[:MOST_WAITING], start=1):
        question.conversation, question.position = conversation, place
        question.save(update_fields=["conversation", "position"])


def _fill(conversation: Conversation, facts: Facts, *, by: User) -> list[Question]:
    """Choose up to the usual number, and put them in order."""
    have = conversation.questions.count()
    has_last = any(one.is_last for one in conversation.questions.all())
    facts = selectors.with_planned(facts, conversation)
    chosen = choose(facts, max(1, IN_A_BRIEF - have + has_last))
    Question.objects.bulk_create(
        _question(conversation, one, place)
        for place, one in enumerate(chosen, start=have + 1)
        if not (has_last and one is chosen[-1])
    )
    _put_in_order(conversation)
    made = list(conversation.questions.all())
    record(events.BriefMade.of(conversation, questions=len(made)), by=by)
    return made


def _question(conversation: Conversation, chosen: Chosen, position: int) -> Question:
    settles = chosen.settles
    return Question(
        seeker_id=conversation.seeker_id,
        conversation=conversation,
        text=chosen.text[:300],
        theme=chosen.theme,
        bank_id=chosen.id,
        why=chosen.why[:200],
        chosen=True,
        position=position,
        path_id=int(settles.path) if settles else None,
        criterion_id=int(settles.criterion) if settles else None,
    )


def _put_in_order(conversation: Conversation) -> None:
    """Number the questions from 1; who else comes last whatever was added."""
    questions = sorted(
        conversation.questions.all(), key=lambda one: (one.is_last, one.position or 999, one.pk)
    )
    _number(questions)


def _number(questions: list[Question]) -> None:
    for place, question in enumerate(questions, start=1):
        question.position = place
    Question.objects.bulk_update(questions, ["position"])


@transaction.atomic
def reorder(question: Question, *, up: bool, by: User) -> Question:
    """Ask it earlier or later by one place; the first and the last stay where they are."""
    question = _locked(question)
    policies.may_change(by, question).enforce()
    if question.conversation is None or question.is_last:
        return question
    questions = [one for one in question.conversation.questions.all() if not one.is_last]
    here = questions.index(question)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(questions):
        return question
    questions[here], questions[there] = questions[there], questions[here]
    _number(questions)
    record(events.QuestionMoved.of(question), by=by)
    return question


@transaction.atomic
def edit(question: Question, *, text: str, theme: str, by: User) -> Question:
    """Put it in other words; from then on it is the seeker's own."""
    question = _locked(question)
    text = " ".join(text.split())
    policies.may_reword(by, question, text).enforce()
    if (question.text, question.theme) == (text, theme):
        return question
    question.text, question.theme, question.chosen, question.why = text, theme, False, ""
    if not question.is_last:
        question.bank_id = ""
    question.save(update_fields=["text", "theme", "chosen", "why", "bank_id"])
    record(events.QuestionEdited.of(question), by=by)
    return question


@transaction.atomic
def drop(question: Question, *, by: User) -> None:
    """Let it go; dropping it twice is the same as once, and notes on it stay."""
    _hold_brief(question.conversation_id)
    found = Question.objects.select_for_update().filter(pk=question.pk).first()
    if found is None:
        return
    policies.may_drop(by, found).enforce()
    record(events.QuestionDropped.of(found), by=by)
    conversation = found.conversation
    found.delete()
    if conversation:
        _put_in_order(conversation)


def _hold_brief(conversation_pk: int | None) -> None:
    """The brief's row first: every change to its order waits for the one before it."""
    if conversation_pk is not None:
        Conversation.objects.select_for_update().get(pk=conversation_pk)


def _locked(question: Question) -> Question:
    _hold_brief(question.conversation_id)
    return Question.objects.select_for_update(of=("self",)).select_related("conversation").get(pk=question.pk)
