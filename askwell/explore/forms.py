"""What a seeker may say about a path."""

from typing import TYPE_CHECKING

from django import forms

from askwell.explore import policies

if TYPE_CHECKING:
    from django.http import QueryDict

    from askwell.accounts.models import User
    from askwell.explore.models import Path


class PlaceField(forms.CharField):
    """A place or an employer in words; what no file can hold is left out."""

    def to_python(self, value: object) -> str:
        """The words without null characters."""
        return str(super().to_python(value)).replace("\0", "").strip()


class Elsewhere(forms.Form):
    """One more place to weigh a career in; without words, the career anywhere."""

    narrowed = PlaceField(
        label="Where, or for whom",
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"required": True}),
    )


class Narrowing(forms.Form):
    """In which industry, place, or company."""

    narrowed = PlaceField(
        label="Where, or for whom",
        max_length=120,
        required=False,
        help_text="For example: children’s hospitals, Ohio, or the name of one employer.",
    )

    def __init__(self, data: "QueryDict | None" = None, *, path: "Path", user: "User") -> None:
        super().__init__(data, initial={"narrowed": path.narrowed}, prefix=f"path-{path.pk}")
        self.path, self.user = path, user

    def clean_narrowed(self) -> str:
        """Words that make no second path like another."""
        narrowed: str = self.cleaned_data["narrowed"]
        if not (verdict := policies.may_narrow(self.user, self.path, narrowed)):
            raise forms.ValidationError(verdict.reason)
        return narrowed
