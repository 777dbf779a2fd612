"""Coming into a program by invitation, and what a link does not do."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from askwell.accounts.models import RoleName, User
from askwell.lib.verdicts import Refused
from askwell.program import services
from askwell.program.models import Invitation
from tests.accounts.conftest import PASSWORD, with_account
from tests.accounts.test_sign_in import body, code_in
from tests.ask.sink import Sink
from tests.working import work

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def address(invitation: Invitation) -> str:
    return f"/program/invited/{invitation.token}"


def join(invitation: Invitation, email: str = "", name: str = "Ada") -> Client:
    """Open the link, press the button, fill in the form."""
    client = Client()
    client.cookies["zone"] = "America%2FDenver"
    client.get(address(invitation))
    client.post(address(invitation))
    client.post("/accounts/signup/", {"name": name, "email": email, "password1": PASSWORD})
    return client


@pytest.fixture
def for_ada(program: object, coordinator: User) -> Invitation:
    """An invitation for ada@example.org, as a seeker and host."""
    return services.invite(email="ada@example.org", roles=["host", "seeker"], by=coordinator)


@pytest.fixture
def for_a_class(post: Sink, coordinator: User) -> Invitation:
    """A link that two can use."""
    return services.invite(roles=["seeker"], most_uses=2, by=coordinator)


def test_who_is_invited_makes_an_account_and_has_its_roles_and_zone(for_ada: Invitation) -> None:
    client = join(for_ada)

    ada = User.objects.get(email="ada@example.org")
    assert client.get("/explore/").status_code == 200
    assert ada.role_names == {"seeker", "host"}
    assert (ada.name, ada.time_zone) == ("Ada", "America/Denver")


def test_an_invitation_for_an_address_makes_no_account_of_another(for_ada: Invitation) -> None:
    join(for_ada, email="boss@example.org")

    assert not User.objects.filter(email="boss@example.org").exists()
    assert EmailAddress.objects.get(email="ada@example.org").verified


def test_a_scanner_that_opens_the_link_changes_nothing(for_ada: Invitation) -> None:
    for _ in range(3):
        Client().get(address(for_ada))

    for_ada.refresh_from_db()
    assert for_ada.taken == 0
    assert not for_ada.why_closed


def test_the_page_behind_the_link_is_kept_nowhere_and_tells_no_other_site(for_ada: Invitation) -> None:
    headers = Client().get(address(for_ada)).headers

    assert (headers["Referrer-Policy"], headers["Cache-Control"]) == ("same-origin", "no-store")


@pytest.mark.usefixtures("program")
def test_without_an_invitation_there_is_no_account_to_make() -> None:
    page = Client().get("/accounts/signup/")
    Client().post("/accounts/signup/", {"name": "Eve", "email": "e@example.org", "password1": PASSWORD})

    assert "You need an invitation" in page.content.decode()
    assert not User.objects.filter(email="e@example.org").exists()


def test_a_link_works_once_until_it_runs_out_or_is_taken_back(for_ada: Invitation, coordinator: User) -> None:
    late = services.invite(email="l@example.org", roles=["seeker"], days=1, by=coordinator)
    back = services.revoke(
        services.invite(email="b@example.org", roles=["seeker"], by=coordinator), by=coordinator
    )
    join(for_ada)

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        for closed, why in ((for_ada, "has been used"), (late, "has run out"), (back, "was taken back")):
            assert why in Client().get(address(closed)).content.decode()
            join(closed)

    assert set(User.objects.exclude(email="").values_list("email", flat=True)) == {"ada@example.org"}


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("token", ["1", "1-", "x-y", "1-" + "0" * 40, "٣-x", "9" * 40, "1-é"])
def test_a_made_up_link_opens_nothing(token: str, coordinator: User) -> None:
    services.invite(email="ada@example.org", roles=["seeker"], by=coordinator)

    assert Client().get(f"/program/invited/{token}").status_code == 404
    assert Client().post(f"/program/invited/{token}").status_code == 404


def test_an_open_link_lets_in_as_many_as_it_says_each_with_a_proven_address(
    for_a_class: Invitation, post: Sink
) -> None:
    clients = [join(for_a_class, f"{name}@example.org", name) for name in ("bo", "cy", "di")]
    waiting = clients[0].get("/explore/").status_code
    clients[0].post("/accounts/confirm-email/", {"code": code_in(post.taken[0])})

    for_a_class.refresh_from_db()
    assert for_a_class.taken == 2
    assert waiting == 302
    assert clients[0].get("/explore/").status_code == 200
    assert not User.objects.filter(email="di@example.org").exists()


def test_joining_with_an_address_that_has_an_account_looks_the_same_and_only_its_owner_is_told(
    for_a_class: Invitation, post: Sink, seeker: User
) -> None:
    with_account(seeker, "nadia@example.org")

    answers = []
    for email in ("nadia@example.org", "new@example.org"):
        page = join(for_a_class, email).get("/accounts/confirm-email/")
        answers.append((page.status_code, re.sub(r'value="[^"]*"|\S+@\S+', "", page.content.decode())))

    assert answers[0] == answers[1]
    assert "there is one already" in body(post.taken[0])
    assert seeker.roles.count() == 1


def test_somebody_with_an_account_joins_with_it(
    for_a_class: Invitation, host: User, client_of: SignIn
) -> None:
    client = client_of(host)

    client.post(address(for_a_class))
    client.post(address(for_a_class))

    for_a_class.refresh_from_db()
    assert User.objects.get(pk=host.pk).role_names == {"host", "seeker"}
    assert for_a_class.taken == 1


def test_an_invitation_for_an_address_gives_nobody_else_its_roles(
    for_ada: Invitation, stranger: User, client_of: SignIn
) -> None:
    response = client_of(stranger).post(address(for_ada))

    assert response.status_code == 403
    assert "for another address" in response.content.decode()
    assert stranger.roles.count() == 1


def test_the_letter_brings_the_link_and_says_nothing_once_taken_back(post: Sink, coordinator: User) -> None:
    made = services.invite(email="ada@example.org", name="Ada", roles=["host"], by=coordinator)
    back = services.invite(email="bo@example.org", roles=["host"], by=coordinator)
    services.revoke(back, by=coordinator)

    work()

    assert [letter["To"] for letter in post.taken] == ["ada@example.org"]
    assert f"https://ask.example.edu{address(made)}" in body(post.taken[0])
    assert "Colette invites you" in body(post.taken[0])


@pytest.mark.parametrize(("lives", "said"), [("America/Chicago", "7:30 PM Central"), ("", "1:30 AM UTC")])
def test_the_letter_says_to_the_minute_until_when_the_link_works(
    post: Sink, coordinator: User, lives: str, said: str
) -> None:
    coordinator.time_zone = lives
    coordinator.save()
    with time_machine.travel(datetime(2026, 11, 25, 1, 30, tzinfo=UTC), tick=False):
        services.invite(email="ada@example.org", roles=["seeker"], days=14, by=coordinator)
        work()
        text = body(post.taken[0]).replace("\u00a0", " ")

    assert (
        f"It works until {'Tuesday, December 8' if lives else 'Wednesday, December 9'}, {said}, for" in text
    )


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("person", ["seeker", "host", "counselor"])
def test_only_coordinators_invite_and_see_the_program(
    person: str, request: pytest.FixtureRequest, client_of: SignIn
) -> None:
    user = request.getfixturevalue(person)

    with pytest.raises(Refused):
        services.invite(email="x@example.org", roles=["coordinator"], by=user)
    assert client_of(user).get("/program/").status_code == 403


@pytest.mark.usefixtures("program")
def test_an_open_link_needs_a_mail_server(coordinator: User, client_of: SignIn) -> None:
    said = {"email": "", "name": "", "roles": ["seeker"], "days": "3", "most_uses": "30"}

    response = client_of(coordinator).post("/program/invite", said)

    assert response.status_code == 422
    assert "Without a mail server" in response.content.decode()


@pytest.mark.usefixtures("program")
def test_a_program_keeps_its_last_coordinator(coordinator: User, client_of: SignIn) -> None:
    with_account(coordinator, "colette@example.org")

    response = client_of(coordinator).post(f"/program/people/{coordinator.pk}", {"roles": ["seeker"]})

    assert response.status_code == 422
    assert "Make somebody else one first" in response.content.decode()
    assert coordinator.roles.get().name == RoleName.COORDINATOR


@pytest.mark.usefixtures("program")
def test_a_coordinator_says_what_somebody_is(coordinator: User, host: User, client_of: SignIn) -> None:
    with_account(host, "hannah@example.org")

    client_of(coordinator).post(f"/program/people/{host.pk}", {"roles": ["host", "counselor"]})

    assert User.objects.get(pk=host.pk).role_names == {"host", "counselor"}


@pytest.mark.usefixtures("program")
def test_a_closed_account_is_shut_from_that_moment_until_it_is_opened_again(
    coordinator: User, host: User, client_of: SignIn
) -> None:
    with_account(host, "hannah@example.org")
    said = {"login": "hannah@example.org", "password": PASSWORD}
    before, colette = Client(), client_of(coordinator)
    before.post("/accounts/login/", said)

    colette.post(f"/program/people/{host.pk}/close")
    shut = [before.get("/guide/").status_code, Client().post("/accounts/login/", said).headers["Location"]]
    colette.post(f"/program/people/{host.pk}/open")

    assert shut == [302, "/accounts/inactive/"]
    assert Client().post("/accounts/login/", said).headers["Location"] == "/"


@pytest.mark.usefixtures("program")
def test_nobody_closes_their_own_account_or_the_last_open_coordinators(
    coordinator: User, counselor: User
) -> None:
    services.change_roles(counselor, roles=["coordinator"], by=coordinator)
    other = User.objects.get(pk=counselor.pk)
    services.close_account(other, by=coordinator)

    with pytest.raises(Refused, match="your own account"):
        services.close_account(coordinator, by=coordinator)
    with pytest.raises(Refused, match="needs a coordinator"):
        services.close_account(coordinator, by=other)


@pytest.mark.usefixtures("program")
def test_solo_has_no_program(program: object, settings: object, coordinator: User, client_of: SignIn) -> None:
    program.SOLO = True  # type: ignore[attr-defined]

    assert client_of(coordinator).get("/program/").status_code == 404
    assert Client().get("/program/invited/1-x").status_code == 404
