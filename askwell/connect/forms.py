"""What a seeker writes down about a person."""

from typing import Any
from uuid import uuid4

from django import forms

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.explore.models import Path

ONE_LINE = ("name", "role", "organization", "known_how")


class Paths(forms.ModelMultipleChoiceField[Path]):
    """Paths of one's own; any other number is refused before the database sees it."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> Any:
        """Only paths that were offered."""
        known = {str(path.pk) for path in self.queryset or ()}
        if not known.issuperset(map(str, value or ())):
            raise forms.ValidationError("One of these is no path of yours. Choose again.")
        return super().clean(value)


class AboutContact(forms.ModelForm[Contact]):
    """Who they are, how you know of them, what they could speak to."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    suggested_by = forms.ModelChoiceField(
        queryset=Contact.objects.none(),
        required=False,
        label="Who suggested them?",
        empty_label="Nobody, or nobody on this list",
    )

    class Meta:
        model = Contact
        fields = [
            "name", "role", "organization", "email",
            "bond", "known_how", "suggested_by", "paths", "about",
        ]  # fmt: skip
        labels = {
            "name": "Their name",
            "role": "What they do",
            "organization": "Where they work",
            "email": "E-mail address",
            "bond": "How do you know of them?",
            "known_how": "In a few words",
            "paths": "Which of your paths could they speak to?",
            "about": "What you know about them",
        }
        help_texts = {
            "role": "Their role in a few words: nurse, land surveyor, owner of a bakery.",
            "email": "Leave it empty if you will reach them another way.",
            "known_how": "Who or what connects you: my aunt Carol; Harlow College; the spring career fair. "
            "Your request can open with it.",
            "about": "What makes you curious about their work. Only you see this.",
        }
        error_messages = {
            "name": {"required": "Who is it? A first name will do."},
            "email": {
                "invalid": "This is no e-mail address. It looks like name@example.com, or stays empty."
            },
        }
        field_classes = {"paths": Paths}
        widgets = {
            "name": forms.TextInput({"autocomplete": "off"}),
            "email": forms.EmailInput({"autocomplete": "off"}),
            "about": forms.Textarea({"rows": 3}),
        }

    def __init__(self, seeker: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Contact.objects.visible_to(seeker).exclude(pk=self.instance.pk)
        paths = Path.objects.visible_to(seeker).named()
        self.fields["suggested_by"].queryset = others  # type: ignore[attr-defined]
        self.fields["paths"].queryset = paths  # type: ignore[attr-defined]
        if not paths:
            del self.fields["paths"]
        if not others:
            del self.fields["suggested_by"]
        self.fields["uid"].initial = uuid4
        if self.instance.pk:
            self.fields["uid"].disabled = True
            self.initial["suggested_by"] = self.instance.suggested_by

    def clean(self) -> dict[str, Any]:
        """One line stays one line."""
        cleaned = super().clean() or self.cleaned_data
        return cleaned | {
            name: " ".join(cleaned.get(name, "").split()) for name in ONE_LINE if name in cleaned
        }

    def likeness(self) -> dict[str, Any]:
        """What tells whether somebody is on the list already."""
        return {
            "name": self.cleaned_data["name"],
            "email": self.cleaned_data["email"],
            "but": self.cleaned_data["uid"],
        }

    def known(self) -> dict[str, Any]:
        """The answers, as the services take them."""
        known = dict(self.cleaned_data) | {"referred_by": self.cleaned_data.get("suggested_by")}
        known.pop("suggested_by", None)
        if self.instance.pk or not known["uid"]:
            known.pop("uid")
        return known
