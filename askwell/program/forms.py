"""Inviting, joining, and who is what."""

from typing import TYPE_CHECKING
from urllib.parse import unquote

from django import forms

from askwell.accounts import services as accounts
from askwell.accounts.models import RoleName
from askwell.lib import zones
from askwell.program import services

if TYPE_CHECKING:
    from django.http import HttpRequest

    from askwell.accounts.models import User

ROLES = [
    (RoleName.SEEKER.value, "Seeker: looks into careers and asks people"),
    (RoleName.HOST.value, "Host: does the work and offers time to talk"),
    (RoleName.COUNSELOR.value, "Counselor: looks after seekers"),
    (RoleName.COORDINATOR.value, "Coordinator: runs this program"),
]


class Roles(forms.Form):
    """What a person is; several at once are fine."""

    roles = forms.MultipleChoiceField(
        label="What they are here",
        choices=ROLES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one role."},
    )


class Invite(Roles):
    """Whom, as what, for how long."""

    field_order = ["email", "name", "roles", "days", "most_uses"]
    email = forms.EmailField(
        label="Their e-mail address",
        required=False,
        help_text="Only this person can then use the invitation. Leave it empty for a link that several people can use.",
    )
    name = forms.CharField(label="Their name", max_length=80, required=False)
    days = forms.IntegerField(
        label="Days until it runs out", min_value=1, max_value=365, initial=services.DAYS_OPEN
    )
    most_uses = forms.IntegerField(
        label="How many people can use it",
        min_value=1,
        max_value=2000,
        initial=1,
        help_text="With an address it is for that one person.",
    )


class Newcomer(forms.Form):
    """What everybody says who makes an account, whichever way they sign in."""

    name = forms.CharField(label="Your name, as you sign a letter", max_length=80)

    def signup(self, request: "HttpRequest", user: "User") -> None:
        """Once the account is there: keep the name, and the zone that the browser names."""
        zone = unquote(request.COOKIES.get("zone", ""))
        accounts.introduce(
            user,
            name=self.cleaned_data["name"],
            about="",
            time_zone=zone if zones.known(zone) else "",
            by=user,
        )
