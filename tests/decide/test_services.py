import pytest

from askwell.accounts.models import User
from askwell.decide import services
from askwell.decide.models import Decision
from askwell.decide.services import Wanted
from askwell.explore.models import Criterion
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused
from tests.decide.journeys import ELECTRICIANS, NURSES, consider, hear, know

pytestmark = pytest.mark.django_db


def names(seeker: User) -> list[str]:
    return [criterion.name for criterion in Criterion.objects.visible_to(seeker)]


def test_the_list_to_start_from_is_kept_once(seeker: User) -> None:
    services.ensure_criteria(seeker, by=seeker)
    services.ensure_criteria(seeker, by=seeker)

    assert len(names(seeker)) == 6
    assert Entry.objects.filter(verb="CriteriaKept").count() == 1


def test_criteria_are_renamed_reordered_added_and_left_out(seeker: User) -> None:
    first, second, *_ = services.ensure_criteria(seeker, by=seeker)

    services.keep_criteria(
        seeker,
        [
            Wanted("Money", "pay", True, 5, second.pk),
            Wanted("My days", "own", True, 2, first.pk),
            Wanted("Near the sea", "own", True, 1),
        ],
        by=seeker,
    )

    assert names(seeker) == ["Money", "My days", "Near the sea"]
    assert Criterion.objects.get(name="Money").pk == second.pk


def test_two_criteria_may_swap_their_names(seeker: User) -> None:
    first, second, *_ = services.ensure_criteria(seeker, by=seeker)

    services.keep_criteria(
        seeker,
        [Wanted(second.name, "own", True, 1, first.pk), Wanted(first.name, "pay", True, 1, second.pk)],
        by=seeker,
    )

    assert names(seeker) == [second.name, first.name]


def test_a_name_that_a_renamed_criterion_gave_up_is_free_for_a_new_one(seeker: User) -> None:
    [pay, *_] = services.ensure_criteria(seeker, by=seeker)

    services.keep_criteria(
        seeker, [Wanted("Savings", "pay", True, 2, pay.pk), Wanted(pay.name, "own", True, 4)], by=seeker
    )

    assert names(seeker) == ["Savings", pay.name]
    assert Criterion.objects.get(name="Savings").pk == pay.pk


def test_keeping_the_unsaved_list_twice_makes_no_second_one(seeker: User) -> None:
    wanted = [Wanted("Pay", "pay", True, 3), Wanted("Days", "own", True, 3)]

    services.keep_criteria(seeker, wanted, by=seeker)
    services.keep_criteria(seeker, wanted, by=seeker)

    assert names(seeker) == ["Pay", "Days"]


def test_leaving_out_a_criterion_keeps_what_was_said_on_it(seeker: User) -> None:
    [nurses] = consider(seeker, NURSES)
    first, second, *_ = services.ensure_criteria(seeker, by=seeker)
    finding = hear(know(seeker, "Elena Ruiz", nurses), nurses, first, 2)

    services.keep_criteria(seeker, [Wanted(second.name, "pay", True, 3, second.pk)], by=seeker)

    finding.refresh_from_db()
    assert finding.criterion is None


def test_the_last_criterion_can_not_be_left_out(seeker: User) -> None:
    with pytest.raises(Refused, match="at least one"):
        services.keep_criteria(seeker, [], by=seeker)


def test_nobody_else_says_what_matters(seeker: User, stranger: User) -> None:
    with pytest.raises(Refused):
        services.ensure_criteria(seeker, by=stranger)


def test_a_pk_of_somebody_elses_criterion_touches_nothing_of_theirs(seeker: User, stranger: User) -> None:
    theirs = services.ensure_criteria(stranger, by=stranger)[0]

    services.keep_criteria(seeker, [Wanted("Mine", "own", True, 3, theirs.pk)], by=seeker)

    theirs.refresh_from_db()
    assert theirs.name != "Mine"
    assert names(seeker) == ["Mine"]


def decide(seeker: User) -> Decision:
    return services.write_down(
        seeker, title="I apply to nursing schools", path=None, reasons="People.", first_step="", by=seeker
    )


def test_a_decision_keeps_how_everything_stood(seeker: User) -> None:
    consider(seeker, NURSES, ELECTRICIANS)

    decision = decide(seeker)

    assert len(decision.weighed["chances"]) == 2
    assert len(decision.weighed["criteria"]) == 6
    assert len(decision.weighed["beliefs"]) == 12
    assert any("Employment Projections" in source for source in decision.weighed["sources"])


def test_a_double_click_writes_one_decision(seeker: User) -> None:
    assert decide(seeker) == decide(seeker)
    assert Decision.objects.count() == 1


def test_the_journal_tells_of_a_decision_without_its_words(seeker: User) -> None:
    decide(seeker)

    entry = Entry.objects.get(verb="DecisionWritten")
    assert "nursing" not in str(entry.facts)
