"""What a seeker may say about a path."""

from typing import TYPE_CHECKING

from django import forms
from django.urls import reverse_lazy

from askwell.explore import policies
from askwell.explore.narrowing import tidy

if TYPE_CHECKING:
    from django.http import QueryDict

    from askwell.accounts.models import User
    from askwell.explore.models import Path


FIGURES_FOLLOW = (
    "A state, a city with its state, or an industry: the figures follow. An employer’s name is fine, too."
)


class PlaceField(forms.CharField):
    """A place or an employer in words, on one line; what nobody sees is left out."""

    def to_python(self, value: object) -> str:
        """The words as a path keeps them."""
        return tidy(str(super().to_python(value)))


class PlaceInput(forms.TextInput):
    """A text field that offers places and industries while somebody types."""

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        super().__init__(
            {
                "list": "places",
                "autocomplete": "off",
                "hx-get": reverse_lazy("explore:places"),
                "hx-trigger": "input changed delay:250ms",
                "hx-target": "#places",
                "hx-swap": "outerHTML",
                **(attrs or {}),
            }
        )


class Elsewhere(forms.Form):
    """One more place to weigh a career in; without words, the career anywhere."""

    narrowed = PlaceField(
        label="Where, or for whom",
        max_length=120,
        required=False,
        widget=PlaceInput({"required": True}),
        help_text=FIGURES_FOLLOW,
    )


class Narrowing(forms.Form):
    """In which industry, place, or company."""

    narrowed = PlaceField(
        label="Where, or for whom",
        max_length=120,
        required=False,
        widget=PlaceInput,
        help_text=FIGURES_FOLLOW,
    )

    def __init__(
        self, data: "QueryDict | None" = None, *, path: "Path", user: "User", here: str = ""
    ) -> None:
        super().__init__(data, initial={"narrowed": path.narrowed}, prefix=f"path-{path.pk}")
        self.path, self.user, self.here = path, user, here

    def clean_narrowed(self) -> str:
        """Words that make no second path like another."""
        narrowed: str = self.cleaned_data["narrowed"]
        if not (verdict := policies.may_narrow(self.user, self.path, narrowed)):
            raise forms.ValidationError(verdict.reason)
        return narrowed
