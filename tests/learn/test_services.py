"""Keeping notes and findings."""

from typing import Any

import pytest

from askwell.accounts.models import User
from askwell.explore.models import Criterion, Path
from askwell.journal.models import Entry
from askwell.learn import policies, services
from askwell.learn.models import Finding, Note
from askwell.learn.services import Drafted, Written
from askwell.lib.verdicts import Refused
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.prepare.models import Question


def save(talk: Conversation, text: str, *, base: int | None = 0, by: User | None = None, **more: Any) -> Note:
    written = Written(text, base_version=base, **more)
    return services.save_note(talk, question=talk.questions.first(), written=written, by=by or talk.seeker)


def drafted(path: Path, words: str = "Half the week is outdoors", **more: object) -> Drafted:
    return Drafted(words=words, theme="field", path=path, **more)  # type: ignore[arg-type]


def test_every_saved_change_raises_the_version(talk: Conversation) -> None:
    first = save(talk, "Field")
    second = save(talk, "Field and lab", base=first.version, tag="good")

    assert (first.version, second.version) == (1, 2)
    assert (second.text, second.tag) == ("Field and lab", "good")


def test_saving_the_same_again_changes_nothing(talk: Conversation) -> None:
    save(talk, "Field")

    again = save(talk, "Field", base=0)

    assert again.version == 1


def test_an_empty_box_makes_no_note(talk: Conversation) -> None:
    save(talk, "")

    assert not Note.objects.exists()


@pytest.mark.parametrize("base", [0, None, 99])
def test_words_over_another_version_join_those_that_stand_there(talk: Conversation, base: int | None) -> None:
    save(talk, "Early starts.")

    note = save(talk, "Long winters.", base=base)

    assert (note.text, note.version) == ("Early starts.\nLong winters.", 2)


def test_words_stand_over_a_sending_that_no_answer_came_to(talk: Conversation) -> None:
    save(talk, "Erly starts.", tag="good", sending="one")

    note = save(talk, "Early starts.", sending="two", before=["one"])

    assert (note.text, note.tag, note.version) == ("Early starts.", "good", 2)


def test_a_sending_that_comes_late_is_behind_what_was_written_over_it(talk: Conversation) -> None:
    save(talk, "Early starts.", sending="two", before=["one"])

    note = save(talk, "Erly starts.", sending="one")

    assert (note.text, note.version) == ("Early starts.", 1)


def test_a_late_sending_does_not_come_between(talk: Conversation) -> None:
    save(talk, "Erly starts.", sending="two", before=["one"])
    save(talk, "Early", sending="one")

    note = save(talk, "Early starts.", sending="three", before=["one", "two"])

    assert note.text == "Early starts."


def test_words_of_another_hand_stay_beside_those_sent_without_an_answer(talk: Conversation) -> None:
    save(talk, "Erly starts.", sending="one")
    save(talk, "Erly starts. Long winters.", base=1)

    note = save(talk, "Early starts.", sending="two", before=["one"])

    assert note.text == "Erly starts. Long winters.\nEarly starts."


def test_words_joined_with_another_hand_are_not_written_over(talk: Conversation) -> None:
    save(talk, "Long winters.")
    save(talk, "Erly starts.", sending="one")

    note = save(talk, "Early starts.", sending="two", before=["one"])

    assert note.text == "Long winters.\nErly starts.\nEarly starts."


def test_a_note_knows_of_the_last_sendings_only(talk: Conversation) -> None:
    for number in range(40):
        note = save(talk, "Early starts.", sending=f"sending {number}")

    assert len(note.sendings) == policies.MOST_SENDINGS
    assert (note.sendings[-1], note.version) == ("sending 39", 1)


def test_a_note_may_be_cut_down_by_whoever_saw_its_last_version(talk: Conversation) -> None:
    save(talk, "Early starts. Long winters.")

    note = save(talk, "Early starts.", base=1)

    assert note.text == "Early starts."


def test_notes_stay_open_after_the_talk(held: Conversation) -> None:
    assert save(held, "One more thing").version == 1


def test_a_called_off_conversation_takes_no_notes(talk: Conversation, seeker: User) -> None:
    meet.call_off(talk, by=seeker)

    with pytest.raises(Refused, match="called off"):
        save(talk, "Hello")


def test_nobody_else_writes_my_notes(talk: Conversation, stranger: User) -> None:
    with pytest.raises(Refused):
        save(talk, "Hello", by=stranger)


def test_a_note_outlives_its_question(talk: Conversation, seeker: User) -> None:
    save(talk, "Field")
    services.save_note(talk, question=None, written=Written("Loose", base_version=0), by=seeker)

    Question.objects.filter(conversation=talk).delete()

    assert set(Note.objects.values_list("asked", "text")) == {
        ("What fills most of a week here?", "Field"),
        ("", "Loose"),
    }


def test_taking_notes_is_journalled_once_a_conversation_and_holds_no_words(talk: Conversation) -> None:
    save(talk, "Secret")
    save(talk, "Secret two", base=1)

    entries = Entry.objects.filter(verb="NotesBegun")

    assert [(e.contact_id, e.facts) for e in entries] == [(talk.contact_id, {})]


def test_the_same_finding_twice_is_kept_once(held: Conversation, path: Path, seeker: User) -> None:
    criterion = Criterion.objects.create(seeker=seeker, name="Outdoors")

    first = services.keep_finding(held, drafted(path, moves=2, criterion=criterion), by=seeker)
    again = services.keep_finding(
        held, drafted(path, "Half  the week is\noutdoors", moves=1, criterion=criterion), by=seeker
    )

    assert first == again
    assert Finding.objects.get().moves == 2
    assert Entry.objects.filter(verb="FindingKept").count() == 1


def test_other_words_another_criterion_or_another_question_are_other_findings(
    held: Conversation, path: Path, seeker: User
) -> None:
    criterion = Criterion.objects.create(seeker=seeker, name="Outdoors")

    for finding in (
        drafted(path),
        drafted(path, "All of it is"),
        drafted(path, criterion=criterion),
        drafted(path, question=held.questions.first()),
    ):
        services.keep_finding(held, finding, by=seeker)

    assert Finding.objects.count() == 4


def test_a_finding_keeps_who_said_it(held: Conversation, path: Path, seeker: User) -> None:
    finding = services.keep_finding(held, drafted(path), by=seeker)

    assert (finding.contact, finding.seeker, finding.path) == (held.contact, seeker, path)


def test_findings_come_after_the_talk(talk: Conversation, path: Path, seeker: User) -> None:
    with pytest.raises(Refused, match="End the conversation first"):
        services.keep_finding(talk, drafted(path), by=seeker)


def test_a_finding_changed_into_another_one_leaves_one(held: Conversation, path: Path, seeker: User) -> None:
    one = services.keep_finding(held, drafted(path, "One"), by=seeker)
    two = services.keep_finding(held, drafted(path, "Two"), by=seeker)

    services.change_finding(one, drafted(path, "Two", moves=-1), by=seeker)

    assert [(f.words, f.moves) for f in Finding.objects.all()] == [("Two", -1)]
    assert Entry.objects.get(verb="FindingDropped").subject_id == two.pk


def test_nobody_else_changes_or_drops_my_findings(
    held: Conversation, path: Path, seeker: User, stranger: User
) -> None:
    finding = services.keep_finding(held, drafted(path), by=seeker)

    with pytest.raises(Refused):
        services.change_finding(finding, drafted(path, "Mine"), by=stranger)
    with pytest.raises(Refused):
        services.drop_finding(finding, by=stranger)


def test_dropping_a_finding_leaves_its_note(held: Conversation, path: Path, seeker: User) -> None:
    save(held, "Half the week is outdoors")
    finding = services.keep_finding(held, drafted(path), by=seeker)

    for _ in range(2):
        services.drop_finding(finding, by=seeker)

    assert (Finding.objects.count(), Note.objects.count()) == (0, 1)


def test_a_reflection_is_kept_with_how_sure_one_feels(held: Conversation, seeker: User) -> None:
    services.reflect(held, sure=4, reflection="I like the quiet parts.", by=seeker)
    services.reflect(held, sure=4, reflection="I like the quiet parts.", by=seeker)

    held.refresh_from_db()
    assert (held.sure_after, held.reflection) == (4, "I like the quiet parts.")
    assert Entry.objects.filter(verb="Reflected").count() == 1
