"""Laid before Django wakes: a home of the tests' own, and the database that ASKWELL_TEST_ON names."""

import os
import shutil
import tempfile
from pathlib import Path

from tests import postgresql

CONTROLLER = "PYTEST_XDIST_WORKER" not in os.environ

if CONTROLLER:
    for name in list(os.environ):
        if name.startswith(
            (
                "ASKWELL_HOME",
                "ASKWELL_EDITION",
                "ASKWELL_TLS",
                "DATABASE_URL",
                "SECRET_KEY",
                "SMTP_",
                "OIDC_",
                "PORT",
            )
        ):
            del os.environ[name]
    os.environ["ASKWELL_HOME"] = tempfile.mkdtemp(prefix="askwell-tests-")
    (Path(os.environ["ASKWELL_HOME"]) / "static").mkdir()
    os.environ["TZ"] = "America/Chicago"
    os.environ["DJANGO_SETTINGS_MODULE"] = "askwell.settings"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    if os.environ.get("ASKWELL_TEST_ON", "sqlite") == "postgresql":
        os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or postgresql.start()


def pytest_unconfigure() -> None:
    """Take the home away again."""
    if CONTROLLER:
        shutil.rmtree(os.environ["ASKWELL_HOME"], ignore_errors=True)
