"""The words of a letter, and how its writer signs."""

from django import forms

LONGEST = 10_000


class Words(forms.Form):
    """Subject and text as typed; nothing is trimmed or tidied but line ends."""

    subject = forms.CharField(
        max_length=200,
        required=False,
        error_messages={"max_length": "Keep the subject under 200 letters."},
    )
    body = forms.CharField(
        max_length=LONGEST,
        required=False,
        strip=False,
        error_messages={"max_length": "This is longer than a letter can be. Cut it to under 10,000 letters."},
    )
    base = forms.IntegerField(min_value=0, required=False)

    def clean_subject(self) -> str:
        """One line stays one line."""
        return " ".join(self.cleaned_data["subject"].split())

    def clean_body(self) -> str:
        """Line ends as everywhere else."""
        return plain_lines(self.cleaned_data["body"])

    @property
    def typed(self) -> tuple[str, str]:
        """What was typed, whether it can be kept or not."""
        return str(self.data.get("subject", "")), plain_lines(str(self.data.get("body", "")))


def plain_lines(text: str) -> str:
    """The text with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Signature(forms.Form):
    """How one signs, asked where it is needed."""

    prefix = "sign"
    use_required_attribute = False

    name = forms.CharField(
        label="How do you sign?",
        max_length=80,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    about = forms.CharField(
        label="You in one line",
        max_length=160,
        help_text="For example: a sophomore at Harlow College.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )
