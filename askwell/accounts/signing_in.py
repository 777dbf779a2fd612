"""Signing in to a program, by django-allauth: its own names, under /accounts/; the solo edition has none of it."""

from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions import views as sessions
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path

# It lets people in, and so comes before the door; allauth leaves that unsaid.
login_not_required(webauthn.login_webauthn)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("allauth.account.urls")),
    path("sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("keys/", include("allauth.mfa.urls")),
    path("school/", include("allauth.socialaccount.urls")),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
]
