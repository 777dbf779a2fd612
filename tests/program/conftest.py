"""The same program as for signing in."""

from tests.accounts.conftest import nadia, post

__all__ = ["nadia", "post"]
