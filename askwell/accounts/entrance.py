"""The forms of signing in, in our words: django-allauth's own, whose labels are said once and in one place."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.core.exceptions import ValidationError

LABELS = {
    "login": "Your e-mail address",
    "email": "Your e-mail address",
    "password": "Your password",
    "oldpassword": "Your password so far",
    "password1": "A new password",
    "password2": "The new password once more",
    "code": "The code",
}
HELP = {"password1": "Ten characters or more. A short sentence is easy to keep in mind."}
ERRORS = {
    "account_inactive": "This account is closed. Ask your program’s coordinator to open it again.",
    "email_password_mismatch": "Address and password don’t belong together. Look at both once more.",
    "email_taken": "Somebody has an account with this address already.",
    "duplicate_email": "This is your address already.",
    "enter_current_password": "This is not your password so far. Type it once more.",
    "incorrect_code": "This is not the code, or it has run out. Look once more, or ask for a fresh one.",
    "incorrect_password": "This is not your password. Type it once more.",
    "too_many_login_attempts": "Too many tries. Wait five minutes, then try again.",
    "same_as_current": "This is your address already.",
    "rate_limited": "Too many tries. Wait a few minutes, then try again.",
}
"""What the door says in words of its own."""


class InOurWords:
    """Labels and help of ours; no placeholder, which would say the label twice and vanish while one types."""

    fields: dict[str, Any]
    ours: ClassVar[dict[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = LABELS | self.ours
        for name, field in self.fields.items():
            field.label = labels.get(name, field.label)
            field.help_text = HELP.get(name, str(field.help_text).strip())
            field.widget.attrs.pop("placeholder", None)

    def add_error(self, field: str | None, error: Any) -> None:
        """A second password that differs from the first is said as plainly as everything else."""
        if field == "password2" and not isinstance(error, ValidationError):
            error = "The two passwords differ. Type the new one twice."
        super().add_error(field, error)  # type: ignore[misc]


class Login(InOurWords, account.LoginForm):  # type: ignore[misc]
    """By address and password."""


class RequestLoginCode(InOurWords, account.RequestLoginCodeForm):  # type: ignore[misc]
    """By a code, to be mailed."""


class LoginCode(InOurWords, account.ConfirmLoginCodeForm):  # type: ignore[misc]
    """The code that was mailed."""


class AddressCode(InOurWords, account.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    """The code that shows whose address it is."""


class ResetPassword(InOurWords, account.ResetPasswordForm):  # type: ignore[misc]
    """Whose password was forgotten."""


class ResetCode(InOurWords, account.ConfirmPasswordResetCodeForm):  # type: ignore[misc]
    """The code before a new password."""


class NewPassword(InOurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password in the place of the forgotten one."""


class ChangePassword(InOurWords, account.ChangePasswordForm):  # type: ignore[misc]
    """Another password."""


class SetPassword(InOurWords, account.SetPasswordForm):  # type: ignore[misc]
    """A first password."""


class NewAddress(InOurWords, account.AddEmailForm):  # type: ignore[misc]
    """Another address."""

    ours = {"email": "Your new e-mail address"}


class ChangeAddress(InOurWords, account.ChangeEmailForm):  # type: ignore[misc]
    """Another one instead, while the code to the first is on its way."""

    ours = {"email": "Your new e-mail address"}


class PasswordOnceMore(InOurWords, account.ReauthenticateForm):  # type: ignore[misc]
    """Is it you?"""


class CodeOfTheApp(InOurWords, mfa.AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in."""


class CodeOnceMore(InOurWords, mfa.ReauthenticateForm):  # type: ignore[misc]
    """Is it you, with the app at hand?"""


class UseApp(InOurWords, ActivateTOTPForm):  # type: ignore[misc]
    """The first code that a new app shows."""


class AddPasskey(InOurWords, AddWebAuthnForm):  # type: ignore[misc]
    """A passkey, and a name for it."""

    ours = {"name": "Name"}


class RenamePasskey(InOurWords, EditWebAuthnForm):  # type: ignore[misc]
    """Another name for it."""

    ours = {"name": "Name"}
