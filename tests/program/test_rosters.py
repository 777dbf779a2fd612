"""A roster is seen before it is taken in, and undone for a while."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askwell.accounts.models import User
from askwell.lib.verdicts import Refused
from askwell.program import roster, services
from askwell.program.models import Invitation, Roster
from tests.accounts.conftest import with_account
from tests.ask.sink import Sink
from tests.program.test_invitations import address, join

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
TEXT = "Name,Email,Role\nAda,ada@example.org,\nBo,bo@example.org,host\nHannah,hannah@example.org,counselor\nX,x,\n"


@pytest.fixture
def client(program: object, coordinator: User, host: User, client_of: SignIn) -> Client:
    """The coordinator's browser; Hannah, a host, has an account already."""
    with_account(coordinator, "colette@example.org")
    with_account(host, "hannah@example.org")
    return client_of(coordinator)


def bring(client: Client, text: str = TEXT) -> str:
    """Choose the file; the page that says what it would do."""
    file = SimpleUploadedFile("class.csv", text.encode("utf-8-sig"))
    return client.post("/program/roster", {"file": file, "role": "seeker"}).content.decode()


def take(client: Client, text: str = TEXT) -> Roster:
    client.post("/program/roster/take", {"text": text, "role": "seeker", "file_name": "class.csv"})
    return Roster.objects.latest("pk")


def test_a_roster_is_shown_first_and_changes_nothing(client: Client) -> None:
    page = re.sub(r"<[^>]*>", "", bring(client))

    assert "2 new" in page
    assert "1 with an account" in page
    assert "Line 5. “x” is no e-mail address." in page
    assert not Roster.objects.exists()
    assert not Invitation.objects.exists()


def test_taken_in_it_invites_the_new_and_gives_the_others_what_they_lack(client: Client, host: User) -> None:
    take(client)

    assert set(Invitation.objects.values_list("email", "roles__0")) == {
        ("ada@example.org", "seeker"),
        ("bo@example.org", "host"),
    }
    assert User.objects.get(pk=host.pk).role_names == {"host", "counselor"}


def test_the_same_roster_twice_invites_nobody_twice(client: Client) -> None:
    take(client)

    page = bring(client)
    take(client)

    assert "2</b> have an open invitation already" in page
    assert "1</b> are here with these roles already" in page
    assert Invitation.objects.count() == 2


def test_a_roster_that_is_none_says_why_and_keeps_the_page(client: Client) -> None:
    assert "first row must name the columns" in bring(client, "Ada,ada@example.org\n")


def test_undone_it_leaves_only_who_signed_in(client: Client, host: User) -> None:
    taken = take(client)
    join(Invitation.objects.get(email="ada@example.org"))

    page = client.post(f"/program/rosters/{taken.pk}/undo", follow=True).content.decode()

    assert "1 invitations, 0 accounts and 1 roles are gone. 1 who signed in stay." in page
    assert User.objects.filter(email="ada@example.org").exists()
    assert not Invitation.objects.filter(email="bo@example.org").exists()
    assert User.objects.get(pk=host.pk).role_names == {"host"}


def test_undone_it_takes_accounts_that_nobody_signed_in_to(client: Client) -> None:
    taken = take(client)
    join(Invitation.objects.get(email="ada@example.org"))
    User.objects.filter(email="ada@example.org").update(last_login=None)

    gone = services.undo(taken, by=User.objects.get(email="colette@example.org"))

    assert (gone.invitations, gone.accounts) == (2, 1)
    assert not User.objects.filter(email="ada@example.org").exists()


def test_a_link_of_an_undone_roster_lets_nobody_in(client: Client) -> None:
    taken = take(client)
    invitation = Invitation.objects.get(email="ada@example.org")
    visitor = Client()
    visitor.post(address(invitation))
    client.post(f"/program/rosters/{taken.pk}/undo")

    visitor.post("/accounts/signup/", {"name": "Ada", "password1": "a quiet table, 1959"})

    assert visitor.get(address(invitation)).status_code == 404
    assert not User.objects.filter(email="ada@example.org").exists()


def test_a_roster_is_undone_once_and_within_seven_days(client: Client, coordinator: User) -> None:
    late, twice = take(client), take(client, "email\nzoe@example.org\n")
    services.undo(twice, by=coordinator)

    with pytest.raises(Refused, match="undone already"):
        services.undo(twice, by=coordinator)
    with time_machine.travel(timezone.now() + timedelta(days=8)), pytest.raises(Refused, match="seven days"):
        services.undo(late, by=coordinator)


def test_each_invited_person_gets_one_letter(client: Client, post: Sink) -> None:
    take(client)

    assert DBTaskResult.objects.filter(task_path__endswith="letters.invitation").count() == 2


@pytest.mark.usefixtures("program")
def test_only_coordinators_bring_rosters(counselor: User, client_of: SignIn) -> None:
    with pytest.raises(Refused):
        services.take_in(roster.Roster((), ()), file_name="", by=counselor)
    assert client_of(counselor).get("/program/roster").status_code == 403


@pytest.mark.parametrize("page", ["/program/", "/program/invitations"])
def test_a_list_asks_the_database_as_often_for_thirty_as_for_one(
    client: Client, coordinator: User, page: str
) -> None:
    def ask() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(page)
        return len(asked)

    def add(names: range) -> None:
        for number in names:
            person = User.objects.create(username=f"u{number}", email=f"u{number}@example.org")
            person.roles.create(name="seeker")
            services.invite(email=f"i{number}@example.org", roles=["seeker"], by=coordinator)

    add(range(1))
    one = ask()
    add(range(1, 30))

    assert ask() == one
