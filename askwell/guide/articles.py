"""The guides: reading them, turning them into safe pages, and finding what is like them."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

WORDS_A_MINUTE = 220
"""A calm reading pace."""

_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "em", "strong", "blockquote", "a", "hr", "br", "code"}
_ATTRIBUTES = {"h2": {"id"}, "h3": {"id"}, "a": {"href"}}


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of the contents list: the heading's id on the page and its words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A guide, ready to be shown; `html` is safe as it is, `tool_url` is the name of a page."""

    slug: str
    title: str
    summary: str
    minutes: int
    tool_url: str
    tool_words: str
    html: str
    contents: tuple[Heading, ...]
    text: str


@cache
def articles() -> tuple[Article, ...]:
    """All guides, in the order of their files' names."""
    folder = files("askwell.guide").joinpath("articles")
    sources = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".md")), key=lambda file: file.name
    )
    return tuple(read(source.read_text(encoding="utf-8")) for source in sources)


def article(slug: str) -> Article | None:
    """The guide with this slug, if there is one."""
    return next((one for one in articles() if one.slug == slug), None)


def read(source: str) -> Article:
    """An article from its source: TOML between two `+++` lines, then Markdown.

    A source without that front matter, or with a field missing from it, is a ValueError.
    """
    match = re.match(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", source, re.DOTALL)
    if match is None:
        raise ValueError("An article begins with its facts between two lines of +++.")
    about, markdown = tomllib.loads(match[1]), match[2]
    html, contents = _rendered(markdown)
    try:
        return Article(
            slug=about["slug"],
            title=about["title"],
            summary=about["summary"],
            minutes=max(1, round(len(markdown.split()) / WORDS_A_MINUTE)),
            tool_url=about["tool"]["url"],
            tool_words=about["tool"]["words"],
            html=html,
            contents=contents,
            text=markdown,
        )
    except KeyError as missing:
        raise ValueError(f"The article lacks {missing}.") from missing


def _rendered(markdown: str) -> tuple[str, tuple[Heading, ...]]:
    """Safe HTML with an id on every heading, and the second-level headings as contents."""
    parser = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable("smartquotes")
    tokens = parser.parse(markdown)
    contents: list[Heading] = []
    taken: set[str] = set()
    for opening, inline in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        heading = Heading(_free_id(inline, taken), _plain(inline))
        taken.add(heading.id)
        opening.attrSet("id", heading.id)
        if opening.tag == "h2":
            contents.append(heading)
    html = parser.renderer.render(tokens, parser.options, {})
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https", "mailto"}), tuple(
        contents
    )


def _plain(inline: Token) -> str:
    """A heading's words without their markup."""
    return "".join(child.content for child in inline.children or ())


def _free_id(inline: Token, taken: set[str]) -> str:
    """An id made of the heading's words, numbered when they came before."""
    base = "-".join(re.findall(r"[a-z0-9]+", _plain(inline).lower().replace("’", ""))) or "section"
    number = 1
    while (candidate := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return candidate


def also_like(slug: str, n: int = 2, among: Sequence[Article] | None = None) -> list[Article]:
    """The `n` other guides nearest in content, nearest first; ties keep their order.

    Nearness is the cosine between the articles' words, each weighed by how often it comes and how
    few articles have it (tf-idf). An unknown slug has nothing like it.
    """
    shelf = articles() if among is None else among
    vectors = dict(zip((one.slug for one in shelf), _vectors(shelf), strict=True))
    if slug not in vectors:
        return []
    others = [one for one in shelf if one.slug != slug]
    return sorted(others, key=lambda one: -_cosine(vectors[slug], vectors[one.slug]))[:n]


def _vectors(shelf: Sequence[Article]) -> list[dict[str, float]]:
    """Each article's words with their weights."""
    counts = [Counter(_words(f"{one.title} {one.summary} {one.text}")) for one in shelf]
    holding = Counter(word for count in counts for word in count)
    return [
        {
            word: (1 + math.log(times)) * math.log(1 + len(shelf) / holding[word])
            for word, times in count.items()
        }
        for count in counts
    ]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]{3,}", text.lower())


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """How much two weighted bags of words point the same way: 0 not at all, 1 wholly."""
    norm = math.hypot(*one.values()) * math.hypot(*other.values())
    # Rounded, so that equal articles tie whatever order their words were added in.
    return (
        round(math.fsum(weight * other.get(word, 0.0) for word, weight in one.items()) / norm, 12)
        if norm
        else 0.0
    )
