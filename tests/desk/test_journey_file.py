import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askwell.accounts.models import User
from askwell.desk import journey_file
from askwell.desk.journey_file import JourneyError
from askwell.desk.journey_file.tables import TABLES, Table
from askwell.explore.footing import Footing
from askwell.explore.models import Path, Release
from askwell.journal.models import Entry
from askwell.learn.models import Finding
from tests.desk.journeys import read, whole_journey

pytestmark = pytest.mark.django_db
NOT_TOLD = {
    "id", "seeker", "occupation", "fingerprint",  # told in another way, or made anew
    "actor_id", "subject_id", "facts", "contact_id",  # the journal's bare ids mean nothing elsewhere
    "sendings",  # what a device has under way, it says to this server alone
    "account",  # who has an account here has none there
}  # fmt: skip
text = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=40)


def kept(journey: dict[str, Any]) -> dict[str, Any]:
    return {name: rows for name, rows in journey.items() if name not in {"format", "version"}}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_of_every_table_is_in_the_file(table: Table) -> None:
    told = {*table.fields, *table.refs, *table.many, *NOT_TOLD}
    columns = {field.name for field in [*table.model._meta.fields, *table.model._meta.many_to_many]}

    assert columns <= told


def test_a_journey_comes_back_as_it_went(seeker: User) -> None:
    journey = whole_journey(seeker)
    User.objects.filter(pk=seeker.pk).update(name="", about="", time_zone="")
    seeker.refresh_from_db()

    journey_file.put(read(journey), seeker)

    assert journey_file.write(seeker) == journey


def test_importing_twice_doubles_nothing(seeker: User) -> None:
    journey = whole_journey(seeker)
    journey_file.put(read(journey), seeker)
    before = journey_file.write(seeker)

    arrived = journey_file.put(read(journey), seeker)

    assert all(table.new == 0 for table in arrived)
    assert journey_file.write(seeker) == before


def test_a_person_who_was_renamed_here_is_known_again(seeker: User) -> None:
    journey = whole_journey(seeker)
    journey_file.put(read(journey), seeker)
    seeker.contacts.filter(name="Jo Tran").update(name="Joanna Tran", email="jo@example.org")

    arrived = {table.words[1]: table.new for table in journey_file.put(read(journey), seeker)}

    assert arrived["people"] == 0
    assert seeker.contacts.filter(name__startswith="Jo").count() == 1


def test_a_preview_counts_and_changes_nothing(seeker: User) -> None:
    journey = whole_journey(seeker)

    arrived = {table.words[1]: table.new for table in journey_file.preview(read(journey), seeker)}

    assert arrived["findings"] == 9
    assert not Path.objects.visible_to(seeker).exists()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(text, text, st.integers(0, 5), st.booleans()), max_size=6, unique_by=lambda row: row[0]
    ),
    people=st.lists(st.tuples(text.filter(bool), text, st.sets(st.integers(1, 2))), max_size=5),
    notes=st.lists(text, max_size=4),
)
def test_any_words_survive_the_way_out_and_in(
    seeker: User, stranger: User, rows: Any, people: Any, notes: Any
) -> None:
    journey: dict[str, Any] = {"format": "askwell-journey", "version": 1}
    journey["criteria"] = [
        {"id": n, "name": name or "a", "kind": "own", "wants_more": more, "weight": weight, "position": n}
        for n, (name, _, weight, more) in enumerate(rows, 1)
        if name
    ]
    journey["paths"] = [
        {"id": n, "soc": soc, "narrowed": "", "added_at": "2026-01-01T10:00:00Z", "set_aside_at": None}
        for n, soc in enumerate(["29-1141", "47-2111"], 1)
    ]
    journey["contacts"] = [
        {"id": n, "name": name, "about": about, "paths": sorted(paths), "added_at": "2026-01-02T10:00:00Z"}
        for n, (name, about, paths) in enumerate(people, 1)
    ]
    journey["conversations"] = [
        {"id": n, "contact": n, "request": None, "status": "held", "made_at": f"2026-01-0{n}T10:00:00Z"}
        for n in range(1, len(people) + 1)
    ]
    journey["notes"] = [
        {"id": n, "conversation": 1, "question": None, "asked": f"Question {n}", "text": note}
        for n, note in enumerate(notes, 1)
        if people
    ]
    for user in (seeker, stranger):
        user.contacts.all().delete()
        user.criteria.all().delete()
        user.paths.all().delete()
    journey_file.put(read(journey), seeker)
    first = journey_file.write(seeker)

    seeker.contacts.all().delete()
    seeker.criteria.all().delete()
    seeker.paths.all().delete()
    journey_file.put(read(first), seeker)

    assert journey_file.write(seeker) == first


def test_the_file_holds_nothing_of_anybody_else_and_no_secret(seeker: User, stranger: User) -> None:
    journey_file.put(read(whole_journey(stranger)), stranger)

    said = journey_file.as_text(journey_file.write(seeker))

    assert "Okafor" not in said
    assert "password" not in said
    assert "token" not in said


def test_history_keeps_its_moments(seeker: User) -> None:
    journey = whole_journey(seeker)

    journey_file.put(read(journey), seeker)

    first = Entry.objects.filter(actor_id=seeker.pk, contact_id__isnull=False).order_by("at").first()
    assert first
    assert journey_file.write(seeker)["history"] == journey["history"]


def test_a_finding_brought_in_is_known_as_the_same_when_kept_again(seeker: User) -> None:
    journey_file.put(read(whole_journey(seeker)), seeker)

    assert not Finding.objects.filter(fingerprint="").exists()


def test_an_unknown_occupation_refuses_it_all_by_its_code(seeker: User) -> None:
    journey = whole_journey(seeker)
    journey["paths"][2]["soc"] = "99-9999"

    with pytest.raises(JourneyError, match="99-9999"):
        journey_file.put(read(journey), seeker)

    assert not Path.objects.visible_to(seeker).exists()
    assert not seeker.criteria.exists()


def test_a_contradiction_refuses_it_all(seeker: User) -> None:
    journey = whole_journey(seeker)
    twin = copy.deepcopy(journey["requests"][4])
    journey["requests"].append(twin | {"id": 6, "started_at": "2026-11-01T10:00:00Z"})

    with pytest.raises(JourneyError, match="requests"):
        journey_file.put(read(journey), seeker)

    assert not Path.objects.visible_to(seeker).exists()


@pytest.mark.parametrize(
    ("table", "name"),
    [("letters", "kind"), ("questions", "theme"), ("history", "verb"), ("contacts", "name")],
)
def test_a_value_that_a_record_can_not_do_without_is_named(seeker: User, table: str, name: str) -> None:
    journey = whole_journey(seeker)
    del journey[table][0][name]

    with pytest.raises(JourneyError, match=rf"{table}\[0\].{name}: is missing"):
        read(journey)


def broken(journey: dict[str, Any], *place: Any, to: Any) -> str:
    at: Any = journey
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = to
    return json.dumps(journey)


@pytest.mark.parametrize(
    ("place", "to", "named"),
    [
        (["format"], "diary", "no journey of Askwell"),
        (["version"], 2, "newer Askwell"),
        (["version"], "1", "version"),
        (["surplus"], [], "surplus"),
        (["contacts"], {}, "contacts: must be a list"),
        (["contacts", 0], "Elena", r"contacts\[0\]"),
        (["contacts", 0, "id"], None, r"contacts\[0\]"),
        (["contacts", 1, "id"], 1, "same id"),
        (["contacts", 0, "name"], 7, r"contacts\[0\].name: must be a text"),
        (["contacts", 0, "name"], "x" * 121, r"contacts\[0\].name"),
        (["contacts", 0, "email"], "nowhere", r"contacts\[0\].email"),
        (["contacts", 0, "about"], "x" * 2001, r"contacts\[0\].about"),
        (["contacts", 0, "name"], "a\0b", "can't be kept"),
        (["contacts", 0, "name"], "\ud800", "can't be kept"),
        (["contacts", 0, "paths"], [9], r"contacts\[0\].paths"),
        (["contacts", 0, "shoe_size"], 42, r"contacts\[0\].shoe_size"),
        (["criteria", 0, "weight"], 6, r"criteria\[0\].weight"),
        (["criteria", 0, "weight"], True, r"criteria\[0\].weight: must be a whole number"),
        (["criteria", 0, "wants_more"], "yes", r"criteria\[0\].wants_more: must be true or false"),
        (["paths", 0, "added_at"], "yesterday", r"paths\[0\].added_at"),
        (["paths", 0, "added_at"], "2026-01-01T10:00:00", "needs its offset"),
        (["paths", 0, "added_at"], "0001-01-01T10:00:00Z", "not in our time"),
        (["paths", 0, "soc"], None, r"paths\[0\].soc"),
        (["requests", 0, "status"], "eaten", r"requests\[0\].status"),
        (["requests", 0, "contact"], 99, "contacts has no record with the id 99"),
        (["findings", 0, "contact"], None, "contacts has no record"),
        (["findings", 0, "moves"], 3, r"findings\[0\].moves"),
        (["letters", 0, "message_id"], "abc", r"letters\[0\].message_id"),
        (["letters", 0, "earlier"], {}, r"letters\[0\].earlier: must be a list"),
        (["letters", 0, "earlier"], [1], r"letters\[0\].earlier: must be a list of wordings"),
        (["letters", 0, "earlier"], [{"subject": "Hello"}], "list of wordings"),
        (["conversations", 0, "time_zone"], "Mars/Olympus", r"conversations\[0\].time_zone"),
        (["decisions", 0, "weighed"], {"chance": float("nan")}, "not a JSON file"),
        (["decisions", 0, "weighed"], [], r"decisions\[0\].weighed: must be an object"),
        (["decisions", 0, "weighed"], {"chances": [3]}, r"decisions\[0\].weighed: does not hold"),
        (["decisions", 0, "weighed"], {"chances": [{"path": "Nurses", "chance": 7}]}, "does not hold how things"),
        (["decisions", 0, "weighed"], {"criteria": [{"name": "Pay", "weight": []}]}, "does not hold how things"),
        (["decisions", 0, "weighed"], {"beliefs": [{"findings": "many"}]}, "does not hold how things"),
        (["decisions", 0, "weighed"], {"sources": "BLS"}, "does not hold how things stood"),
        (["paths", 0, "footing"], {"pay_percentile": 50}, r"paths\[0\].footing: does not hold figures"),
        (["paths", 0, "footing"], [], r"paths\[0\].footing: must be an object"),
        (["conversations", 0, "minutes"], 10**30, r"conversations\[0\].minutes"),
        (["seeker", "time_zone"], "Mars/Olympus", "time zone"),
        (["seeker"], [], "seeker: must be an object"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_by_the_name_of_the_place(
    seeker: User, place: list[Any], to: Any, named: str
) -> None:
    text = broken(whole_journey(seeker), *place, to=to)

    with pytest.raises(JourneyError, match=named):
        journey_file.read(text)


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{", "\x00", "[" * 100_000, '{"format": "askwell-journey"}']
)
def test_what_is_no_journey_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(JourneyError):
        journey_file.read(text)


def test_a_path_brings_the_figures_it_rests_on(seeker: User, stranger: User) -> None:
    journey = whole_journey(seeker)
    then = Footing(release="d" * 64, sources={"pay": "Wages, May 2019"}, pay_percentile=12.5).as_json()
    journey["paths"][0]["footing"] = then

    journey_file.put(journey_file.read(journey_file.as_text(journey)), stranger)

    assert next(path.footing for path in Path.objects.visible_to(stranger).order_by("pk")) == then


def test_a_path_that_brings_no_figures_rests_on_those_that_are_loaded(seeker: User, stranger: User) -> None:
    journey = whole_journey(seeker)
    for path in journey["paths"]:
        del path["footing"]

    journey_file.put(journey_file.read(journey_file.as_text(journey)), stranger)

    loaded = Release.objects.latest().digest
    assert {path.footing["release"] for path in Path.objects.visible_to(stranger)} == {loaded}


def test_one_path_that_a_file_writes_in_two_ways_is_one_path(seeker: User, stranger: User) -> None:
    journey = whole_journey(seeker)
    path = {**journey["paths"][0], "narrowed": "Ohio"}
    journey["paths"] += [{**path, "id": 91}, {**path, "id": 92, "narrowed": " \u202eohio"}]
    journey["findings"][0] |= {"path": 92, "words": "Said of the other"}

    journey_file.put(read(journey), stranger)
    arrived = journey_file.put(read(journey), stranger)

    ohio = Path.objects.visible_to(stranger).get(narrowed__iexact="ohio")
    assert ohio.narrowed == "Ohio"
    assert ohio.findings.get().words == "Said of the other"
    assert all(table.new == 0 for table in arrived)


@pytest.mark.parametrize(("said", "kept"), [("queued", "draft"), ("sending", "unsure"), ("sent", "sent")])
def test_a_file_sets_no_mail_going(seeker: User, said: str, kept: str) -> None:
    journey = whole_journey(seeker)
    journey["letters"][0]["status"] = said

    journey_file.put(read(journey), seeker)

    assert seeker.letters.order_by("pk").first().status == kept  # type: ignore[union-attr]


def test_a_mark_that_is_somebody_elses_here_is_made_anew(seeker: User, stranger: User) -> None:
    journey = whole_journey(seeker)
    journey_file.put(read(journey), stranger)

    journey_file.put(read(journey), seeker)

    ours = set(seeker.conversations.values_list("uid", flat=True))
    assert len(ours) == 3
    assert ours.isdisjoint(stranger.conversations.values_list("uid", flat=True))


def test_bookings_that_come_in_take_the_seekers_time(seeker: User) -> None:
    journey = whole_journey(seeker)

    journey_file.put(read(journey), seeker)

    booked = [row for row in journey["conversations"] if row["status"] == "booked"]
    assert booked
    assert seeker.bookings.count() == len(booked)


def test_a_file_says_nothing_for_somebody_who_has_an_account(seeker: User, host: User) -> None:
    journey = whole_journey(seeker)
    booked = next(row for row in journey["conversations"] if row["status"] == "booked")
    journey["offered_times"] = [
        {"id": 1, "conversation": booked["id"], "starts_at": booked["starts_at"], "by_them": True}
    ]
    journey_file.put(read(journey), seeker)
    seeker.conversations.all().delete()
    seeker.contacts.update(account=host)

    journey_file.put(read(journey), seeker)

    assert not host.bookings.exists()
    talk = seeker.conversations.get(contact__name=_name(journey, booked["contact"]))
    assert (talk.status, talk.starts_at) == ("agreed", None)
    assert [one.by_them for one in talk.offered_times.all()] == [False]


def _name(journey: dict[str, Any], contact: int) -> str:
    return next(str(row["name"]) for row in journey["contacts"] if row["id"] == contact)


def test_two_bookings_at_one_time_in_a_file_are_refused_with_the_reason(seeker: User) -> None:
    journey = whole_journey(seeker)
    booked = next(row for row in journey["conversations"] if row["status"] == "booked")
    other = next(row for row in journey["conversations"] if row["contact"] != booked["contact"])
    other |= {"status": "booked", "starts_at": booked["starts_at"]}

    with pytest.raises(JourneyError, match="fall on one time"):
        journey_file.put(read(journey), seeker)

    assert not seeker.conversations.exists()
