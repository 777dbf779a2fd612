"""Turns refusals into pages with one plain sentence."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askwell.lib.verdicts import Refused

Handler = Callable[[HttpRequest], HttpResponse]


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
