"""Every career's page is whole: nothing empty, no blank that a program left, no figure that nobody published."""

import html
import re

import pytest
from django.template.loader import render_to_string

from askwell.accounts.models import User
from askwell.explore import selectors
from askwell.explore.forms import Elsewhere
from askwell.explore.models import Occupation

BETWEEN = re.compile(r"<[^>]+>")
FAULTS = {
    "a Python None": re.compile(r"\bNone\b"),
    "not a number": re.compile(r"\b(nan|inf)\b"),
    "zero dollars": re.compile(r"\$0\b"),
    "two full stops": re.compile(r"\.\."),
    "a blank before a stop": re.compile(r"[a-z] [.,;:](?!\w)"),
    "two blanks": re.compile(r"\S  +\S"),
    "a template's mark": re.compile(r"{[{%]|[}%]}"),
}
EMPTY = re.compile(r"<(h1|h2|h3|dt|dd|th|td|li|p|text|title|desc|caption|ul|tbody)\b[^>]*>\s*</\1>")
GROUND = ", and the ground line is $0."


def faults_of(page: str, titles: set[str]) -> list[str]:
    """What is wrong with a page; titles as their publisher writes them are left alone."""
    main = page.split("<main")[1].split("</main>")[0].replace(GROUND, ".")
    told = [html.unescape(each).strip() for each in BETWEEN.split(main)]
    empty = [f"empty: {found.group()}" for found in EMPTY.finditer(main)]
    words = [each for each in told if each and each not in titles]
    return empty + [f"{name}: {each}" for each in words for name, mark in FAULTS.items() if mark.search(each)]


def titles_in(occupation: Occupation) -> set[str]:
    """Names of programs of study, which some publishers write with two blanks."""
    return {each["title"] for each in occupation.figures.get("programs", {}).get("items", [])}


def page_of(occupation: Occupation, reader: User) -> str:
    """A career's page, without the frame's own visits."""
    context = {
        "career": selectors.career(occupation, reader),
        "occupation": occupation,
        "narrowings": [],
        "elsewhere": Elsewhere(),
    }
    return render_to_string("explore/career.html", context)


@pytest.mark.only_on("sqlite")
def test_every_careers_page_is_whole(seeker: User) -> None:
    found = {}

    for occupation in Occupation.objects.all():
        if faults := faults_of(page_of(occupation, seeker), titles_in(occupation)):
            found[occupation.soc] = faults

    assert found == {}


@pytest.mark.parametrize(
    "wrong", ["<p></p>", "<p>None</p>", "<p>$0 a year</p>", "<p>two  blanks</p>", "<p>nan</p>"]
)
def test_what_is_not_whole_would_be_seen(wrong: str) -> None:
    assert faults_of(f"<main>{wrong}</main>", set())


def test_where_a_broader_groups_figures_stand_the_page_says_so(seeker: User) -> None:
    for occupation in Occupation.objects.exclude(figures_title=""):
        assert f"only for a broader group: {occupation.figures_title}." in html.unescape(
            page_of(occupation, seeker)
        )


def test_a_broader_groups_bars_never_bear_the_narrow_careers_name(seeker: User) -> None:
    attendants = Occupation.objects.get(soc="53-1044")

    page = page_of(attendants, seeker)

    assert f"{attendants.title}, median" not in page
    assert "The broader group, median $" in page


def test_the_armed_forces_are_not_said_to_publish_nothing(seeker: User) -> None:
    page = page_of(Occupation.objects.get(soc="55-1011"), seeker)

    assert "publish their own tables" in page
    assert "licensing board" not in page
