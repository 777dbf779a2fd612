"""Turns refusals and faults of the ground into pages with one plain sentence."""

import logging
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askwell.lib.faults import explain
from askwell.lib.verdicts import Refused

Handler = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)


class refusals:
    """A `Refused` becomes a 403 that shows the reason."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Answer a refusal; leave everything else to the next in line."""
        if isinstance(fault, Refused):
            return render(request, "403.html", {"reason": fault.reason}, status=403)
        return None


class plain_faults:
    """A full disk or a locked or broken database becomes a 503 that says what is safe."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except (DatabaseError, OSError) as fault:
            return self._answer(request, fault)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Answer a fault of the ground that a view ran into."""
        if isinstance(fault, DatabaseError | OSError) and explain(fault):
            return self._answer(request, fault)
        return None

    def _answer(self, request: HttpRequest, fault: Exception) -> HttpResponse:
        words = explain(fault)
        if words is None:
            raise fault
        log.error("%s: %s", type(fault).__name__, words)
        return render(None, "503.html", {"words": words}, status=503)
