"""What a view behind the door receives."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from askwell.accounts.models import User

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails


class Visit(HttpRequest):
    """A request by somebody who is signed in: `user` is whose journey shows, `signed_in` who they really are."""

    user: User
    signed_in: User
    htmx: "HtmxDetails"
