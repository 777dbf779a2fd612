"""The pages of gatherings, as their readers see them."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.gather import keys, limits, services
from askwell.gather.models import Gathering, Seat
from askwell.meet.models import Conversation
from tests.gather.conftest import NIGHT, Plan, details, guest, people

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
PUBLIC = {"audience": "anyone", "is_listed": True, "without_account": True}
FORM = {"name": "Gus", "email": "gus@home.example", "answer": "Why nights?", "website": ""}


@pytest.fixture(autouse=True)
def _fresh_counts() -> None:
    cache.clear()


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def of(gathering: Gathering, rest: str = "") -> str:
    return f"/gather/{gathering.code}{rest}"


@pytest.mark.parametrize("address", ["", "coming.ics", "coming.atom", "plan", "bcdfghjkmn", "seat/abc"])
def test_a_solo_edition_has_no_gatherings(client_of: SignIn, seeker: User, address: str) -> None:
    client = client_of(seeker)

    assert client.get(f"/gather/{address}").status_code == 404
    assert "Gatherings" not in page(client, "/meet/")


def test_a_program_has_a_place_for_gatherings(program: Settings, client_of: SignIn, seeker: User) -> None:
    assert 'href="/gather/"' in page(client_of(seeker), "/meet/")


def test_the_time_is_told_in_the_readers_zone_and_the_organizers_and_never_as_est(
    opened: Plan, client_of: SignIn, seeker: User
) -> None:
    User.objects.filter(pk=seeker.pk).update(time_zone="America/New_York")
    with time_machine.travel(NIGHT - timedelta(days=90), tick=False):
        gathering = opened(starts_at=NIGHT)
        shown = page(client_of(User.objects.get(pk=seeker.pk)), of(gathering))

    assert "Thursday, October 22, 7:00 PM Eastern" in shown
    assert "Your time, Eastern (New York)" in shown
    assert "The organizer’s time: 6:00 to 7:15 PM Central (Chicago)" in shown
    assert not re.search(r"\b[EC][SD]T\b", shown)


def test_trap_5_a_stranger_whose_zone_is_unknown_reads_the_organizers_and_not_utc(opened: Plan) -> None:
    with time_machine.travel(NIGHT - timedelta(days=90), tick=False):
        shown = page(Client(), of(opened(starts_at=NIGHT, **PUBLIC)))

    assert "6:00 to 7:15 PM" in shown
    assert "Central (Chicago)" in shown
    assert "UTC" not in shown


def test_one_press_takes_a_seat_and_shows_the_link(opened: Plan, client_of: SignIn, seeker: User) -> None:
    gathering, client = opened(), client_of(seeker)
    assert "meet.example.org" not in page(client, of(gathering))

    answer = client.post(of(gathering, "/take"), {"answer": "Why nights?"}, follow=True)

    assert "You have a seat" in answer.content.decode()
    assert "https://meet.example.org/night" in answer.content.decode()
    assert Seat.objects.get().answer == "Why nights?"


def test_a_full_gathering_tells_the_place_one_would_get_and_the_place_one_has(
    opened: Plan, client_of: SignIn, seeker: User
) -> None:
    gathering, client = opened(seats=1), client_of(seeker)
    for user in people(5):
        services.take_seat(gathering, by=user)

    before = page(client, of(gathering))
    after = client.post(of(gathering, "/take"), follow=True).content.decode()

    assert "The seat is taken" in before
    assert "You would be 5th" in before
    assert "You are 5th on the waiting list" in after
    assert "meet.example.org" not in after


def test_trap_17_no_page_letter_or_file_names_another_guest(
    opened: Plan, client_of: SignIn, seeker: User
) -> None:
    gathering = opened(seats=3, **PUBLIC)
    for user in people(5):
        services.take_seat(gathering, by=user, answer=f"A secret of {user.name}")
    services.confirm(guest(gathering, "gus@home.example"))
    me, nobody = client_of(seeker), Client()
    services.take_seat(gathering, by=seeker)

    seen = [page(who, of(gathering, rest)) for who in (me, nobody) for rest in ("", "/calendar.ics")]
    seen += [page(nobody, address) for address in ("/gather/", "/gather/coming.ics", "/gather/coming.atom")]

    for words in ("Person ", "@school.example", "gus@home", "Gus", "secret", "ATTENDEE", "ORGANIZER"):
        assert not [text for text in seen if words in text], words


@pytest.mark.parametrize("rest", ["/guests", "/change", "/plan"])
def test_trap_17_the_list_of_guests_is_for_staff(
    opened: Plan, client_of: SignIn, seeker: User, host: User, rest: str
) -> None:
    gathering = opened(for_minors=True)
    address = "/gather/plan" if rest == "/plan" else of(gathering, rest)

    for user in (seeker, host):
        assert client_of(user).get(address).status_code == 404
    assert Client().get(address).headers["Location"].startswith("/accounts/login/")


def test_trap_17_of_minors_not_even_an_organizer_who_left_sees_the_list(
    opened: Plan, client_of: SignIn, counselor: User
) -> None:
    minors, others = opened(for_minors=True), opened()
    counselor.roles.all().delete()
    client = client_of(counselor)

    assert client.get(of(minors, "/guests")).status_code == 404
    assert client.get(of(others, "/guests")).status_code == 200


def test_trap_15_registering_by_mail_needs_the_letter_and_a_press(opened: Plan) -> None:
    gathering, client = opened(**PUBLIC), Client()

    answer = client.post(of(gathering, "/write-in"), FORM, follow=True)

    assert "Look in your mail" in answer.content.decode()
    seat = Seat.objects.get()
    assert seat.status == "unconfirmed"
    key = keys.make(seat)
    for _ in range(3):
        opened_page = client.get(f"/gather/seat/{key}")
        assert "Is this you, Gus?" in opened_page.content.decode()
        assert opened_page.headers["Referrer-Policy"] == "strict-origin"
        assert opened_page.headers["Cache-Control"] == "no-store"
    seat.refresh_from_db()
    assert seat.status == "unconfirmed"
    confirmed = client.post(f"/gather/seat/{key}/confirm", follow=True).content.decode()
    assert "You have a seat" in confirmed
    assert "https://meet.example.org/night" in confirmed


def test_a_guest_gives_up_from_the_letters_page(opened: Plan) -> None:
    gathering, client = opened(**PUBLIC), Client()
    key = keys.make(services.confirm(guest(gathering, "gus@home.example")))

    page(client, f"/gather/seat/{key}/calendar.ics")
    client.post(f"/gather/seat/{key}/give-up")

    assert Seat.objects.get().status == "given_up"
    assert "You gave up your seat" in page(client, f"/gather/seat/{key}")


def test_a_wrong_or_old_key_opens_nothing(opened: Plan) -> None:
    gathering = opened(**PUBLIC)
    key = keys.make(guest(gathering, "gus@home.example"))

    assert Client().get("/gather/seat/wrong").status_code == 404
    with time_machine.travel(gathering.ends_at + timedelta(days=31), tick=False):
        assert Client().get(f"/gather/seat/{key}").status_code == 404
        assert Client().post(f"/gather/seat/{key}/confirm").status_code == 404


def test_nobody_learns_from_the_page_who_is_registered(opened: Plan) -> None:
    gathering = opened(**PUBLIC)
    services.confirm(guest(gathering, "gus@home.example"))

    known = Client().post(of(gathering, "/write-in"), FORM)
    unknown = Client().post(of(gathering, "/write-in"), FORM | {"email": "new@home.example"})

    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )


def test_trap_22_a_machine_fills_no_seat_and_is_held_off(opened: Plan) -> None:
    gathering, machine = opened(seats=30, **PUBLIC), Client()

    answers = [
        machine.post(of(gathering, "/write-in"), FORM | {"email": f"bot{n}@spam.example"})
        for n in range(limits.FROM_ONE_NETWORK + 10)
    ]

    gathering.refresh_from_db()
    assert [answer.status_code for answer in answers[-10:]] == [403] * 10
    assert Seat.objects.count() == limits.FROM_ONE_NETWORK
    assert (gathering.taken, gathering.arrivals) == (0, 0)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ],
)
def test_trap_22_a_made_up_address_fools_nobody(
    opened: Plan, settings: Settings, monkeypatch: pytest.MonkeyPatch, proxies: int, forwarded: str, seen: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    networks: list[str] = []
    monkeypatch.setattr(services, "write_in", lambda _, network, **__: networks.append(network))

    Client(REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded).post(
        of(opened(**PUBLIC), "/write-in"), FORM
    )

    assert networks == [seen]


def test_trap_22_one_address_gets_a_handful_of_letters_and_the_page_says_the_same(opened: Plan) -> None:
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415

    gathering = opened(**PUBLIC)

    answers = {Client().post(of(gathering, "/write-in"), FORM).headers["Location"] for _ in range(9)}

    assert answers == {of(gathering, "/look-in-your-mail")}
    assert DBTaskResult.objects.count() == limits.TO_ONE_ADDRESS


def test_trap_22_what_fills_in_the_hidden_box_is_told_the_same_and_registers_nothing(opened: Plan) -> None:
    gathering = opened(**PUBLIC)

    answer = Client().post(of(gathering, "/write-in"), FORM | {"website": "https://spam.example"})

    assert answer.headers["Location"] == of(gathering, "/look-in-your-mail")
    assert not Seat.objects.exists()


def test_a_wrong_address_comes_back_with_the_words_kept(opened: Plan) -> None:
    answer = Client().post(of(opened(**PUBLIC), "/write-in"), FORM | {"email": "gus"})

    assert answer.status_code == 422
    assert "Why nights?" in answer.content.decode()


def test_the_public_page_has_a_preview_and_asks_nothing_of_a_third_party(opened: Plan) -> None:
    shown = page(Client(), of(opened(summary="Three nurses, one night each.", **PUBLIC)))

    assert '<meta property="og:title" content="A night shift, hour by hour">' in shown
    assert "Three nurses, one night each." in shown
    assert 'content="https://ask.example.edu/gather/' in shown
    assert not re.search(r'(?:src|href|action)="https?://', shown)


def test_what_is_not_listed_is_found_by_its_address_alone(
    opened: Plan, client_of: SignIn, seeker: User
) -> None:
    listed = opened(title="For everyone", **PUBLIC)
    by_address = opened(title="By address", audience="anyone")
    inside = opened(title="Inside")

    shown = page(Client(), "/gather/")

    assert listed.title in shown
    assert by_address.title not in shown
    assert Client().get(of(by_address)).status_code == 200
    assert Client().get(of(inside)).status_code == 404
    for feed in ("coming.ics", "coming.atom"):
        text = page(Client(), f"/gather/{feed}")
        assert listed.title in text
        assert by_address.title not in text
    assert inside.title in page(client_of(seeker), "/gather/")


def test_trap_12_the_calendar_entry_keeps_its_uid_and_its_number_rises(
    opened: Plan, client_of: SignIn, seeker: User, counselor: User
) -> None:
    gathering, client = opened(), client_of(seeker)
    services.take_seat(gathering, by=seeker)
    before = page(client, of(gathering, "/calendar.ics"))
    services.change(gathering, by=counselor, **details(starts_at=timezone.now() + timedelta(days=8)))
    after = page(client, of(gathering, "/calendar.ics"))
    services.cancel(gathering, by=counselor)
    off = page(client, of(gathering, "/calendar.ics"))

    uids = {re.search(r"UID:(\S+)", text)[1] for text in (before, after, off)}  # type: ignore[index]
    assert len(uids) == 1
    assert [re.search(r"SEQUENCE:(\d+)", text)[1] for text in (before, after, off)] == ["0", "1", "2"]  # type: ignore[index]
    assert "meet.example.org" in before
    assert "STATUS:CANCELLED" in off


def test_a_gathering_is_prepared_for_like_any_conversation(
    opened: Plan, client_of: SignIn, seeker: User
) -> None:
    voices = [services.Voice("Delphine Arnaud", "Emergency nurse"), services.Voice("Kwame Osei")]
    gathering, client = opened(speakers=voices), client_of(seeker)
    services.take_seat(gathering, by=seeker)
    speaker = gathering.speakers.get(name="Delphine Arnaud")

    for _ in range(2):
        answer = client.post(of(gathering, f"/listen/{speaker.pk}"))

    conversation = Conversation.objects.get()
    assert answer.headers["Location"] == f"/meet/{conversation.pk}"
    assert (conversation.status, conversation.starts_at) == ("booked", gathering.starts_at)
    assert conversation.contact.name == "Delphine Arnaud"
    assert "Your questions" in page(client, of(gathering))
    page(client, f"/prepare/{conversation.pk}")


def planned(**more: Any) -> dict[str, Any]:
    begins = timezone.localtime(timezone.now() + timedelta(days=30))
    return {
        "title": "A night shift",
        "starts": f"{begins:%Y-%m-%d}T18:00",
        "minutes": "75",
        "time_zone": "America/Chicago",
        "setting": "online",
        "seats": "40",
        "audience": "anyone",
        "is_listed": "on",
        "offer_hours": "12",
        "reminders": "on",
        "speakers": "Delphine Arnaud, Emergency nurse, nights\nKwame Osei",
    } | more


def test_a_counselor_plans_opens_changes_and_calls_off(
    program: Settings, client_of: SignIn, counselor: User
) -> None:
    client = client_of(counselor)
    assert "Plan a gathering" in page(client, "/gather/")

    made = client.post("/gather/plan", planned())
    gathering = Gathering.objects.get()
    assert made.headers["Location"] == of(gathering)
    assert Client().get(of(gathering)).status_code == 404
    assert "Nobody but staff" in page(client, of(gathering))
    client.post(of(gathering, "/open"))
    assert "40 seats left" in page(Client(), of(gathering))
    assert "Emergency nurse, nights" in page(Client(), of(gathering))
    assert 'value="A night shift"' in page(client, of(gathering, "/change"))
    client.post(of(gathering, "/change"), planned(title="Two night shifts", series="Nights"))
    client.post(of(gathering, "/cancel"), {"because": "The speaker is ill."})

    shown = page(Client(), of(gathering))
    assert "Two night shifts" in shown
    assert "The speaker is ill." in shown
    gathering.refresh_from_db()
    assert (gathering.status, gathering.sequence) == ("canceled", 2)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"starts": "2020-01-01T10:00"}, "in the past"),
        ({"time_zone": "Mars/Olympus"}, "no time zone we know"),
        ({"audience": "seeker"}, "can be public"),
        ({"starts": "soon"}, "a day and a time"),
        ({"seats": "0"}, "greater than or equal to 1"),
    ],
)
def test_what_cannot_be_planned_comes_back_with_the_reason(
    program: Settings, client_of: SignIn, counselor: User, more: dict[str, str], words: str
) -> None:
    answer = client_of(counselor).post("/gather/plan", planned(**more))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Gathering.objects.exists()


def test_staff_note_who_came_and_share_the_recording(
    opened: Plan, client_of: SignIn, seeker: User, counselor: User
) -> None:
    gathering, client = opened(), client_of(counselor)
    seat = services.take_seat(gathering, by=seeker, answer="Why nights?")

    with time_machine.travel(gathering.ends_at + timedelta(hours=1), tick=False):
        assert "Why nights?" in page(client, of(gathering, "/guests"))
        client.post(of(gathering, f"/guests/{seat.pk}"), {"came": "1"})
        wrong = client.post(of(gathering, "/recording"), {"recording": "nowhere at all"})
        client.post(of(gathering, "/recording"), {"recording": "https://video.example.org/1"})
        shown = page(client_of(seeker), of(gathering))

    assert wrong.status_code == 422
    assert "You were there" in shown
    assert "https://video.example.org/1" in shown
    assert "https://video.example.org/1" not in page(client_of(people(1)[0]), of(gathering))


def counted(client: Client, address: str) -> int:
    page(client, address)
    with CaptureQueriesContext(connection) as queries:
        page(client, address)
    return len(queries)


def test_a_long_list_asks_no_more_of_the_database(opened: Plan, client_of: SignIn, seeker: User) -> None:
    client = client_of(seeker)
    services.take_seat(opened(), by=seeker)
    one = counted(client, "/gather/")
    for number in range(29):
        gathering = opened(title=f"Night {number}")
        if number % 2:
            services.take_seat(gathering, by=seeker)

    assert counted(client, "/gather/") == one


def test_a_long_list_of_guests_asks_no_more_of_the_database(
    opened: Plan, client_of: SignIn, counselor: User
) -> None:
    gathering, client = opened(seats=40), client_of(counselor)
    everyone = people(30)
    services.take_seat(gathering, by=everyone[0])
    one = counted(client, of(gathering, "/guests"))
    for user in everyone[1:]:
        services.take_seat(gathering, by=user)

    assert counted(client, of(gathering, "/guests")) == one


def test_an_organizers_markdown_is_harmless(opened: Plan) -> None:
    text = "**Bold** <script>alert(1)</script> [link](javascript:alert(1)) ![x](https://a.example/x.png)"

    shown = page(Client(), of(opened(description=text, **PUBLIC)))

    assert "<strong>Bold</strong>" in shown
    assert "<script>alert" not in shown
    assert 'href="javascript' not in shown
    assert "<img" not in shown


def test_a_question_is_shown_by_staff_without_its_name_and_others_want_it_too(
    opened: Plan, client_of: SignIn, seeker: User, counselor: User
) -> None:
    gathering, me, staff = opened(), client_of(seeker), client_of(counselor)
    (asker,) = people(1)
    asked = services.take_seat(gathering, by=asker, answer="What happens at four in the morning?")
    services.take_seat(gathering, by=seeker)
    assert "four in the morning" not in page(me, of(gathering))

    staff.post(of(gathering, f"/guests/{asked.pk}/question"), {"shown": "1"})
    for _ in range(2):
        me.post(of(gathering, f"/me-too/{asked.pk}"), {"wanted": "1"})

    shown = page(me, of(gathering))
    assert "What happens at four in the morning?" in shown
    assert "Me too, 2" in shown
    assert "Person 0" not in shown
    assert "Yours, and 1 more wants it answered" in page(client_of(asker), of(gathering))
    me.post(of(gathering, f"/me-too/{asked.pk}"), {"wanted": "0"})
    assert "Me too, 1" in page(me, of(gathering))
    staff.post(of(gathering, f"/guests/{asked.pk}/question"), {"shown": "0"})
    assert "four in the morning" not in page(me, of(gathering))


def test_only_staff_show_a_question_and_only_guests_want_it_too(
    opened: Plan, client_of: SignIn, seeker: User, stranger: User, counselor: User
) -> None:
    gathering = opened()
    asked = services.take_seat(gathering, by=seeker, answer="Why nights?")

    assert client_of(seeker).post(of(gathering, f"/guests/{asked.pk}/question")).status_code == 404
    assert client_of(stranger).post(of(gathering, f"/me-too/{asked.pk}")).status_code == 404
    services.show_question(asked, shown=True, by=counselor)
    assert client_of(stranger).post(of(gathering, f"/me-too/{asked.pk}")).status_code == 404
    assert client_of(seeker).post(of(gathering, f"/me-too/{asked.pk}")).status_code == 403


def test_what_is_called_off_is_nothing_to_prepare_for(
    opened: Plan, client_of: SignIn, seeker: User, counselor: User
) -> None:
    gathering = opened(speakers=[services.Voice("Ruth Okoro", "Charge nurse")])
    services.take_seat(gathering, by=seeker)
    services.cancel(gathering, by=counselor)
    client, ruth = client_of(seeker), gathering.speakers.get()

    assert "Prepare for it" not in page(client, of(gathering))
    assert client.post(of(gathering, f"/listen/{ruth.pk}")).status_code == 403


def test_today_shows_the_seats_one_has_and_the_one_that_is_held(
    opened: Plan, client_of: SignIn, seeker: User, counselor: User
) -> None:
    Contact.objects.create(seeker=seeker, name="Marcus Bell")
    gathering = opened(seats=1)
    first = services.take_seat(gathering, by=counselor)
    services.take_seat(gathering, by=seeker)
    client = client_of(seeker)
    waiting = page(client, "/")

    services.give_up(first, by=counselor)

    assert "On the waiting list" in waiting
    assert "A seat is offered" in page(client, "/")
    assert of(gathering) in waiting


@pytest.mark.parametrize("begun", [False, True])
def test_nobody_will_be_heard_at_what_was_called_off(
    opened: Plan, seeker: User, counselor: User, client_of: SignIn, begun: bool
) -> None:
    gathering = services.cancel(opened(speakers=[services.Voice("Ruth Okoro")]), by=counselor)
    moment = gathering.starts_at + timedelta(minutes=5) if begun else timezone.now()

    with time_machine.travel(moment, tick=False):
        html = page(client_of(seeker), f"/gather/{gathering.code}")

    assert "Who was to speak" in html
    assert "Who you will hear" not in html
    assert "Who spoke" not in html


def test_only_seekers_prepare_because_only_they_have_where_to_keep_it(
    opened: Plan, host: User, seeker: User, client_of: SignIn
) -> None:
    gathering = opened(speakers=[services.Voice("Ruth Okoro")])
    speaker = gathering.speakers.get()
    for person in (host, seeker):
        services.take_seat(gathering, by=person)

    pages = [page(client_of(person), f"/gather/{gathering.code}") for person in (host, seeker)]
    pressed = client_of(host).post(f"/gather/{gathering.code}/listen/{speaker.pk}")

    assert ["Prepare for it" in html for html in pages] == [False, True]
    assert pressed.status_code == 403
    assert not Contact.objects.exists()


def test_a_list_offers_no_seats_that_nobody_can_take(
    opened: Plan, client_of: SignIn, seeker: User, counselor: User
) -> None:
    later = opened(title="Later", opens_at=timezone.now() + timedelta(days=2))
    begun = opened(title="Begun")
    Gathering.objects.filter(pk=begun.pk).update(starts_at=timezone.now() - timedelta(minutes=5))

    shown = page(client_of(seeker), "/gather/")
    assert "seats left" not in shown
    assert "Has begun" in shown
    assert "Opens " in shown
    assert "You can take a seat from " in page(client_of(seeker), of(later))


def test_a_gathering_that_is_called_off_leads_on(
    opened: Plan, client_of: SignIn, seeker: User, counselor: User
) -> None:
    gathering = services.cancel(opened(speakers=[services.Voice("Lin Barros", "")]), by=counselor)

    shown = page(client_of(seeker), of(gathering))
    assert "See what else is coming" in shown
    assert "Who was to speak" in shown
