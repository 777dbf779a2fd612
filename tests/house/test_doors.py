"""Who may come in without being signed in: the literal list."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

PUBLIC = {
    "healthz",
    "accounts:enter",
    "gather:index",
    "gather:ics_feed",
    "gather:atom",
    "gather:gathering",
    "gather:ics",
    "gather:write_in",
    "gather:look_in_your_mail",
    "gather:seat",
    "gather:seat_ics",
    "gather:seat_act",
    "program:invited",
    "meet:answer",
    "meet:feed",
    # Signing in to a program, by django-allauth.
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_reset_password",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "account_password_reset_completed",
    "account_email_verification_sent",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_login",
    "openid_connect_callback",
    "socialaccount_login_cancelled",
    "socialaccount_signup",
}


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of the site by its full name."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{entry.namespace}:" if entry.namespace else ""
            yield from patterns(entry, prefix + space)
        else:
            yield f"{prefix}{entry.name}", entry


def test_only_the_listed_pages_are_public() -> None:
    found = {
        name
        for name, entry in patterns(get_resolver())
        if not getattr(entry.callback, "login_required", True)
    }

    assert found == PUBLIC


def test_every_address_has_a_name_and_its_rooms_prefix() -> None:
    unnamed = [str(entry.pattern) for name, entry in patterns(get_resolver()) if name.endswith("None")]

    assert not unnamed


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/explore/", "/connect/", "/meet/", "/decide/", "/accounts/you"])
def test_a_stranger_is_asked_for_the_printed_address(address: str) -> None:
    response = Client().get(address)

    assert response.status_code == 401
    assert "address that Askwell printed" in response.content.decode()


@pytest.mark.django_db
def test_healthz_answers_when_the_database_does() -> None:
    assert Client().get("/healthz").status_code == 200


@pytest.mark.django_db
def test_another_hosts_name_is_refused() -> None:
    assert Client().get("/healthz", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.django_db
def test_the_policy_allows_nothing_inline_and_nobody_else() -> None:
    policy = Client().get("/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_program_s_cookies_travel_over_tls_alone() -> None:
    words = "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_HTTPONLY)"
    kept = {k: v for k, v in os.environ.items() if not k.startswith("DATABASE_URL")}
    program = kept | {"ASKWELL_EDITION": "program", "SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "a.example"}

    said = subprocess.run([sys.executable, "-c", words], env=program, capture_output=True, text=True)  # noqa: S603 - our own words

    assert said.stdout.split() == ["True"] * 4, said.stderr
