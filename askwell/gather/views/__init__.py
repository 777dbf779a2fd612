"""Screens of gatherings; a solo edition has none of them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def in_a_program(view: View) -> View:
    """In the solo edition the page is not there."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if settings.SOLO:
            raise Http404
        return view(request, *args, **kwargs)

    return page
