import pytest
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.models import User
from askwell.decide import selectors, services
from askwell.decide.from_figures import DEFAULT_CRITERIA
from askwell.explore.models import Criterion
from askwell.learn.models import Finding
from tests.decide.journeys import ELECTRICIANS, NURSES, STATISTICIANS, consider, hear, know

pytestmark = pytest.mark.django_db


def test_without_paths_there_is_nothing_to_weigh(seeker: User) -> None:
    board = selectors.board(seeker)

    assert board.paths == []
    assert board.leans == []
    assert board.headline == "Nothing to weigh yet"


def test_one_path_shows_its_beliefs_and_asks_for_a_second(seeker: User) -> None:
    consider(seeker, NURSES)

    board = selectors.board(seeker)

    assert board.leans == []
    assert board.headline.startswith("One path so far")
    assert len(board.rows) == len(DEFAULT_CRITERIA)


def test_the_list_to_start_from_shows_without_being_kept(seeker: User) -> None:
    consider(seeker, NURSES, ELECTRICIANS)

    board = selectors.board(seeker)

    assert [row.criterion.name for row in board.rows] == [preset.name for preset in DEFAULT_CRITERIA]
    assert not Criterion.objects.exists()


def test_the_chances_of_two_paths_add_up_to_one(seeker: User) -> None:
    consider(seeker, NURSES, ELECTRICIANS)

    board = selectors.board(seeker)

    assert sum(lean.chance for lean in board.leans) == pytest.approx(1)
    assert board.figure_count > 4


def test_when_nothing_matters_no_path_leads_but_beliefs_show(seeker: User) -> None:
    consider(seeker, NURSES, ELECTRICIANS)
    services.ensure_criteria(seeker, by=seeker)
    Criterion.objects.update(weight=0)

    board = selectors.board(seeker)

    assert board.leans == []
    assert board.change is None
    assert all(cell.word for row in board.rows for cell in row.cells)


def test_a_finding_moves_the_belief_it_bears_on_and_no_other(seeker: User) -> None:
    nurses, _ = consider(seeker, NURSES, ELECTRICIANS)
    hours = next(c for c in services.ensure_criteria(seeker, by=seeker) if c.kind == "steady_hours")
    before = {cell.key: cell.held for row in selectors.board(seeker).rows for cell in row.cells}

    hear(know(seeker, "Elena Ruiz", nurses), nurses, hours, -2)

    after = {cell.key: cell.held for row in selectors.board(seeker).rows for cell in row.cells}
    moved = {key for key in after if after[key] != before[key]}
    assert moved == {f"{nurses.pk}-{hours.pk}"}
    assert after[f"{nurses.pk}-{hours.pk}"].mean < 40


def test_two_findings_of_one_person_are_one_witness(seeker: User) -> None:
    nurses, electricians = consider(seeker, NURSES, ELECTRICIANS)
    hours = next(c for c in services.ensure_criteria(seeker, by=seeker) if c.kind == "steady_hours")
    one, two, three = (know(seeker, name, nurses) for name in ("Ana Sol", "Bea Lum", "Cy Orr"))
    for _ in range(2):
        hear(one, nurses, hours, 1)
    hear(two, electricians, hours, 1)
    hear(three, electricians, hours, 1)

    [row] = [row for row in selectors.board(seeker).rows if row.criterion == hours]

    assert row.cells[0].voices == 1
    assert row.cells[1].voices == 2
    assert row.cells[0].held.sd > row.cells[1].held.sd


def test_findings_about_nothing_on_the_list_are_counted_as_loose(seeker: User) -> None:
    [nurses] = consider(seeker, NURSES)
    hear(know(seeker, "Elena Ruiz", nurses), nurses, None, 2)

    board = selectors.board(seeker)

    assert board.loose == 1
    assert board.finding_count == 0


def test_a_stranger_sees_none_of_it(seeker: User, stranger: User) -> None:
    [nurses] = consider(seeker, NURSES)
    hear(know(seeker, "Elena Ruiz", nurses), nurses, None, 2)

    assert selectors.board(stranger).paths == []


def test_the_board_reads_as_often_with_thirty_findings_as_with_one(
    seeker: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    paths = consider(seeker, NURSES, STATISTICIANS, ELECTRICIANS)
    criteria = services.ensure_criteria(seeker, by=seeker)
    for number in range(30):
        hear(
            know(seeker, f"Person {number}", *paths),
            paths[number % 3],
            criteria[number % 6],
            1,
            words=f"No. {number}",
        )

    with django_assert_max_num_queries(5):
        board = selectors.board(seeker)
        [cell.source for row in board.rows for cell in row.cells]
        [finding.contact.name for row in board.rows for cell in row.cells for finding in cell.findings]

    assert board.finding_count == Finding.objects.count() == 30
