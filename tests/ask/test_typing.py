"""Typing a letter in a real browser: the marks keep up, the caret stays, no word is lost."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright import CreateContextCallback

from askwell.accounts.models import User
from askwell.ask.models import Letter
from askwell.connect import services as connect
from tests.faults.whole import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAME = "() => document.getElementById('marks').textContent === document.getElementById('id_body').value"
TYPE_ON_AND_LEAVE = """() => {
  const field = document.getElementById("id_body");
  field.value += " last words";
  field.dispatchEvent(new Event("input", {bubbles: true}));
  document.addEventListener("htmx:afterRequest", () => { location.href = "/connect/"; });
}"""
CARET = "() => document.getElementById('id_body').selectionStart"


@pytest.fixture
def editor(
    new_context: CreateContextCallback,
    live_server: LiveServer,
    seeker: User,
    client_of: Callable[[User], Client],
) -> Page:
    """The editor of a request, open in the seeker's browser."""
    contact = connect.add_contact(seeker, name="Priya Raman", role="Ward nurse", bond="stranger", by=seeker)
    cookie = client_of(seeker).cookies[settings.SESSION_COOKIE_NAME].value
    context = new_context(viewport={"width": 390, "height": 844})
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/ask/write/{contact.pk}")
    return page


def test_marks_appear_as_one_types_and_the_caret_stays(editor: Page) -> None:
    field = editor.locator("#id_body")
    field.fill("Hello Priya,\n\nI read your paper.\n\nThank you,\nNadia")
    field.press("Control+Home")
    field.press("End")
    field.press_sequentially(" Are you hiring?", delay=5)
    caret = editor.evaluate(CARET)

    expect(editor.locator(".spot--stop")).to_have_text("Are you hiring")
    expect(editor.get_by_role("button", name="Send the request")).to_be_disabled()
    assert editor.evaluate(SAME)
    assert editor.evaluate(CARET) == caret
    assert editor.evaluate("document.activeElement.id") == "id_body"
    expect(editor.locator("#kept")).to_have_text("This draft is kept.")


def test_marks_stay_in_step_between_two_checks(editor: Page) -> None:
    field = editor.locator("#id_body")
    field.fill("Dear [first name],\n\nHello.")
    expect(editor.locator(".spot--stop")).to_have_text("[first name]")

    field.press("Control+Home")
    field.press_sequentially("🙂 Oh ", delay=1)

    assert editor.evaluate(SAME)
    expect(editor.locator(".spot--stop")).to_have_text("[first name]")
    field.fill("")
    assert editor.evaluate(SAME)


def test_words_typed_just_before_leaving_are_kept(editor: Page) -> None:
    editor.locator("#id_body").press("Control+End")
    editor.locator("#id_body").press_sequentially(" PS: last words")
    editor.get_by_role("link", name="People", exact=True).first.click()
    editor.wait_for_url("**/connect/")

    wait_for(Letter.objects.filter(body__endswith="last words").exists)
    assert Letter.objects.get().body.endswith(" PS: last words")


def test_words_typed_while_earlier_ones_were_looked_at_are_kept_too(editor: Page) -> None:
    under_way: list[Route] = []
    editor.route("**/ask/check/*", lambda route: under_way.append(route))
    with editor.expect_request("**/ask/check/*"):
        editor.locator("#id_body").fill("Hello Priya,")
    editor.evaluate(TYPE_ON_AND_LEAVE)

    under_way[0].continue_()
    editor.wait_for_url("**/connect/")

    wait_for(Letter.objects.filter(body__endswith="last words").exists)
    assert Letter.objects.get().body == "Hello Priya, last words"


def test_one_press_takes_the_sentence_out(editor: Page) -> None:
    editor.locator("#id_body").fill("Hello Priya,\n\nI read your paper. Are you hiring?")

    editor.get_by_role("button", name="Take this sentence out").click()

    expect(editor.locator("#id_body")).to_have_value("Hello Priya,\n\nI read your paper.")
    editor.get_by_text("Earlier wordings").click()
    editor.get_by_role("button", name="Bring this one back").click()
    expect(editor.locator("#id_body")).to_have_value("Hello Priya,\n\nI read your paper. Are you hiring?")
