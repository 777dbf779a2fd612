"""Words about the figures that are loaded, for headings that speak of no one career."""

from django import template

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
