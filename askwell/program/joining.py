"""The two forms by which an account is made: with a password, or with the school's sign-in. Both need an invitation."""

from typing import Any

from allauth.account.forms import SignupForm
from allauth.core import context
from allauth.socialaccount.forms import SignupForm as SocialSignupForm
from allauth.socialaccount.models import SocialLogin
from django import forms
from django.db import transaction
from django.http import HttpRequest

from askwell.accounts.entrance import InOurWords
from askwell.accounts.models import User
from askwell.lib.verdicts import Refused
from askwell.program import selectors, services
from askwell.program.models import Invitation


class SignUp(InOurWords, SignupForm):  # type: ignore[misc]
    """With a password; an invitation made for an address is for that address only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["name", "email", "password1"])
        self.invitation = selectors.held_in(context.request.session)
        if self.invitation:
            self.fields["name"].initial = self.invitation.name
            if self.invitation.email:
                fix(self.fields["email"], self.invitation.email)

    @transaction.atomic
    def save(self, request: HttpRequest) -> User:
        """The account, its name and its roles; all of it or nothing."""
        user: User = super().save(request)
        return join(request, self.invitation, user)


class SchoolSignUp(InOurWords, SocialSignupForm):  # type: ignore[misc]
    """With the school's sign-in: it says the address, and an invitation made for that address counts."""

    def __init__(self, *args: Any, sociallogin: SocialLogin, **kwargs: Any) -> None:
        super().__init__(*args, sociallogin=sociallogin, **kwargs)
        self.order_fields(["name", "email"])
        self.invitation = selectors.invitation_of(context.request.session, sociallogin)
        self.fields["name"].initial = sociallogin.account.extra_data.get("userinfo", {}).get("name", "")
        if address := next((one.email for one in sociallogin.email_addresses), ""):
            fix(self.fields["email"], address)

    @transaction.atomic
    def save(self, request: HttpRequest) -> User:
        """The account, its name and its roles; all of it or nothing."""
        user: User = super().save(request)
        return join(request, self.invitation, user)


def fix(field: forms.Field, value: str) -> None:
    """Show a value that nobody can change here."""
    field.initial, field.disabled = value, True
    field.help_text = "You can change it later, under “You”."


def join(request: HttpRequest, invitation: Invitation | None, user: User) -> User:
    """Take the invitation; it may have been used up or taken back since the form was shown."""
    request.session.pop(selectors.IN_SESSION, None)
    if invitation is None:
        raise Refused("You need an invitation to make an account here.")
    return services.take(invitation, by=user)
