"""What comes around a message and is not the writer's: markup, a quoted reply, a phone's signature."""

import re

MARKUP = re.compile(
    r"</?(?:a|b|i|u|p|br|hr|em|strong|div|span|li|ul|ol|h[1-6]|img|table|tr|td|html|body|head|font|blockquote)"
    r"\b[^<>]{0,300}>|&(?:nbsp|amp|quot|apos|lt|gt|#\d{1,5});",
    re.IGNORECASE,
)
NEW_LINE = re.compile(r"</?(?:p|br|div|li|tr|h[1-6]|blockquote)\b", re.IGNORECASE)
QUOTED = re.compile(
    r"^[ \t]{0,3}>[^\n]*|^[ \t]{0,3}On [^\n]{5,150} wrote:[ \t\r]*$|^-{2,} ?Original Message ?-{2,}.*\Z"
    r"|^Sent (?:from|via) my [^\n]{1,60}$|^Get Outlook for [^\n]{1,30}$",
    re.MULTILINE | re.DOTALL,
)


def unwrapped(text: str) -> str:
    """The text with what is not the writer's blanked out; every other character stays at its place."""
    plain = MARKUP.sub(lambda tag: blank(tag.group(), "\n" if NEW_LINE.match(tag.group()) else " "), text)
    own = QUOTED.sub(lambda quote: blank(quote.group(), " "), plain)
    return own if any(char.isalnum() for char in own) else plain


def blank(piece: str, first: str) -> str:
    """As many spaces as the piece is long, its line ends kept."""
    return first + re.sub(r"[^\n]", " ", piece[1:])
