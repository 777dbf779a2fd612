"""The first words."""

from askwell.prepare.opening import opening


def test_the_opening_names_what_is_known() -> None:
    words = opening(host="Priya", referrer="Elena Ruiz", minutes=15, topics=["roofers", "masons", "welders"])

    assert words.startswith(
        "Hello, Priya. Thank you for making time. Elena Ruiz suggested that I talk to you."
    )
    assert "I am weighing the work of roofers against that of masons" in words
    assert "welders" not in words
    assert words.endswith("I will keep us to 15 minutes.")


def test_the_opening_stands_when_nothing_is_known() -> None:
    words = opening(host="", referrer="", minutes=20, topics=[])

    assert words.startswith("Hello. Thank you for making time. I am not here about a job")
    assert "  " not in words
