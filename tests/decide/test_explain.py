"""What would change your mind, in words."""

from askwell.decide.beliefs import Normal, Weighed, Weighing, weigh
from askwell.decide.explain import explain


def weighed(*paths: tuple[str, float, float]) -> Weighed:
    held = {(path, "Hours"): Normal(mean, sd) for path, mean, sd in paths}
    return weigh(Weighing(tuple(path for path, _, _ in paths), {"Hours": 1}, held))


def test_with_one_path_there_is_nothing_to_change() -> None:
    assert explain(weighed(("Chef", 50, 20))) is None


def test_a_path_behind_moves_ahead_by_a_better_answer() -> None:
    change = explain(weighed(("Chef", 60, 2), ("Surveyor", 55, 20)))

    assert change is not None
    assert change.headline == "Ask about “Hours” in Surveyor"
    assert change.reason == ("If the answer is better than you expect, Surveyor could move ahead of Chef.")


def test_a_path_in_front_falls_behind_by_a_worse_answer() -> None:
    change = explain(weighed(("Chef", 60, 20), ("Surveyor", 55, 2)))

    assert change is not None
    assert "worse than you expect, Surveyor could move ahead of Chef" in change.reason


def test_the_path_that_stands_first_on_the_page_is_never_said_to_come_ahead() -> None:
    """Its mean may be the lower one: what is little known has more chances."""
    known = (("Chef", 52, 3), ("Baker", 52, 3), ("Surveyor", 51, 20))
    change = explain(weighed(*known))

    assert weighed(*known).standings[0].path == "Surveyor"
    assert change is not None
    assert change.path == "Surveyor"
    assert change.reason.endswith("could move ahead of Surveyor.")


def test_when_no_answer_matters_it_says_so() -> None:
    change = explain(weighed(("Chef", 95, 1), ("Surveyor", 5, 1)))

    assert change is not None
    assert change.headline == "No single answer is likely to change the order now"


def test_paths_and_criteria_are_called_by_their_names() -> None:
    names = {"Chef": "Chefs and head cooks", "Hours": "Steady hours"}

    change = explain(weighed(("Chef", 55, 20), ("Surveyor", 60, 2)), names)

    assert change is not None
    assert change.headline == "Ask about “Steady hours” in Chefs and head cooks"
