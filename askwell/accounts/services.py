"""Coming in, and saying who you are."""

import hashlib
import secrets

from django.db import transaction

from askwell.accounts.events import Introduced
from askwell.accounts.models import Role, RoleName, SignInToken, User
from askwell.journal import services as journal

SOLO_NAME = "you"


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def solo_seeker() -> User:
    """The one person of the solo edition, made on first use."""
    user, made = User.objects.get_or_create(username=SOLO_NAME)
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        Role.objects.create(user=user, name=RoleName.SEEKER)
    return user


@transaction.atomic
def make_token(user: User) -> str:
    """A fresh secret for the printed address; older unused ones stop working."""
    token = secrets.token_urlsafe(24)
    SignInToken.objects.filter(user=user).delete()
    SignInToken.objects.create(user=user, digest=_digest(token))
    return token


@transaction.atomic
def use_token(token: str) -> User | None:
    """The person whom this secret lets in, once; nobody when it is wrong or was used."""
    found = SignInToken.objects.select_for_update().filter(digest=_digest(token)).first()
    if found is None:
        return None
    found.delete()
    return found.user


@transaction.atomic
def introduce(user: User, *, name: str, about: str, time_zone: str, by: User) -> User:
    """Keep what the person says about themselves; letters and times use it."""
    user = User.objects.select_for_update().get(pk=user.pk)
    user.name, user.about, user.time_zone = name, about, time_zone
    user.save(update_fields=["name", "about", "time_zone"])
    journal.record(Introduced.of(user), by=by)
    return user
