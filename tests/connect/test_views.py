"""The pages of people."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.connect import services
from askwell.connect.models import Contact
from askwell.explore.models import Occupation, Path

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
LETTER = (
    "Hello,\n\nElena Ruiz suggested that I write to you. I read about your work on the new ward. "
    "Would you have 20 minutes to talk, whenever suits you?\n\nThank you,\nNadia"
)


def ask_by_copy(contact: Contact, seeker: User) -> None:
    letter = ask.draft_request(contact, subject="Twenty minutes?", body=LETTER, minutes=20, by=seeker)
    ask.send_letter(letter, channel="copy", by=seeker)


def test_an_empty_list_says_where_people_are_found(seeker: User, client_of: SignIn) -> None:
    page = client_of(seeker).get("/connect/").content.decode()

    assert "Think of one person who might know" in page
    assert "Where people are found" in page


def test_people_stand_in_groups_by_what_waits(seeker: User, client_of: SignIn) -> None:
    priya = services.add_contact(seeker, name="Priya Raman", by=seeker)
    services.add_contact(seeker, name="Sam Whitfield", by=seeker)
    ask_by_copy(priya, seeker)

    page = client_of(seeker).get("/connect/").content.decode()

    waiting, asked = page.index("Waiting on you"), page.index('id="asked"')
    assert waiting < page.index("Sam Whitfield") < asked < page.index("Priya Raman", asked)
    assert "Two people, no conversations so far." in page


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_the_list_costs_the_same_queries_for_one_and_for_thirty(seeker: User, client_of: SignIn) -> None:
    client = client_of(seeker)
    first = services.add_contact(seeker, name="Person 0", by=seeker)
    ask_by_copy(services.add_contact(seeker, name="Person 1", referred_by=first, by=seeker), seeker)
    one = queries_of(client, "/connect/")
    for number in range(2, 32):
        ask_by_copy(
            services.add_contact(seeker, name=f"Person {number}", referred_by=first, by=seeker), seeker
        )

    thirty = queries_of(client, "/connect/")

    assert thirty == one


def test_sixty_people_fit_on_the_map_and_in_its_table(seeker: User, client_of: SignIn) -> None:
    source = None
    for number in range(60):
        source = services.add_contact(seeker, name=f"Person {number}", referred_by=source, by=seeker)

    page = client_of(seeker).get("/connect/").content.decode()

    assert page.count("<circle") == 61
    assert page.count('<th scope="row">') == 60


def test_a_likely_duplicate_is_pointed_out_and_nothing_typed_is_lost(seeker: User, client_of: SignIn) -> None:
    services.add_contact(seeker, name="Priya Raman", email="priya@example.org", by=seeker)
    client = client_of(seeker)
    typed = {"name": "  priya  RAMAN", "bond": "found", "known_how": "her talk on wards"}

    response = client.post("/connect/add", typed)

    page = response.content.decode()
    assert response.status_code == 422
    assert "You may have them already" in page
    assert "her talk on wards" in page
    assert Contact.objects.count() == 1
    client.post("/connect/add", typed | {"anyway": "1"})
    assert Contact.objects.count() == 2


def test_the_same_address_counts_as_a_duplicate(seeker: User, client_of: SignIn) -> None:
    services.add_contact(seeker, name="P. Raman", email="priya@example.org", by=seeker)

    response = client_of(seeker).post(
        "/connect/add", {"name": "Priya", "bond": "found", "email": "PRIYA@example.org"}
    )

    assert "You may have them already" in response.content.decode()


def test_a_double_click_on_add_adds_one_person(seeker: User, client_of: SignIn) -> None:
    client = client_of(seeker)
    uid = client.get("/connect/add").context["form"]["uid"].value()
    typed = {"name": "Jo Tran", "bond": "close", "uid": str(uid)}

    first = client.post("/connect/add", typed)
    second = client.post("/connect/add", typed)

    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert Contact.objects.count() == 1


def test_a_missing_name_is_said_at_the_field(seeker: User, client_of: SignIn) -> None:
    response = client_of(seeker).post("/connect/add", {"name": " ", "bond": "found", "role": "Surveyor"})

    page = response.content.decode()
    assert response.status_code == 422
    assert "Nothing you typed is lost" in page
    assert "Surveyor" in page


def test_a_persons_page_tells_what_happened_and_what_next(seeker: User, client_of: SignIn) -> None:
    elena = services.add_contact(seeker, name="Elena Ruiz", by=seeker)
    priya = services.add_contact(seeker, name="Priya Raman", referred_by=elena, by=seeker)

    page = client_of(seeker).get(f"/connect/{priya.pk}").content.decode()

    assert "Ask Priya for twenty minutes" in page
    assert "Elena Ruiz suggested them" in page
    assert page.count('class="next"') == 1


def test_what_is_known_can_be_changed(seeker: User, client_of: SignIn) -> None:
    contact = services.add_contact(seeker, name="Jo Tran", by=seeker)
    client = client_of(seeker)

    client.post(f"/connect/{contact.pk}/edit", {"name": "Jo Tran", "bond": "close", "role": "Electrician\nX"})

    contact.refresh_from_db()
    assert contact.role == "Electrician X"
    assert client.get(f"/connect/{contact.pk}/edit").status_code == 200


def test_removing_says_first_what_else_goes(seeker: User, client_of: SignIn) -> None:
    contact = services.add_contact(seeker, name="Jo Tran", by=seeker)
    ask_by_copy(contact, seeker)
    client = client_of(seeker)

    page = client.get(f"/connect/{contact.pk}/remove").content.decode()

    assert "One letter" in page
    assert Contact.objects.exists()
    client.post(f"/connect/{contact.pk}/remove")
    assert not Contact.objects.exists()


@pytest.mark.parametrize("page", ["", "/edit", "/remove"])
def test_strangers_find_nothing(page: str, seeker: User, stranger: User, client_of: SignIn) -> None:
    contact = services.add_contact(seeker, name="Jo Tran", by=seeker)
    client = client_of(stranger)

    assert client.get(f"/connect/{contact.pk}{page}").status_code == 404
    assert client.post(f"/connect/{contact.pk}/remove").status_code == 404


def test_a_name_that_looks_like_markup_stays_words(seeker: User, client_of: SignIn) -> None:
    services.add_contact(seeker, name="<script>alert(1)</script>", by=seeker)

    page = client_of(seeker).get("/connect/").content.decode()

    assert "<script>alert" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["9" * 23, "-1", "nurse", "a\0"])
def test_a_path_that_is_none_of_ones_own_is_refused_and_nothing_typed_is_lost(
    seeker: User, client_of: SignIn, number: str
) -> None:
    Path.objects.create(seeker=seeker, occupation=Occupation.objects.get(soc="29-1141"))

    response = client_of(seeker).post("/connect/add", {"name": "Priya Shah", "bond": "met", "paths": number})

    assert response.status_code == 422
    assert "Priya Shah" in response.content.decode()
    assert not seeker.contacts.exists()
