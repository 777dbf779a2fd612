"""What matters, and what was decided."""

from typing import Any

from django import forms

from askwell.decide.models import Decision
from askwell.decide.services import Wanted
from askwell.decide.weights import SPEAKS, WEIGHTS, kind_and_way, speaks
from askwell.explore.models import Criterion

MOST_CRITERIA = 12


class What(forms.Form):
    """One thing that matters: its name, how much, and what speaks to it; empty when it is the spare line."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label="What matters",
        max_length=60,
        required=False,
        error_messages={"max_length": "Keep it under 60 letters."},
    )
    weight = forms.TypedChoiceField(label="How much", choices=list(WEIGHTS.items()), coerce=int, initial=3)
    speaks = forms.ChoiceField(label="What speaks to it", choices=list(SPEAKS.items()), initial="own")

    def clean_name(self) -> str:
        """A name for everything that is kept already."""
        name = " ".join(self.cleaned_data["name"].split())
        if not name and not self.empty_permitted:
            raise forms.ValidationError("Give it a name, or leave it out.")
        return name

    def wanted(self) -> Wanted | None:
        """The criterion that this line asks for; None for the spare line left empty."""
        said = self.cleaned_data
        if not said.get("name"):
            return None
        kind, wants_more = kind_and_way(said["speaks"])
        return Wanted(said["name"], kind, wants_more, said["weight"], said.get("pk"))


class EverythingThatMatters(forms.BaseFormSet[What]):
    """The lines together: no name twice, and the act of the button that was pressed."""

    def clean(self) -> None:
        """Two things may not share a name."""
        seen: set[str] = set()
        for form in self.forms:
            name = form.cleaned_data.get("name", "").lower() if hasattr(form, "cleaned_data") else ""
            if name and name in seen:
                form.add_error("name", "You have this one already. Give it another name.")
            seen.add(name)

    def wanted(self, act: str = "") -> list[Wanted]:
        """What to keep, after `act`: "up-2", "down-2" or "drop-2" for the line of that number."""
        lines = [one for form in self.forms if (one := form.wanted())]
        verb, _, number = act.partition("-")
        at = int(number) if number.isdecimal() and len(number) < 4 and int(number) < len(lines) else None
        if at is None:
            return lines
        if verb == "drop":
            return lines[:at] + lines[at + 1 :]
        to = max(at - 1, 0) if verb == "up" else min(at + 1, len(lines) - 1)
        lines.insert(to, lines.pop(at))
        return lines


Matters = forms.formset_factory(
    What, formset=EverythingThatMatters, extra=1, max_num=MOST_CRITERIA, absolute_max=MOST_CRITERIA + 1
)


def matters(criteria: list[Criterion], data: Any = None) -> Any:
    """The lines for these criteria and a spare one."""
    initial = [
        {"pk": c.pk, "name": c.name, "weight": c.weight, "speaks": speaks(c.kind, c.wants_more)}
        for c in criteria
    ]
    return Matters(data, initial=initial, prefix="matters")


class WriteDown(forms.ModelForm[Decision]):
    """A decision in the seeker's own words."""

    class Meta:
        model = Decision
        fields = ["title", "path", "reasons", "first_step"]
        widgets = {"reasons": forms.Textarea(attrs={"rows": 6})}
        help_texts = {
            "title": "For example: “I will apply to nursing programs this fall.” It may also be what you rule out.",
            "reasons": "What spoke for it, what spoke against it, and what you would want to remember a year from now.",
            "first_step": "One small thing you can do this week.",
        }
        error_messages = {
            "title": {"required": "Say in one line what you decided."},
            "reasons": {"required": "Write at least one reason. You will be glad of it later."},
        }

    def __init__(self, *args: Any, paths: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["path"]
        field.label = "Which path it is about"
        field.queryset = paths  # type: ignore[attr-defined]
        field.empty_label = "None of them, or something wider"  # type: ignore[attr-defined]
