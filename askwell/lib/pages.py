"""How a page, or just the part of it that was asked for, reaches the reader."""

import sys
from collections.abc import Set as AbstractSet
from typing import Any

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.http import url_has_allowed_host_and_scheme

from askwell.journey import MORE_PLACES, PLACES, PROGRAM_PLACES, ROOMS, SEEKER, Place
from askwell.lib.faults import explain

IN_THE_BAR = 5
"""So many places fit side by side on a phone."""
PLACE_OF = {room.name: room.place for room in ROOMS}
PLACE_AT = {
    page: place.label
    for place in (*PLACES, *PROGRAM_PLACES, *MORE_PLACES)
    for page in (place.url_name, *place.also)
}


def show(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The page, or only the partial named like the target's DOM id when HTMX asks for one."""
    htmx = getattr(request, "htmx", None)
    if htmx and htmx.target and not htmx.boosted and _has_partial(template, htmx.target):
        template = f"{template}#{htmx.target}"
    response = render(request, template, context, status=status)
    response.headers["Vary"] = "HX-Request, HX-Target"
    return response


def _has_partial(template: str, name: str) -> bool:
    try:
        get_template(f"{template}#{name}")
    except TemplateDoesNotExist:
        return False
    return True


def onward(request: HttpRequest) -> HttpResponse | None:
    """To the page that the form names as its `next`, if that is an address of ours."""
    target = request.POST.get("next", "")
    is_ours = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return HttpResponseRedirect(target) if is_ours else None


def frame(request: HttpRequest) -> dict[str, Any]:
    """What every page's frame needs: the places, and which one the reader is in."""
    match = request.resolver_match
    reader = getattr(request, "user", None)
    others = MORE_PLACES if settings.SOLO else PROGRAM_PLACES + MORE_PLACES
    places = _places_of(reader, PLACES + others)
    return {
        "places": places[:IN_THE_BAR],
        "more_places": places[IN_THE_BAR:],
        "seeks": SEEKER in _held(reader),
        "can_send": settings.CAN_SEND,
        "site_name": settings.SITE_NAME,
        "current_place": (PLACE_AT.get(match.view_name) or PLACE_OF.get(match.app_name)) if match else None,
        "reader": reader,
        "signed_in": getattr(request, "signed_in", None),
    }


def _places_of(reader: Any, places: tuple[Place, ...]) -> list[Place]:
    """Those that are this reader's: in the solo edition a seeker's, in a program those of the roles held."""
    return [place for place in places if not place.of or _held(reader) & set(place.of)]


def _held(reader: Any) -> AbstractSet[str]:
    return {SEEKER} if settings.SOLO else getattr(reader, "role_names", set())


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose secret is too old or missing: say so, and that going back keeps the words."""
    return render(request, "403_csrf.html", status=403)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What nobody can read; the form is not looked at again, for that is what may have failed."""
    return render(None, "400.html", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """What ends every fault, wherever in the program it arose: the machine's are said plainly."""
    fault = sys.exception()
    words = explain(fault) if isinstance(fault, Error | OSError) else None
    if words:
        answer = render(None, "503.html", {"words": words, "site_name": settings.SITE_NAME}, status=503)
        answer.headers["Retry-After"] = "60"
        return answer
    return render(None, "500.html", {"site_name": settings.SITE_NAME}, status=500)
