"""Inviting, joining, and who is what."""

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from django import forms

from askwell.accounts import services as accounts
from askwell.accounts.models import RoleName
from askwell.lib import zones
from askwell.program import roster, services

if TYPE_CHECKING:
    from django.http import HttpRequest

    from askwell.accounts.models import User

MOST_BYTES = 2_000_000
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


class ChooseRoster(forms.Form):
    """A file that a spreadsheet wrote, and what those are whom it gives no role."""

    file = forms.FileField(
        label="The roster, as CSV",
        help_text="Columns: Name, Email, and Role if people differ. Excel and Google Sheets write it by “Save as” or “Download”. At most 2 MB.",
        error_messages={"empty": "This file is empty.", "required": "Choose a file first."},
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}),
    )
    role = forms.ChoiceField(label="Whoever has no role in it is a", choices=ROLES)

    def clean(self) -> dict[str, Any]:
        """The roster itself, read."""
        said: dict[str, Any] = super().clean() or {}
        if file := said.get("file"):
            if file.size > MOST_BYTES:
                raise forms.ValidationError("This file is over 2 MB. Bring it in parts.")
            self.text, self.file_name = roster.decoded(file.read()), file.name
            self.roster = _read(self.text, said.get("role", ""), "file")
        return said


class TakeRoster(forms.Form):
    """The same roster once more, now to be taken in."""

    text = forms.CharField(strip=False, widget=forms.HiddenInput)
    role = forms.ChoiceField(choices=ROLES, widget=forms.HiddenInput)
    file_name = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """The roster, read again: the page may have been kept open for long."""
        said: dict[str, Any] = super().clean() or {}
        if "text" in said and "role" in said:
            self.roster = _read(said["text"], said["role"], "text")
        return said


def _read(text: str, role: str, field: str) -> roster.Roster:
    try:
        return roster.read(text, role=role)
    except roster.RosterError as fault:
        raise forms.ValidationError({field: str(fault)}) from fault


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
