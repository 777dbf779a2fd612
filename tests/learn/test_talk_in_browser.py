"""The live page in a real browser: nothing typed is lost."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from askwell.accounts.models import User
from askwell.learn.models import Note
from askwell.meet.models import Conversation
from tests.faults.whole import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIRST = 'textarea[name$="-text"] >> nth=0'
KEPT = "#kept"


def sign_in(context: BrowserContext, live_server: LiveServer, seeker: User) -> BrowserContext:
    client = Client()
    client.force_login(seeker)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    return context


@pytest.fixture
def phone(context: BrowserContext, live_server: LiveServer, seeker: User) -> BrowserContext:
    """A browser in which the seeker is signed in."""
    return sign_in(context, live_server, seeker)


@pytest.fixture
def opened(
    phone: BrowserContext, live_server: LiveServer, talk: Conversation
) -> Iterator[Callable[[], Page]]:
    """Opens the live page in another tab; no script may fail on it."""
    faults: list[str] = []

    def tab() -> Page:
        page = phone.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(f"{live_server.url}/learn/{talk.pk}")
        return page

    yield tab
    assert not faults


def written() -> list[str]:
    return list(Note.objects.values_list("text", flat=True))


def test_what_is_typed_is_saved_by_itself(opened: Callable[[], Page]) -> None:
    page = opened()

    page.locator(FIRST).press_sequentially("Field days and lab days")
    expect(page.locator(KEPT)).to_have_text("Saved.")

    assert written() == ["Field days and lab days"]


def test_a_reload_in_mid_sentence_loses_nothing(opened: Callable[[], Page]) -> None:
    page = opened()

    page.locator(FIRST).fill("Half of it is")
    page.reload()

    expect(page.locator(FIRST)).to_have_value("Half of it is")
    expect(page.locator("details.done")).to_have_count(1)
    expect(page.locator(KEPT)).to_have_text(re.compile("Saved|as you type"))
    assert page.evaluate("localStorage.length") == 0
    assert written() == ["Half of it is"]


def test_words_typed_without_a_network_are_kept_and_sent_later(
    opened: Callable[[], Page], phone: BrowserContext
) -> None:
    page = opened()
    phone.set_offline(True)

    page.locator(FIRST).fill("Rain gauges, mostly")
    expect(page.locator(KEPT)).to_contain_text("No connection. Your words are kept on this device")
    assert written() == []
    phone.set_offline(False)
    expect(page.locator(KEPT)).to_have_text("Saved.")

    assert written() == ["Rain gauges, mostly"]


def test_a_reload_the_moment_the_network_is_back_shows_what_was_typed(
    opened: Callable[[], Page], phone: BrowserContext
) -> None:
    page = opened()

    for time in range(4):
        page.locator("details").first.evaluate("drawer => drawer.open = true")
        phone.set_offline(True)
        page.locator(FIRST).fill(f"Written while away, time {time}")
        phone.set_offline(False)
        page.reload()

        expect(page.locator(FIRST)).to_have_value(f"Written while away, time {time}")
    expect(page.locator(KEPT)).to_have_text(re.compile("Saved|as you type"))
    assert written() == ["Written while away, time 3"]


def lose_the_answer(route: Route) -> None:
    """The server takes what is sent; the sender never hears of it."""
    route.fetch()
    route.abort()


def test_words_whose_answer_was_lost_are_corrected_not_doubled(opened: Callable[[], Page]) -> None:
    page = opened()
    page.route("**/note", lose_the_answer)
    page.locator(FIRST).fill("Erly starts\nNo two days alike")
    expect(page.locator(KEPT)).to_contain_text("No connection")
    page.unroute("**/note")

    page.locator(FIRST).fill("Early starts\nNo two days alike")
    expect(page.locator(KEPT)).to_have_text("Saved.")

    assert written() == ["Early starts\nNo two days alike"]


def test_words_whose_answer_was_lost_are_corrected_after_a_reload(
    opened: Callable[[], Page], phone: BrowserContext
) -> None:
    page = opened()
    page.route("**/note", lose_the_answer)
    page.locator(FIRST).fill("Erly starts")
    expect(page.locator(KEPT)).to_contain_text("No connection")
    page.unroute("**/note")
    phone.set_offline(True)
    page.locator(FIRST).fill("Early starts")
    page.close()
    phone.set_offline(False)

    page = opened()
    expect(page.locator(FIRST)).to_have_value("Early starts")
    expect(page.locator(KEPT)).to_have_text(re.compile("Saved|as you type"))

    assert written() == ["Early starts"]


def test_a_crash_without_a_network_loses_nothing(opened: Callable[[], Page], phone: BrowserContext) -> None:
    page = opened()
    phone.set_offline(True)
    page.locator(FIRST).fill("She writes reports on Fridays")
    page.close()
    phone.set_offline(False)

    page = opened()

    expect(page.locator(FIRST)).to_have_value("She writes reports on Fridays")
    # What the closing page managed to hand over is on the server already; then nothing is left to send.
    expect(page.locator(KEPT)).to_have_text(re.compile("Saved|as you type"))
    assert written() == ["She writes reports on Fridays"]


def test_two_tabs_on_one_note_keep_both_texts(opened: Callable[[], Page]) -> None:
    one, two = opened(), opened()

    one.locator(FIRST).fill("Six in the morning.")
    expect(one.locator(KEPT)).to_have_text("Saved.")
    two.locator(FIRST).fill("Home by three.")
    expect(two.locator(KEPT)).to_have_text("Saved.")

    expect(two.locator(FIRST)).to_have_value("Six in the morning.\nHome by three.")
    assert written() == ["Six in the morning.\nHome by three."]


def test_two_tabs_that_lost_the_network_and_closed_lose_nothing(
    opened: Callable[[], Page], phone: BrowserContext
) -> None:
    one, two = opened(), opened()
    phone.set_offline(True)
    one.locator(FIRST).fill("Waders.")
    two.locator(FIRST).fill("A good coat.")
    one.close()
    two.close()
    phone.set_offline(False)

    page = opened()
    expect(page.locator(KEPT)).to_have_text(re.compile("Saved|as you type"))

    assert page.evaluate("localStorage.length") == 0
    assert set(written()[0].split("\n")) == {"Waders.", "A good coat."}


def test_typing_on_while_another_tab_wrote_keeps_every_word(opened: Callable[[], Page]) -> None:
    one, two = opened(), opened()
    one.locator(FIRST).fill("From the other tab.")
    expect(one.locator(KEPT)).to_have_text("Saved.")

    two.locator(FIRST).press_sequentially("A long sentence that takes a while to be typed", delay=60)
    expect(two.locator(KEPT)).to_have_text("Saved.")

    assert written() == ["From the other tab.\nA long sentence that takes a while to be typed"]


def test_a_session_that_ended_is_said_and_keeps_the_words(
    opened: Callable[[], Page], phone: BrowserContext, live_server: LiveServer, seeker: User
) -> None:
    page = opened()
    phone.clear_cookies()

    page.locator(FIRST).fill("Permits take months")
    expect(page.locator(KEPT)).to_contain_text("You are signed out. Your words are kept on this device")
    sign_in(phone, live_server, seeker)
    page.locator(FIRST).fill("Permits take months, or years")
    expect(page.locator(KEPT)).to_have_text("Saved.")

    assert written() == ["Permits take months, or years"]


def test_a_stale_safety_mark_is_renewed_without_a_word(
    opened: Callable[[], Page], phone: BrowserContext
) -> None:
    page = opened()
    phone.clear_cookies(name=settings.CSRF_COOKIE_NAME)

    page.locator(FIRST).fill("Nobody saw this coming")
    expect(page.locator(KEPT)).to_have_text("Saved.")

    assert written() == ["Nobody saw this coming"]


def test_a_tag_is_one_tap_on_and_one_tap_off(opened: Callable[[], Page]) -> None:
    page = opened()
    good = page.get_by_role("radio", name="Good").first

    good.click()
    expect(page.locator(KEPT)).to_have_text("Saved.")
    assert Note.objects.get().tag == "good"
    good.click()

    wait_for(Note.objects.filter(tag="").exists)


def test_the_words_of_a_dropped_question_come_back_as_a_loose_note(
    opened: Callable[[], Page], phone: BrowserContext, talk: Conversation
) -> None:
    page = opened()
    phone.set_offline(True)
    page.locator(FIRST).fill("Mostly driving")
    page.close()
    phone.set_offline(False)
    question = talk.questions.first()
    assert question
    question.delete()

    page = opened()
    expect(page.locator('[data-box="loose"] textarea')).to_have_value("Mostly driving")
    expect(page.locator(KEPT)).to_have_text("Saved.")

    assert Note.objects.get(question=None, asked="").text == "Mostly driving"


def test_the_clock_starts_without_a_network_and_the_server_hears_of_it(
    opened: Callable[[], Page], phone: BrowserContext, talk: Conversation
) -> None:
    page = opened()
    phone.set_offline(True)

    page.get_by_role("button", name="Start the clock").click()
    expect(page.locator("#clock b")).to_have_text(re.compile(r"^19:"))
    phone.set_offline(False)
    expect(page.locator(KEPT)).to_have_text("Saved.")

    talk.refresh_from_db()
    assert talk.began_at


def test_ending_without_a_network_stays_on_the_page_with_every_word(
    opened: Callable[[], Page], phone: BrowserContext, talk: Conversation
) -> None:
    page = opened()
    page.locator(FIRST).fill("Ask about grants")
    expect(page.locator(KEPT)).to_have_text("Saved.")
    phone.set_offline(True)

    page.get_by_role("button", name="End the conversation").click()
    expect(page.locator(KEPT)).to_contain_text("No connection")
    phone.set_offline(False)
    page.get_by_role("button", name="End the conversation").click()
    page.wait_for_url(f"**/learn/{talk.pk}/findings")

    talk.refresh_from_db()
    assert talk.status == "held"


def test_a_note_that_is_too_long_says_so_and_stays(opened: Callable[[], Page]) -> None:
    page = opened()
    text = "word " * 4001

    page.locator(FIRST).fill(text)
    expect(page.locator(".ask .wrong").first).to_contain_text("longer than 20,000 characters")

    assert page.locator(FIRST).input_value() == text
    assert written() == []


def test_without_scripts_one_button_saves_and_the_clock_says_until_when(
    browser: Browser, live_server: LiveServer, seeker: User, talk: Conversation
) -> None:
    plain = sign_in(browser.new_context(java_script_enabled=False), live_server, seeker)
    page = plain.new_page()
    page.goto(f"{live_server.url}/learn/{talk.pk}")

    page.locator(FIRST).fill("By hand")
    page.get_by_role("button", name="Start the clock").click()
    expect(page.locator("#clock")).to_contain_text("is when your 20 minutes are up")
    page.locator('textarea[name$="-text"] >> nth=1').fill("Also by hand")
    page.get_by_role("button", name="Save my notes").click()
    expect(page.get_by_text("Your notes are saved.")).to_be_visible()
    page.get_by_role("button", name="End the conversation").click()

    expect(page.get_by_role("heading", name="What did you find out?")).to_be_visible()
    assert written() == ["By hand", "Also by hand"]
    plain.close()
