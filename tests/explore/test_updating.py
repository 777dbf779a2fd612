"""Updating the figures from the publishers, whatever they or the line between do."""

import errno
import io
import json
import os
import socket
import subprocess
import threading
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from ipaddress import ip_network
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from askwell.accounts.models import User
from askwell.explore import finder, pack, selectors, services, updating
from askwell.explore.management.commands import explore_update
from askwell.explore.models import Occupation
from askwell.explore.pack.duties import keep, read
from askwell.explore.shape import PayHistory
from askwell.explore.sources import bls
from askwell.explore.updating import NotUpdated, Told
from askwell.lib import download
from tests.explore import official, releases
from tests.explore.publishers import PLACES, Publishers, cut
from tests.explore.test_commands import ASKWELL, run
from tests.faults.whole import wait_for
from tests.lib.servers import Talk, answer, redirect, serving

TODAY = date(2026, 11, 25)
ONET, PAY, PRICES, MATRIX = (
    PLACES[name]
    for name in (
        "downloads/db_30_3_text.zip",
        "oe/oe.data.0.Current",
        "cpi/cu.data.1.AllItems",
        "emp/occupation.xlsx",
    )
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return official.make(tmp_path_factory.mktemp("official"))


@pytest.fixture(scope="module")
def earlier(folder: Path) -> Path:
    """The pack that the package ships: the same figures, of a decade before."""
    root = official.make(folder.parent / "earlier")
    releases.projections(root / "emp", releases.DECADE)
    pack.build(root, folder.parent / "shipped.zip")
    return folder.parent / "shipped.zip"


@pytest.fixture
def home(tmp_path: Path, earlier: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Path:
    monkeypatch.setenv("ASKWELL_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(pack, "SHIPPED", earlier)
    monkeypatch.setattr(download, "TRIES", 1)
    settings.ALLOW_FETCH = [ip_network("127.0.0.0/8")]
    return tmp_path / "home" / "figures"


@pytest.fixture
def publishers(folder: Path) -> Publishers:
    return Publishers.of(folder)


@pytest.fixture
def mirror(publishers: Publishers) -> Iterator[str]:
    with serving(publishers.talk) as port:
        yield f"http://127.0.0.1:{port}"


def bomb() -> bytes:
    """A small archive that unpacks to far more than any release."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"0" * 2_000_000)
    return packed.getvalue()


def damaged(method: int) -> bytes:
    """An archive that came whole, with some of its bytes changed on the way."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as made:
        made.writestr("xl/workbook.xml", bytes(range(256)) * 40)
    body = packed.getvalue()
    return body[:60] + b"\xff" * 40 + body[100:]


def renumbered(body: bytes, release: str, column: str = "Job Zone") -> bytes:
    """The archive of a later O*NET release, its job zones under another heading."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as held, zipfile.ZipFile(packed, "w") as made:
        for name in held.namelist():
            text = held.read(name).decode()
            text = text.replace("Job Zone", column, 1) if name.endswith("Job Zones.txt") else text
            made.writestr(name.replace("30_3", release), text.replace("30.3", release.replace("_", ".")))
    return packed.getvalue()


def without_length(body: bytes) -> Talk:
    """An answer that ends where the line does."""
    return lambda connection, head: connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + body)


def update(mirror: str, said: list[str] | None = None) -> pack.Manifest | None:
    """One update, telling its steps into a list."""
    tell = (said if said is not None else []).append
    return updating.update(mirror, Told(tell, lambda so_far, total: None, tell), TODAY, lambda file: None)


def test_an_update_fetches_everything_and_its_pack_is_in_use(home: Path, mirror: str) -> None:
    assert pack.in_use() == pack.SHIPPED

    made = update(mirror)

    assert made
    assert pack.in_use() == home / "figures.zip"
    assert pack.manifest(pack.in_use()).sources["projections"].release == "2025-35"


@pytest.mark.django_db
def test_an_update_brings_what_people_in_a_career_do(home: Path, mirror: str) -> None:
    nurses = Occupation.objects.get(soc=releases.NURSES)
    assert selectors.tasks_of(nurses) is None

    update(mirror)

    found = selectors.tasks_of(nurses)
    assert found == pack.Duties("Look after people.", ("Monitor patients and vitals.",), "30.3, May 2026")
    with zipfile.ZipFile(pack.in_use()) as archive:
        assert not any(b"Look after people" in archive.read(name) for name in archive.namelist())


@pytest.mark.django_db
def test_the_career_page_shows_them_with_their_source_and_only_then(
    home: Path, mirror: str, client_of: Callable[[User], Client], seeker: User
) -> None:
    reader, address = client_of(seeker), reverse("explore:career", args=[releases.NURSES])
    assert "What people in this career do" not in reader.get(address).content.decode()
    update(mirror)

    page = reader.get(address).content.decode()

    assert "What people in this career do" in page
    assert "Monitor patients and vitals." in page
    assert "O*NET Database, 30.3, May 2026, CC BY 4.0" in page


def test_tasks_that_matter_most_come_first(tmp_path: Path) -> None:
    code, ids = "29-1141.00", ["O*NET-SOC Code", "Task ID", "Task", "Task Type"]
    releases.onet(tmp_path)
    tasks = [[code, 1, "Small.", "Core"], [code, 2, "Great.", "Core"], [code, 3, "Rare.", "Supplemental"]]
    releases.write(tmp_path / "Task Statements.txt", [ids, *tasks])
    ratings: list[list[object]] = [
        ["Task ID", "Scale ID", "Data Value"],
        [1, "IM", 2.5],
        [2, "IM", 4.5],
        [1, "RT", 99],
    ]
    releases.write(tmp_path / "Task Ratings.txt", ratings)

    keep(tmp_path, tmp_path / "duties.zip")

    found = read(tmp_path / "duties.zip", releases.NURSES)
    assert found
    assert found.tasks == ("Great.", "Small.")


def test_damaged_sentences_are_not_shown(tmp_path: Path) -> None:
    (tmp_path / "duties.zip").write_bytes(b"half")

    assert read(tmp_path / "duties.zip", releases.NURSES) is None


def test_newer_releases_are_tried_first(home: Path, mirror: str, publishers: Publishers) -> None:
    update(mirror)

    tried = [path.rpartition("/")[2] for path, _ in publishers.asked if "onetcenter" in path]
    assert tried == [f"db_{each}_text.zip" for each in ("31_3", "31_2", "31_1", "31_0", "30_3")]


@pytest.mark.parametrize("talk", [answer(b"<html>Not found</html>"), answer(b"", status="403 Forbidden")])
def test_a_server_that_does_not_say_plainly_that_there_is_no_such_release_is_understood(
    home: Path, mirror: str, publishers: Publishers, talk: Talk
) -> None:
    for release in ("31_3", "31_2", "31_1", "31_0"):
        publishers.instead[ONET.replace("30_3", release)] = [talk]

    assert update(mirror)


def test_newer_pay_goes_in_with_the_last_release_of_onet_that_is_understood(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    publishers.files[ONET.replace("30_3", "31_0")] = renumbered(publishers.files[ONET], "31_0", "Zone")
    said: list[str] = []

    made = update(mirror, said)

    assert made
    assert made.sources["onet"].release == "30.3, May 2026"
    assert made.sources["projections"].release == "2025-35"
    [told] = [each for each in said if "this Askwell can't read it" in each]
    assert told.startswith("db_31_0_text.zip is out")
    assert "Job Zones.txt has no column “Job Zone”" in told
    assert not (home / "downloads" / "db_31_0_text.zip").exists()
    again: list[str] = []
    assert update(mirror, again) is None
    assert told in again


def test_a_newer_release_that_is_understood_takes_the_place_of_the_one_before(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    update(mirror)
    publishers.files[ONET.replace("30_3", "31_0")] = renumbered(publishers.files[ONET], "31_0")

    made = update(mirror)

    assert made
    assert made.sources["onet"].release == "31.0, May 2026"
    assert [file.name for file in (home / "downloads").glob("db_*")] == ["db_31_0_text.zip"]


def test_where_no_release_of_onet_is_understood_the_figures_stay_and_file_and_column_are_named(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    publishers.files[ONET] = renumbered(publishers.files[ONET], "30_3", "Zone")

    with pytest.raises(NotUpdated, match=r"Job Zones\.txt has no column “Job Zone”"):
        update(mirror)

    assert pack.in_use() == pack.SHIPPED


def test_a_release_that_was_taken_back_stands_where_it_was_fetched_before(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    newer, said = ONET.replace("30_3", "31_0"), list[str]()
    publishers.files[newer] = renumbered(publishers.files[ONET], "31_0")
    update(mirror)
    del publishers.files[newer]

    assert update(mirror, said) is None

    assert any("Going on with db_31_0_text.zip" in each for each in said)


def test_what_has_not_changed_is_not_fetched_again(home: Path, mirror: str) -> None:
    update(mirror)
    before = (home / "figures.zip").stat().st_mtime_ns

    assert update(mirror) is None
    assert (home / "figures.zip").stat().st_mtime_ns == before


def test_a_cut_download_goes_on_where_it_stopped(home: Path, mirror: str, publishers: Publishers) -> None:
    body = publishers.files[PAY]
    publishers.instead[PAY] = [cut(body, 700)]
    with pytest.raises(NotUpdated, match="broke off"):
        update(mirror)
    assert (home / "downloads" / "oe.data.0.Current.part").stat().st_size == 700

    assert update(mirror)

    assert [asked for path, asked in publishers.asked if path == PAY] == ["", "bytes=700-"]
    assert (home / "downloads" / "oe.data.0.Current").read_bytes() == body


def test_a_file_that_changed_since_it_was_cut_is_fetched_whole(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    publishers.instead[PAY] = [cut(b"older" + publishers.files[PAY], 700)]
    with pytest.raises(NotUpdated):
        update(mirror)

    assert update(mirror)

    assert (home / "downloads" / "oe.data.0.Current").read_bytes() == publishers.files[PAY]


def test_a_busy_server_is_tried_again(
    home: Path, mirror: str, publishers: Publishers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "TRIES", 3)
    monkeypatch.setattr("askwell.lib.download.time.sleep", lambda seconds: None)
    publishers.instead[PAY] = [answer(b"", status="503 Service Unavailable"), cut(publishers.files[PAY], 100)]

    assert update(mirror)


@pytest.mark.parametrize(
    ("talk", "said"),
    [
        (answer(b"", status="403 Forbidden"), "refused"),
        (answer(b"", status="503 Service Unavailable"), "busy"),
        (answer(b"<!DOCTYPE html><html>Sign in</html>"), "not the file that was asked for"),
        (answer(b"PK\x03\x04 half an archive"), "not the file that was asked for"),
        (answer(b""), "not the file that was asked for"),
        (answer(b"<!-- gone -->"), "not the file that was asked for"),
        (answer(b'{"error": "gone"}'), "not the file that was asked for"),
        (answer(bomb()), "not the file that was asked for"),
        *(
            (answer(damaged(method)), "not the file that was asked for")
            for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
        ),
        (answer(b"PK", "Content-Encoding: gzip"), "a packing that was not asked for"),
        (without_length(b"PK\x03\x04 half an archive"), "nobody could tell whether it came whole"),
        (answer(b"", status="304 Not Modified"), "it answered 304"),
        (answer(b"x", "Content-Length: 999999999999"), "could not be fetched"),
        (redirect("/elsewhere"), "no such file"),
        (redirect("ftp://example.com/"), "Only addresses that begin with"),
        (redirect("http://10.1.2.3/occupation.xlsx"), "Only public addresses can be read"),
        (lambda connection, head: connection.sendall(b"not HTTP at all"), "could not be reached"),
    ],
)
def test_whatever_a_publisher_does_the_figures_stay_and_the_way_by_hand_is_told(
    home: Path, mirror: str, publishers: Publishers, talk: object, said: str
) -> None:
    publishers.instead[MATRIX] = [talk, talk]  # type: ignore[list-item]

    with pytest.raises(NotUpdated, match=said) as told:
        update(mirror)

    assert "https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx" in str(told.value)
    assert pack.in_use() == pack.SHIPPED
    assert not (home / "figures.zip").exists()


@pytest.mark.parametrize(
    "talk",
    [
        without_length(b"series_id\tyear\tperiod\tvalue\tfootnote_codes\r\n"),
        answer(b"<html>Access denied</html>"),
        answer(b"", status="304 Not Modified"),
    ],
    ids=["maybe half", "a web page", "nothing new"],
)
def test_what_is_not_the_file_does_not_take_the_place_of_the_one_that_is_there(
    home: Path, mirror: str, publishers: Publishers, talk: Talk
) -> None:
    update(mirror)
    whole = publishers.files[PAY]
    publishers.instead[PAY] = [talk]
    said: list[str] = []

    assert update(mirror, said) is None

    assert (home / "downloads" / "oe.data.0.Current").read_bytes() == whole


def test_where_a_release_has_no_one_address_its_page_is_told(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    del publishers.files[ONET]

    with pytest.raises(NotUpdated, match=r"https://www\.onetcenter\.org/database\.html in a browser"):
        update(mirror)


def test_a_file_put_there_by_hand_stands_in_for_one_that_is_refused(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    publishers.instead[MATRIX] = [answer(b"", status="403 Forbidden")]
    (home / "downloads").mkdir(parents=True)
    (home / "downloads" / "occupation.xlsx").write_bytes(publishers.files[MATRIX])
    said: list[str] = []

    assert update(mirror, said)

    assert any("Going on with occupation.xlsx" in step for step in said)


def test_redirects_are_followed(home: Path, mirror: str, publishers: Publishers) -> None:
    publishers.files["/moved"] = publishers.files[MATRIX]
    publishers.instead[MATRIX] = [redirect("/moved")]

    assert update(mirror)


def test_an_address_that_is_not_public_is_not_fetched(home: Path, mirror: str, settings: Settings) -> None:
    settings.ALLOW_FETCH = []

    with pytest.raises(NotUpdated, match="Only public addresses"):
        update(mirror)


def test_a_release_that_lost_a_third_of_its_occupations_is_refused(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    before = pack.load(pack.SHIPPED)
    rows = publishers.files[PAY].split(b"\r\n")
    gone = [row for row in rows if b"291141" not in row and b"291248" not in row]
    publishers.files[PAY] = b"\r\n".join(gone)

    with pytest.raises(NotUpdated, match="where 4 had them before"):
        update(mirror)

    assert before.total.figures["pay"]
    assert pack.in_use() == pack.SHIPPED


def test_a_release_whose_states_are_marked_otherwise_is_refused(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    areas = PLACES["oe/oe.area"]
    publishers.files[areas] = publishers.files[areas].replace(b"\tS\t", b"\tState\t")

    with pytest.raises(NotUpdated, match="pay by state for 0 occupations, where 2 had them"):
        update(mirror)


def test_pay_that_doubled_overnight_is_refused(home: Path, mirror: str, publishers: Publishers) -> None:
    publishers.files[PAY] = publishers.files[PAY].replace(b" 50980", b"150980")

    with pytest.raises(NotUpdated, match="at once"):
        update(mirror)


def test_a_layout_that_is_not_known_names_file_and_column(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    publishers.files[PAY] = publishers.files[PAY].replace(b"footnote_codes", b"remarks", 1)

    with pytest.raises(NotUpdated, match=r"oe\.data\.0\.Current has no column “footnote_codes”"):
        update(mirror)


def test_a_mended_file_is_built_although_nothing_was_fetched_since(
    home: Path, mirror: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(pack, "build", lambda *args, **named: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            update(mirror)

    (home / "fresh.zip").write_bytes(b"what a killed update left")

    assert update(mirror)
    assert update(mirror) is None
    assert not (home / "fresh.zip").exists()


def test_sentences_that_can_not_be_written_leave_the_figures_as_they_were(home: Path, mirror: str) -> None:
    (home / "duties.zip").mkdir(parents=True)

    with pytest.raises(NotUpdated, match=r"duties\.zip can't be written"):
        update(mirror)

    assert pack.in_use() == pack.SHIPPED


def test_a_full_disk_leaves_the_figures_as_they_were(
    home: Path, mirror: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("askwell.lib.download.os.fsync", full)

    with pytest.raises(OSError, match="No space"):
        update(mirror)

    assert pack.in_use() == pack.SHIPPED


@pytest.mark.django_db
def test_figures_that_the_database_has_no_room_for_are_not_in_use_beside_it_either(
    home: Path, mirror: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise OperationalError("database or disk is full")

    settings.HOME = home.parent
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)
    monkeypatch.setattr("askwell.explore.services._load", full)

    with pytest.raises(OperationalError):
        call_command("explore_update", from_address=mirror, stderr=io.StringIO())

    assert pack.in_use() == pack.SHIPPED
    assert not (home / "fresh.zip").exists()


@pytest.fixture
def with_history(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped pack knows the medians of 2015 and 2025, in dollars of 2025."""
    root = official.make(tmp_path / "with history")
    releases.tables(root)
    official.flat(root / "oe", year=2025)
    official.prices(root / "cpi", 2025)
    pack.build(root, tmp_path / "history.zip")
    monkeypatch.setattr(pack, "SHIPPED", tmp_path / "history.zip")


def past_of_nurses(home: Path) -> PayHistory:
    return pack.load(home / "figures.zip").occupations()[0].figures["pay_history"]


@pytest.mark.usefixtures("with_history")
def test_pay_of_past_years_goes_on_to_the_new_year_with_inflation_taken_out(home: Path, mirror: str) -> None:
    made = update(mirror)

    past = past_of_nurses(home)
    assert made
    assert made.sources["pay-history"].release == "May 2015 to May 2031"
    assert past["dollars_of"] == 2031
    assert past["years"] == [
        {"year": 2015, "median": 67_490, "real": round(67_490 * 1.24)},
        {"year": 2025, "median": 97_550, "real": round(97_550 * 124 / 115)},
        {"year": 2031, "median": 97_550, "real": 97_550},
    ]


@pytest.mark.usefixtures("with_history")
def test_a_new_year_stands_as_it_was_paid_while_its_prices_are_not_known(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    publishers.files[PRICES] = publishers.files[PRICES].replace(b"\t2031\tM13", b"\t2031\tS01")

    update(mirror)

    past = past_of_nurses(home)
    assert past["dollars_of"] == 2030
    assert past["years"][-1] == {"year": 2031, "median": 97_550}
    assert past["years"][0]["real"] == round(67_490 * 1.225)


@pytest.mark.usefixtures("with_history")
def test_prices_older_than_those_known_take_nothing_back(
    home: Path, mirror: str, publishers: Publishers, tmp_path: Path
) -> None:
    official.prices(tmp_path, 2024)
    publishers.files[PRICES] = (tmp_path / "cu.data.1.AllItems").read_bytes()

    update(mirror)

    past = past_of_nurses(home)
    assert past["dollars_of"] == 2025
    assert past["years"][1] == {"year": 2025, "median": 97_550, "real": 97_550}


@pytest.mark.usefixtures("with_history")
def test_without_consumer_prices_the_figures_are_new_and_say_so(
    home: Path, mirror: str, publishers: Publishers
) -> None:
    publishers.instead[PRICES] = [answer(b"", status="403 Forbidden")] * 2
    said: list[str] = []

    made = update(mirror, said)

    assert made
    assert any("Going on without consumer prices" in step for step in said)
    past = past_of_nurses(home)
    assert past["dollars_of"] == 2025
    assert [each.get("real") for each in past["years"]] == [round(67_490 * 1.15), 97_550, None]
    assert update(mirror) is None


@pytest.mark.usefixtures("with_history")
def test_what_the_handbook_tells_is_kept_from_the_pack_before(home: Path, mirror: str) -> None:
    made = update(mirror)

    assert made
    assert made.sources["handbook"].release == "August 2025"
    nurses = pack.load(home / "figures.zip").occupations()[0].figures
    assert nurses["handbook"]["licenses"]


def test_a_shipped_pack_with_a_newer_release_is_used_after_an_upgrade(
    home: Path, mirror: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(mirror)
    root = official.make(tmp_path / "newer")
    releases.projections(root / "emp", bls.Decade(2026, 2036))
    pack.build(root, tmp_path / "newer.zip")

    monkeypatch.setattr(pack, "SHIPPED", tmp_path / "newer.zip")

    assert pack.in_use() == tmp_path / "newer.zip"


def test_a_damaged_pack_at_home_is_passed_over_and_made_anew(home: Path, mirror: str) -> None:
    update(mirror)
    whole = (home / "figures.zip").read_bytes()
    middle = len(whole) // 2
    for damaged in (b"half a pack", whole[:middle], whole[:middle] + b"????" + whole[middle + 4 :]):
        (home / "figures.zip").write_bytes(damaged)
        assert pack.in_use() == pack.SHIPPED

    assert update(mirror)
    assert pack.in_use() == home / "figures.zip"


def test_damaged_sentences_are_made_anew(home: Path, mirror: str) -> None:
    update(mirror)
    (home / "duties.zip").write_bytes(b"half")

    assert update(mirror)
    assert read(home / "duties.zip", releases.NURSES)


@pytest.mark.django_db
def test_a_running_server_takes_the_new_figures_up(
    home: Path, mirror: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "_made", [])
    monkeypatch.setattr(finder, "_made_of", [])
    before, reached = finder.search(), selectors.projected()
    update(mirror)

    loaded = services.load_pack()

    assert reached == (2024, 2034)
    assert selectors.projected() == (2025, 2035)
    assert finder.search() is not before
    assert finder.search() is finder.search()
    assert loaded.manifest["sources"]["projections"]["release"] == "2025-35"
    nurses = Occupation.objects.get(soc=releases.NURSES)
    assert nurses.figures["projections"]["to_year"] == 2035


def test_killed_in_the_middle_nothing_is_broken_and_the_next_update_goes_on(
    home: Path, mirror: str, publishers: Publishers, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived, body = threading.Event(), publishers.files[PAY]

    def stall(connection: socket.socket, head: bytes) -> None:
        cut(body, 700)(connection, head)
        arrived.set()
        connection.recv(1)

    publishers.instead[PAY] = [stall]
    monkeypatch.setenv("ASKWELL_ALLOW_FETCH", "127.0.0.0/8")
    command = [*ASKWELL, "update", "--from-address", mirror]
    settings = os.environ | {"DJANGO_SETTINGS_MODULE": "askwell.settings"}
    with subprocess.Popen(command, env=settings, stderr=subprocess.DEVNULL) as running:  # noqa: S603 - our own command
        assert arrived.wait(180)
        wait_for((home / "downloads" / "oe.data.0.Current.part").exists)
        running.kill()
    assert pack.in_use() == pack.SHIPPED

    assert update(mirror)

    assert (home / "downloads" / "oe.data.0.Current").read_bytes() == body
    assert pack.in_use() == home / "figures.zip"
    assert not list(home.glob(".figures-*"))


def test_a_program_tells_publishers_whom_to_write_to(settings: Settings) -> None:
    settings.SOLO, settings.CAN_SEND, settings.DEFAULT_FROM_EMAIL = False, True, "ask@example.edu"

    assert "ask@example.edu" in download.agent()

    settings.SOLO = True
    assert "@" not in download.agent()


def test_without_a_network_the_command_says_so_quietly_and_changes_nothing(tmp_path: Path) -> None:
    done = run("update", "--from-address", "http://127.0.0.1:9", "--json", home=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert "could not be fetched" in done.stderr
    assert "left as they were" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Fetching" not in done.stderr
    assert not (tmp_path / "figures" / "figures.zip").exists()


def test_steps_are_told_in_plain_letters_and_not_in_the_color_of_a_fault() -> None:
    shown = io.StringIO()
    shown.isatty = lambda: True  # type: ignore[method-assign]
    command = explore_update.Command()
    command.stderr = OutputWrapper(shown)
    command.stderr.style_func = "red {}".format

    command.tell("Reading pay")
    command.tell("Going on without it.")

    assert shown.getvalue() == "Reading pay …\nGoing on without it.\n"


@pytest.mark.django_db
def test_what_could_not_be_fetched_is_said_and_nothing_is_called_the_newest(
    home: Path, mirror: str, publishers: Publishers, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HOME = home.parent
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)
    update(mirror)
    publishers.instead[PAY] = [answer(b"", status="403 Forbidden")]
    heard, said = io.StringIO(), io.StringIO()

    with pytest.raises(CommandError, match="Not everything could be fetched") as told:
        call_command("explore_update", from_address=mirror, stdout=said, stderr=heard)

    assert told.value.returncode == 1
    assert "Going on with oe.data.0.Current" in heard.getvalue()
    assert said.getvalue() == ""


@pytest.mark.django_db
@pytest.mark.usefixtures("with_history")
def test_files_on_disk_are_taken_into_use_as_an_update_is(
    home: Path, folder: Path, settings: Settings
) -> None:
    settings.HOME = home.parent
    said = io.StringIO()

    call_command("explore_build", folder=str(folder), stdout=said, stderr=io.StringIO())

    assert f"Built {home / 'figures.zip'}" in said.getvalue()
    assert pack.in_use() == home / "figures.zip"
    assert [each["year"] for each in past_of_nurses(home)["years"]] == [2015, 2025, 2031]
    assert read(home / "duties.zip", releases.NURSES)
    assert Occupation.objects.get(soc=releases.NURSES).figures["projections"]["to_year"] == 2035


def test_files_on_disk_that_can_not_be_true_leave_the_figures_as_they_were(tmp_path: Path) -> None:
    done = run("build", "--from", str(releases.make(tmp_path / "releases")), home=tmp_path / "home")

    assert done.returncode == 1
    assert "for 4 occupations, where" in done.stderr
    assert "The figures in use were left as they were." in done.stderr
    assert not (tmp_path / "home" / "figures" / "figures.zip").exists()


@pytest.mark.django_db
def test_programs_are_told_what_was_passed_over(
    home: Path, mirror: str, publishers: Publishers, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HOME = home.parent
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)
    publishers.files[ONET.replace("30_3", "31_0")] = renumbered(publishers.files[ONET], "31_0", "Zone")
    said = io.StringIO()

    call_command("explore_update", from_address=mirror, json=True, stdout=said, stderr=io.StringIO())

    answered = json.loads(said.getvalue())
    assert answered["changed"]
    assert answered["sources"]["onet"] == "30.3, May 2026"
    assert ["db_31_0_text.zip is out" in each for each in answered["missed"]] == [True]


@pytest.mark.django_db
def test_stopped_by_hand_it_says_what_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    def stopped(*args: object) -> None:
        raise KeyboardInterrupt

    settings.HOME = tmp_path
    monkeypatch.setattr("askwell.explore.management.commands.explore_update.update", stopped)

    with pytest.raises(CommandError, match="what has arrived is kept") as told:
        call_command("explore_update", stderr=io.StringIO())

    assert told.value.returncode == 130


def test_help_tells_what_will_happen() -> None:
    said = " ".join(explore_update.Command().create_parser("askwell", "explore update").format_help().split())

    assert "askwell explore update --from-address" in said
    assert "old figures as they were" in said
