"""Turns refusals, and what was removed meanwhile, into pages with one plain sentence."""

import logging
from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import page_not_found

from askwell.lib.verdicts import Refused

Handler = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)


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
