"""Small words of the templates: icons, numbers, moments."""

from datetime import datetime
from functools import cache

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from askwell.lib import titles, zones
from askwell.lib.themes import THEMES

register = template.Library()

TOGETHER = "\u00a0"
"""A space at which no line is broken."""


@register.simple_tag
@cache
def icon(name: str, small: bool = False) -> SafeString:
    """One drawing of the sprite, silent to screen readers: words stand beside it."""
    size = "i i--s" if small else "i"
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#i-{}"/></svg>', size, static("sprite.svg"), name
    )


@register.simple_tag
@cache
def theme(name: str) -> SafeString:
    """A theme's colored mark with its word."""
    return format_html('<span class="theme theme--{}">{}</span>', name, THEMES[name])


@register.filter
def dollars(amount: int | None) -> str:
    """$97,550; an en dash when nothing was published."""
    return "–" if amount is None else f"${amount:,.0f}"


@register.filter
def signed(percent: float | None) -> str:
    """+4.9%, −3.0%; an en dash when nothing was published."""
    if percent is None:
        return "–"
    sign = "−" if percent < 0 else "+" if percent > 0 else ""
    return f"{sign}{abs(percent):.1f}%"


@register.filter
def grouped(count: float | None) -> str:
    """189,100; an en dash when nothing was published."""
    return "–" if count is None else f"{count:,.0f}"


@register.filter
def lowered(role: str) -> str:
    """A role inside a sentence: "charge nurse", "RN"."""
    return titles.lowered(role)


def _clock(local: datetime) -> str:
    return f"{local.hour % 12 or 12}:{local:%M}{TOGETHER}{'AM' if local.hour < 12 else 'PM'}"


@register.filter
def moment(at: datetime | None) -> str:
    """Tuesday, October 20, 5:30 PM Eastern: in the reader's zone, with the zone named."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    zone = str(timezone.get_current_timezone_name())
    year = f", {local.year}" if local.year != timezone.localtime().year else ""
    return f"{local:%A, %B}{TOGETHER}{local.day}{year}, {_clock(local)} {zones.spoken(local, zone)}"


@register.filter
def day(at: datetime | None) -> str:
    """October 20, in the reader's zone; with the year when it is another one."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    year = f", {local.year}" if local.year != timezone.localtime().year else ""
    return f"{local:%B}{TOGETHER}{local.day}{year}"
