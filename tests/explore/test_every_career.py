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
SECTIONS = {
    "pay": "pay", "the outlook": "out", "what it takes": "edu", "schooling": "scl", "skills": "skl", "conditions of work": "wk", "interests": "lk",
    "tools of the trade": "tl", "programs of study": "st", "related careers": "rl",
}  # fmt: skip
"""What the page calls a section that is missing, and the heading it has where it is not."""
SAID = re.compile(r"Not in these figures: ([^.]*)\.")
GROUND = ", and the ground line is $0."


def faults_of(page: str, titles: set[str]) -> list[str]:
    """What is wrong with a page; titles as their publisher writes them are left alone."""
    main = page.split("<main")[1].split("</main>")[0].replace(GROUND, ".")
    told = [html.unescape(each).strip() for each in BETWEEN.split(main)]
    empty = [f"empty: {found.group()}" for found in EMPTY.finditer(main)]
    words = [each for each in told if each and each not in titles]
    odd = [f"{name}: {each}" for each in words for name, mark in FAULTS.items() if mark.search(each)]
    return empty + odd


def left_out_silently(page: str) -> list[str]:
    """The sections that a page neither has nor says to be missing."""
    said = SAID.search(page)
    missing = said.group(1) if said else ""
    return [words for words, heading in SECTIONS.items() if (f'id="{heading}"' in page) is (words in missing)]


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
        page = page_of(occupation, seeker)
        if faults := faults_of(page, titles_in(occupation)) + left_out_silently(page):
            found[occupation.soc] = faults

    assert found == {}


@pytest.mark.parametrize(
    "wrong", ["<p></p>", "<p>None</p>", "<p>$0 a year</p>", "<p>two  blanks</p>", "<p>nan</p>"]
)
def test_what_is_not_whole_would_be_seen(wrong: str) -> None:
    assert faults_of(f"<main>{wrong}</main>", set())


def test_a_section_left_out_silently_would_be_seen() -> None:
    headings = "".join(f'<h2 id="{each}">' for each in SECTIONS.values() if each != "rl")

    assert left_out_silently(headings) == ["related careers"]
    assert left_out_silently(f"{headings}Not in these figures: related careers. Ask.") == []


@pytest.mark.parametrize("soc", ["27-2023", "39-5092", "41-9012", "51-6051"])
def test_where_no_skill_stands_out_the_page_says_so(seeker: User, soc: str) -> None:
    page = page_of(Occupation.objects.get(soc=soc), seeker)

    assert "Nothing stands out here" in page
    assert "Not in these figures" not in page or "skills" not in SAID.findall(page)[0]


@pytest.mark.parametrize(
    ("soc", "said"),
    [
        ("17-3019", "How it moved over the years is not in these figures."),
        ("27-2011", "No state’s pay a year is published for this career."),
        ("35-2013", "New York alone has a median that is published: <b>"),
        ("13-1074", "Only 3 states have a median that is published."),
        ("17-3019", "<dt>Preparation</dt><dd>Not published."),
        ("11-1031", "How much a certification matters has not been rated."),
        ("45-2011", "Nothing is so common or so rare that the averages tell"),
    ],
)
def test_a_part_of_a_section_that_nobody_publishes_is_said_to_be_missing(
    seeker: User, soc: str, said: str
) -> None:
    assert said in page_of(Occupation.objects.get(soc=soc), seeker)


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
