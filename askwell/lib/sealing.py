"""Secrets that have to be used again, such as a calendar's password: sealed at rest by a key of the site's own."""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class Unsealable(Exception):
    """The site's key is not the one it was sealed with."""


def seal(secret: str) -> str:
    """The secret as nobody can read it who has only the database."""
    return _keys().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """The secret again; Unsealable when SECRET_KEY is another one, and no fallback fits."""
    try:
        return _keys().decrypt(sealed.encode()).decode()
    except InvalidToken as fault:
        raise Unsealable from fault


def _keys() -> MultiFernet:
    return MultiFernet([_fernet(str(key)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _fernet(key: str) -> Fernet:
    # A key of its own, so that what is signed with SECRET_KEY elsewhere tells nothing about it.
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"askwell sealed secrets").derive(
        key.encode()
    )
    return Fernet(base64.urlsafe_b64encode(derived))
