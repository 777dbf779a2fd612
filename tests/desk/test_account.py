"""Leaving a program for good."""

from collections.abc import Callable

import pytest
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.desk import services
from askwell.lib.verdicts import Refused
from askwell.program import services as program_services
from tests.accounts.conftest import PASSWORD, with_account

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
SURE = {"account-sure": "Delete my  account"}


def signed_in(address: str) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": address, "password": PASSWORD})
    return client


@pytest.mark.usefixtures("program")
def test_deleting_an_account_leaves_nothing_of_the_person(coordinator: User, stranger: User) -> None:
    made = program_services.invite(email="ada@example.org", name="Ada Lind", roles=["seeker"], by=coordinator)
    newcomer = Client()
    newcomer.post(f"/program/invited/{made.token}")
    newcomer.post("/accounts/signup/", {"name": "Ada Lind", "password1": PASSWORD})
    ada = User.objects.get(email="ada@example.org")
    services.open_example(ada, by=ada)
    elsewhere = signed_in("ada@example.org")
    Contact.objects.create(seeker=stranger, name="Bo")

    page = newcomer.post("/your-data/account", SURE, follow=True)

    assert "Your account is deleted" in page.content.decode()
    assert elsewhere.get("/explore/").status_code == 302
    assert UserSession.objects.count() == 0
    assert Session.objects.count() == 1  # the visitor that is left, who is nobody
    assert Contact.objects.count() == 1
    assert mentions("Ada Lind", "ada@example.org") == []


def mentions(*words: str) -> list[str]:
    """Every table of ours and of signing in that still holds one of these."""
    held = []
    for model in apps.get_models():
        if model._meta.app_label not in {"django_tasks_database", "sessions", "explore"}:
            rows = repr(list(model._default_manager.values()))
            held += [model.__name__ for word in words if word in rows]
    return held


@pytest.mark.usefixtures("program")
def test_a_slip_deletes_no_account(seeker: User, client_of: SignIn) -> None:
    client = client_of(seeker)

    response = client.post("/your-data/account", {"account-sure": "delete everything"})

    assert response.status_code == 422
    assert "nothing was deleted" in response.content.decode()
    assert User.objects.filter(pk=seeker.pk).exists()


@pytest.mark.usefixtures("program")
def test_the_last_coordinator_hands_over_first(coordinator: User, host: User, client_of: SignIn) -> None:
    client = client_of(coordinator)
    refused = client.post("/your-data/account", SURE)
    with_account(host, "hannah@example.org")
    program_services.change_roles(host, roles=["coordinator"], by=coordinator)

    client.post("/your-data/account", SURE)

    assert refused.status_code == 403
    assert "Make somebody else one first" in refused.content.decode()
    assert not User.objects.filter(pk=coordinator.pk).exists()


@pytest.mark.usefixtures("program")
def test_nobody_deletes_somebody_else(seeker: User, coordinator: User) -> None:
    with pytest.raises(Refused):
        services.delete_account(seeker, by=coordinator)


def test_solo_has_a_journey_to_delete_and_no_account(seeker: User, client_of: SignIn) -> None:
    client = client_of(seeker)

    assert client.post("/your-data/account", SURE).status_code == 404
    assert "Delete your account" not in client.get("/your-data").content.decode()


@pytest.mark.usefixtures("program")
def test_who_seeks_nothing_finds_only_the_account_among_their_data(host: User, client_of: SignIn) -> None:
    page = client_of(host).get("/your-data").content.decode()

    assert "Delete your account" in page
    assert "Bring a journey in" not in page
