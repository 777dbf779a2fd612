"""An organizer's Markdown as safe HTML. No Django."""

import nh3
from markdown_it import MarkdownIt

_TAGS = {"p", "h3", "h4", "ul", "ol", "li", "em", "strong", "blockquote", "a", "hr", "br", "code"}


def html(text: str) -> str:
    """Safe HTML: no raw HTML, no pictures, links only to https and mail."""
    parser = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable("smartquotes")
    return nh3.clean(
        parser.render(text), tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"https", "mailto"}
    )
