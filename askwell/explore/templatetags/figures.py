"""Words about the figures that are loaded, for headings that speak of no one career; long names in a narrow place."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from askwell.explore import selectors

register = template.Library()


@register.simple_tag
def projected_from() -> int:
    """The year that projections start from."""
    return selectors.projected()[0]


@register.simple_tag
def projected_to() -> int:
    """The year that projections reach to."""
    return selectors.projected()[1]


@register.filter
def parted(name: str) -> SafeString:
    """“Carpentry/Carpenter”, which a line may break after its slash."""
    return format_html_join(SafeString("/<wbr>"), "{}", ((part,) for part in name.split("/")))
