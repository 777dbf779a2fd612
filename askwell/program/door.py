"""The door of a program, as django-allauth asks about it: who may make an account, and how its letters leave."""

import logging
import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.template.loader import render_to_string

from askwell.accounts.entrance import ERRORS
from askwell.accounts.models import User
from askwell.lib import post
from askwell.program import selectors

log = logging.getLogger(__name__)
ONCE_MORE = {
    "reauthenticate": "Type my password instead",
    "mfa_reauthenticate": "Type a code instead",
    "mfa_reauthenticate:webauthn": "Use my passkey instead",
}


class Door(DefaultAccountAdapter):  # type: ignore[misc]
    """By invitation only. Letters leave at once: a code is of use now or never, and is kept nowhere."""

    error_messages = DefaultAccountAdapter.error_messages | ERRORS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whoever came by the link of an open invitation."""
        return selectors.held_in(request.session) is not None

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways to show that it is you, as links say them."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [way | {"description": ONCE_MORE[way["id"]]} for way in ways]

    def generate_unique_username(self, txts: list[str | None], regex: str | None = None) -> str:
        """Nobody sees or types it, so it says nothing."""
        return secrets.token_hex(12)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """One letter; where it can't leave, the page says so."""
        try:
            post.send(_letter(template_prefix, email, context))
        except (post.NotSent, post.CutOff) as fault:
            raise ImmediateHttpResponse(_not_sent(fault)) from fault

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Word of a change that was made; the change stands, whether or not the letter leaves."""
        if not settings.CAN_SEND:
            return
        try:
            super().send_notification_mail(*args, **kwargs)
        except ImmediateHttpResponse as fault:
            log.warning("A letter about a change of an account did not leave: %s", fault.__cause__)


class SecondLock(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys and codes, in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This is not the code. Look at the app once more, or type a recovery code.",
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """What a passkey is called until its owner says otherwise."""
        before = Authenticator.objects.filter(user=user, type=type).count()
        return "My passkey" if not before else f"My passkey {before + 1}"


class SchoolDoor(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The school's own sign-in: by invitation too, be it by link or made for the address the school vouches for."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Whoever holds an invitation."""
        return selectors.invitation_of(request.session, sociallogin) is not None

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """The name that the school knows."""
        user: User = super().populate_user(request, sociallogin, data)
        user.name = str(data.get("name") or "")[:80]
        return user


def _letter(prefix: str, email: str, said: dict[str, Any]) -> post.Message:
    words = said | {"email": email, "site": settings.SITE_NAME, "site_url": settings.SITE_URL}
    return post.Message(
        key=secrets.token_hex(16),
        to=email,
        subject=render_to_string(f"{prefix}_subject.txt", words).strip(),
        body=render_to_string(f"{prefix}_message.txt", words).strip() + "\n",
    )


def _not_sent(fault: Exception) -> Any:
    why = str(fault) or "The mail server’s answer was lost. Look whether the letter came, else try again."
    if not settings.CAN_SEND:
        why = "This Askwell has no mail server. Ask whoever runs it."
    return render(context.request, "account/not_sent.html", {"why": why}, status=503)
