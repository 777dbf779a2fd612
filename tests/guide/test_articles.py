"""The guides: safe pages, headings that can be linked to, and neighbors by content."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.guide.articles import Article, also_like, article, articles, read

FRONT = """+++
slug = "{slug}"
title = "{title}"
summary = "{summary}"

[tool]
url = "explore:index"
words = "Look around"
+++
"""


def written(body: str, slug: str = "a", title: str = "On it", summary: str = "Short") -> Article:
    return read(FRONT.format(slug=slug, title=title, summary=summary) + body)


def test_there_are_three_guides_of_a_few_minutes_with_contents_and_a_tool() -> None:
    assert [one.slug for one in articles()] == ["why-it-is-worth-it", "how-to-ask", "what-to-do-after"]
    for one in articles():
        assert 500 <= len(one.text.split()) <= 800
        assert 2 <= one.minutes <= 4
        assert len(one.contents) >= 4
        assert ":" in one.tool_url
        assert one.tool_words


def test_every_line_of_the_contents_leads_to_a_heading() -> None:
    for one in articles():
        ids = re.findall(r'<h2 id="([^"]+)"', one.html)

        assert ids == [heading.id for heading in one.contents]


def test_what_a_guide_takes_from_research_names_its_source() -> None:
    for one in articles():
        for number in re.findall(r"\d+%|\bN = \d+|study of \d+", one.text):
            assert "https://doi.org/" in one.text, number


def test_no_guide_prints_a_number_nobody_can_source() -> None:
    text = " ".join(one.text for one in articles())

    assert not re.search(r"\d\s?%|percent|out of (?:ten|10)", text)


def test_a_guide_is_found_by_its_slug() -> None:
    found = article("how-to-ask")

    assert found is not None
    assert found.title == "How to ask someone you hardly know"
    assert article("no-such-guide") is None


def test_headings_get_ids_of_their_words_and_equal_ones_are_numbered() -> None:
    one = written("## What's *new*?\n\ntext\n\n### Deeper\n\n## What's new?\n\n## ¿?\n")

    assert [(heading.id, heading.text) for heading in one.contents] == [
        ("whats-new", "What’s new?"),
        ("whats-new-2", "What’s new?"),
        ("section", "¿?"),
    ]
    assert '<h3 id="deeper">' in one.html


def test_links_keep_their_address_and_leak_nothing() -> None:
    html = written("[a study](https://doi.org/10.1037/0022-3514.95.1.128)").html

    assert 'href="https://doi.org/10.1037/0022-3514.95.1.128"' in html
    assert "noreferrer" in html


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "[go](javascript:alert(1))",
        '<img src=x onerror="alert(1)">',
        "![dot](https://example.org/dot.png)",
        '<p style="color:red" onclick="x()">hello</p>',
    ],
)
def test_nothing_that_could_run_or_fetch_reaches_the_page(body: str) -> None:
    html = written(body).html

    assert not re.search(r"<script|<img|<p style|<p [^>]*onclick|href=\"javascript", html)


@given(st.text(max_size=200))
def test_whatever_is_written_becomes_only_the_tags_of_an_article(body: str) -> None:
    html = written(body).html

    allowed = r"p|h2|h3|ul|ol|li|em|strong|blockquote|a|hr|br|code"
    assert all(re.fullmatch(allowed, tag) for tag in re.findall(r"</?([a-z0-9]+)", html))


@pytest.mark.parametrize("source", ["Just words.", "+++\nslug = 'a'\n+++\nText.", ""])
def test_a_source_without_its_facts_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="article"):
        read(source)


BREAD = written("Flour, water and salt. Knead the dough and bake the bread.", "bread")
ROLLS = written("Shape the dough into rolls. Bake the rolls; flour the board.", "rolls")
BOATS = written("Trim the sail, watch the wind, and mind the harbor.", "boats")
KITES = written("Hold the string, watch the wind, and run.", "kites")
SHELF = [BOATS, ROLLS, KITES, BREAD]


def test_the_nearest_guide_is_the_one_that_speaks_of_the_same_things() -> None:
    assert [one.slug for one in also_like("bread", 1, SHELF)] == ["rolls"]
    assert [one.slug for one in also_like("boats", 1, SHELF)] == ["kites"]


def test_a_guide_is_not_offered_beside_itself_and_no_more_than_asked_for() -> None:
    assert {one.slug for one in also_like("bread", 9, SHELF)} == {"boats", "rolls", "kites"}
    assert also_like("bread", 0, SHELF) == []
    assert also_like("no-such-guide", 2, SHELF) == []


def test_equally_near_guides_keep_their_order() -> None:
    twins = [BREAD, *(written("Flour and water.", slug) for slug in ("one", "two", "three"))]

    assert [one.slug for one in also_like("bread", 3, twins)] == ["one", "two", "three"]


def test_a_word_that_every_guide_holds_brings_none_nearer() -> None:
    shelf = [
        written("people people people talk bread", "a"),
        written("people people people people wind", "b"),
        written("people bread", "c"),
    ]

    assert also_like("a", 1, shelf)[0].slug == "c"


def test_every_guide_has_two_others_beside_it() -> None:
    for one in articles():
        assert len(also_like(one.slug)) == 2
