"""A school's own sign-in in a process of its own: django-allauth's OpenID Connect provider, with one pupil."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from wsgiref.simple_server import make_server

PUPIL, WORD = "ada@harlow.example", "harlow-harlow"
CLIENT, SECRET = "askwell", "told-to-askwell-alone"


@contextmanager
def running(folder: Path, *, port: int, callback: str) -> Iterator[str]:
    """The school at work, until the block ends; its address."""
    command = [sys.executable, "-m", "tests.accounts.school", str(folder), str(port), callback]
    root = Path(__file__).parents[2]
    process = subprocess.Popen(  # noqa: S603 - our own module
        command, cwd=root, env=os.environ | {"PYTHONPATH": str(root), "DJANGO_SETTINGS_MODULE": ""}
    )
    address = f"http://localhost:{port}"
    try:
        _wait_for(f"{address}/.well-known/openid-configuration", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 180
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - loopback
        except OSError:
            if process.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def _configure(folder: str) -> None:
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - of this process alone
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    contrib = ("auth", "contenttypes", "sessions", "messages")
    settings.configure(
        SECRET_KEY="of the school",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        ALLOWED_HOSTS=["localhost"],
        ROOT_URLCONF="tests.accounts.school_urls",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{folder}/school.sqlite3"}},
        INSTALLED_APPS=[
            *(f"django.contrib.{name}" for name in contrib),
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        LOGIN_URL="account_login",
        SESSION_COOKIE_NAME="school",
        CSRF_COOKIE_NAME="school_csrf",
        ACCOUNT_LOGIN_METHODS={"email"},
        ACCOUNT_SIGNUP_FIELDS=["email*", "password1*"],
        IDP_OIDC_PRIVATE_KEY=key.decode(),
    )


def _furnish(callback: str) -> None:
    from allauth.account.models import EmailAddress  # noqa: PLC0415 - of this process alone
    from allauth.idp.oidc.models import Client  # noqa: PLC0415
    from django.contrib.auth.models import User  # noqa: PLC0415

    pupil = User.objects.create_user("ada", PUPIL, WORD, first_name="Ada", last_name="Lind")
    EmailAddress.objects.create(user=pupil, email=PUPIL, verified=True, primary=True)
    client = Client(id=CLIENT, name="Askwell", scopes="openid\nprofile\nemail", redirect_uris=callback)
    client.set_secret(SECRET)
    client.save()


def main(folder: str, port: str, callback: str) -> None:
    """Serve until told to stop."""
    _configure(folder)
    import django  # noqa: PLC0415 - of this process alone
    from django.core.management import call_command  # noqa: PLC0415
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    _furnish(callback)
    make_server("localhost", int(port), get_wsgi_application()).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
