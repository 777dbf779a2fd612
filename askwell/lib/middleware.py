"""Turns refusals, and what was removed meanwhile, into pages with one plain sentence; mends addresses."""

import logging
from collections.abc import Callable
from urllib.parse import unquote

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import is_valid_path
from django.views.defaults import page_not_found

from askwell.lib.pages import not_understood
from askwell.lib.verdicts import Refused

Handler = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)


def understandable(get_response: Handler) -> Handler:
    """No address and no cookie of ours holds a zero byte, and PostgreSQL takes none: who sends one is told so."""

    def middleware(request: HttpRequest) -> HttpResponse:
        said = (request.path, unquote(request.META.get("QUERY_STRING", "")), *request.COOKIES.values())
        return not_understood(request) if "\0" in "".join(said) else get_response(request)

    return middleware


def private(get_response: Handler) -> Handler:
    """Pages are their reader's unless they say otherwise: no proxy keeps one, and a browser asks before it shows an old one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return middleware


def plain_address(get_response: Handler) -> Handler:
    """An address of ours that somebody ended with a slash leads for good to the one without."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        looked_for = response.status_code == 404 and request.method in {"GET", "HEAD"}
        if looked_for and request.path_info.endswith("/") and is_valid_path(request.path_info.rstrip("/")):
            address, mark, query = request.get_full_path().partition("?")
            return redirect(f"{address.rstrip('/')}{mark}{query}", permanent=True)
        return response

    return middleware


class refusals:
    """A `Refused` becomes a 403 that shows the reason; a row that another tab just removed, a 404."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Answer a refusal; leave everything else to the next in line."""
        if isinstance(fault, Refused):
            return render(request, "403.html", {"reason": fault.reason}, status=403)
        if isinstance(fault, ObjectDoesNotExist):
            log.warning("Gone in the same moment: %s", fault)
            return page_not_found(request, fault)
        return None
