"""The whole journey in a real browser, at phone size: with scripts, and again without."""

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.looking import look, small_targets

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("walk")]


class Walk:
    """One person's way through all the rooms, a method for each."""

    def __init__(self, page: Page, scripts: bool) -> None:
        self.page, self.scripts = page, scripts

    def press(self, name: str, **options: Any) -> None:
        self.page.get_by_role("button", name=name, **options).first.click()

    def follow(self, name: str, **options: Any) -> None:
        self.page.get_by_role("link", name=name, **options).first.click()

    def write(self, label: str, text: str) -> None:
        self.page.get_by_role("main").get_by_label(label).first.fill(text)

    def see(self, text: str) -> None:
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def picture(self, name: str) -> None:
        """Look at the page; pictures are taken on the walk with scripts, where the pages are the same."""
        if self.scripts:
            assert small_targets(self.page) == [], name
            look(self.page, name)

    def greet(self) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Twenty minutes")
        self.picture("today new")
        self.follow("Pick a career you wonder about")

    def explore(self) -> None:
        for query, career in (("nurse", "Registered nurses"), ("work with maps", "Cartographers")):
            self.page.goto("/explore/")
            self.page.get_by_role("main").get_by_role("searchbox").fill(query)
            self.press("Look it up")
            self.picture(f"explore {query}")
            self.page.get_by_role("main").get_by_role("link", name=re.compile(f"^{career}")).first.click()
            expect(self.page.get_by_role("heading", level=1)).to_contain_text(career)
            self.see("May 2025")
            self.press("Put it under consideration")
        self.page.goto("/explore/?q=SDE")
        expect(self.page.get_by_role("main")).to_contain_text("Software developers")
        self.page.goto("/explore/")
        self.picture("explore with paths")

    def plan_a_question(self) -> None:
        self.page.goto("/explore/careers/29-1141")
        if self.scripts:
            self.page.get_by_role("button", name="Plan this").first.click()
            expect(self.page.get_by_text("Planned").first).to_be_visible()
        else:
            self.page.goto("/prepare/career/29-1141")
            self.press("Plan this")

    def introduce(self) -> None:
        self.page.goto("/accounts/you")
        self.write("Your name, as you sign a letter", "Ada Palmer")
        self.page.get_by_label("You in one line").fill("a junior at Harlow High School")
        self.page.get_by_label("Your time zone").fill("America/Chicago")
        self.press("Keep this")
        self.picture("you")

    def connect(self) -> None:
        self.page.goto("/connect/")
        self.picture("people new")
        self.follow("Add a person")
        self.press("Add this person")
        expect(self.page.get_by_role("alert")).to_contain_text("Please mend")
        self.picture("people add with an error")
        self.write("Their name", "Ruth Okoro")
        self.page.get_by_label("What they do").fill("Charge nurse")
        self.page.get_by_label("Where they work").fill("Lakeside Hospital")
        self.page.get_by_label("E-mail address").fill("ruth@example.com")
        self.page.get_by_label("How do you know of them?").select_option("close")
        self.page.get_by_label("In a few words").fill("a friend of my aunt Carol")
        self.page.get_by_label("Registered nurses").check()
        self.press("Add this person")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Ruth Okoro")
        self.picture("person")

    def ask(self) -> None:
        self.follow("Open the draft")
        body = self.page.get_by_label("Message", exact=True)
        good = body.input_value()
        assert "Ada Palmer" in good
        self.refuse(body, "Dear [first name],\n\n" + good, "filled in")
        self.refuse(body, good + "\n\nAlso, is your unit hiring? Could you pass my resume along?", "job")
        self.picture("ask with trouble")
        body.fill(good)
        self.check_words()
        expect(self.page.get_by_role("button", name="Send the request")).to_be_enabled()
        self.press("Send the request")
        self.picture("letter")
        self.see("Copy it, and send it yourself")
        mailto = self.page.get_by_role("link", name="Open my mail program").get_attribute("href")
        assert mailto
        assert mailto.startswith("mailto:ruth@example.com?")
        self.press("I sent it", exact=True)

    def refuse(self, body: Any, text: str, word: str) -> None:
        body.fill(text)
        self.check_words()
        expect(self.page.locator("#mends")).to_contain_text(re.compile(word, re.IGNORECASE))
        expect(self.page.get_by_role("button", name="Send the request")).to_be_disabled()
        expect(body).to_have_value(text)

    def check_words(self) -> None:
        if not self.scripts:
            self.press("Check my words")

    def answer(self) -> None:
        self.see("They said yes")
        self.picture("request sent")
        self.press("They said yes")

    def meet(self) -> None:
        self.picture("conversation new")
        self.follow("Find a time")
        soon = timezone.localtime() + timedelta(days=2)
        self.page.get_by_label("Day", exact=True).fill(f"{soon:%Y-%m-%d}")
        self.page.get_by_label("Time", exact=True).fill("16:30")
        self.page.get_by_label("By phone").check()
        self.page.get_by_label("Link, number or address").fill("555 0137")
        self.picture("time")
        self.press("Keep this time")
        self.see("Central")
        self.picture("conversation booked")
        self.check_calendar()

    def check_calendar(self) -> None:
        link = self.page.get_by_role("link", name="Put it in my calendar").get_attribute("href")
        answer = self.page.request.get(f"{self.page.url.split('/meet')[0]}{link}")
        calendar = icalendar.Calendar.from_ical(answer.text())
        event = calendar.walk("VEVENT")[0]

        assert answer.headers["content-type"].startswith("text/calendar")
        assert event.duration == timedelta(minutes=20)
        assert "Ruth Okoro" in event["SUMMARY"]

    def prepare(self) -> None:
        self.follow("Open the brief")
        questions = self.page.locator("main ol").last.locator("> li")
        expect(questions.last).to_contain_text("Who else should I talk to?")
        second = questions.nth(1).locator("p").first.inner_text()
        self.press("Ask question 2 earlier")
        expect(questions.nth(0)).to_contain_text(second)
        self.page.get_by_label("The question").fill("What do you wish you had known in your first year?")
        self.press("Add it")
        self.see("What do you wish you had known in your first year?")
        expect(questions.last).to_contain_text("Who else should I talk to?")
        self.picture("brief")

    def rehearse(self) -> None:
        self.follow("Say it aloud, with a clock")
        self.picture("rehearse")
        self.page.get_by_role("radio", name="3", exact=True).check(force=True)
        self.press("I said it")
        expect(self.page.get_by_role("main")).to_contain_text("1")

    def talk(self) -> None:
        self.page.goto(self.page.url.replace("/rehearse/", "/learn/"))
        self.press("Start the clock")
        self.note(1, "Short shifts are gone; three twelves mean four days off.", "Good")
        self.note(2, "The first year is the hardest: two of six left.", "Bad")
        last = self.page.locator("details[data-question]:not([data-question=''])").count()
        self.note(last, "Talk to Sam Whitfield at the state health office, and to Dr. Lena Ortiz.", "")
        if self.scripts:
            self.lose_the_network_and_reload()
            self.picture("talk")
        else:
            self.press("Save my notes")
        self.press("End the conversation")

    def note(self, number: int, text: str, tag: str) -> None:
        box = self.page.get_by_label(f"Notes on question {number}", exact=True)
        drawer = self.page.locator("details").filter(has=box)
        if drawer.get_attribute("open") is None:
            drawer.locator("summary").click()
        box.fill(text)
        if tag:
            drawer.get_by_label(tag, exact=True).check(force=True)

    def lose_the_network_and_reload(self) -> None:
        self.page.context.set_offline(True)
        self.note(3, "Written while the network was away.", "")
        self.page.context.set_offline(False)
        self.page.reload()
        box = self.page.get_by_label("Notes on question 3", exact=True)
        expect(box).to_have_value("Written while the network was away.")

    def learn(self) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("What did you find out?")
        first = self.page.get_by_role("group", name=re.compile("^A finding")).first
        first.get_by_label("About which path").select_option(label="Registered nurses")
        first.get_by_label("A little toward", exact=True).check(force=True)
        self.page.get_by_label("What does this say about you?").first.fill(
            "I like that the days off are whole."
        )
        self.picture("findings")
        self.press("Keep these findings")

    def keep(self) -> None:
        if "/thanks" not in self.page.url:
            self.follow("On to the thank-you")
        expect(self.page.get_by_label("Your thanks")).to_have_value(re.compile("Ruth|Ms. Okoro"))
        self.picture("thanks")
        self.press("On to sending")
        self.press("I sent it", exact=True)

    def name_others(self) -> None:
        conversation = re.search(r"\d+", self.conversation_link())
        assert conversation
        self.page.goto(f"/keep/{conversation[0]}/named")
        expect(self.page.get_by_role("group", name="Sam Whitfield")).to_be_visible()
        self.picture("named")
        self.press("Put them on my list")
        self.page.goto("/connect/")
        expect(self.page.get_by_role("main")).to_contain_text("Sam Whitfield")
        self.picture("people")

    def conversation_link(self) -> str:
        self.page.goto("/meet/")
        self.picture("conversations")
        return (
            self.page.get_by_role("main")
            .get_by_role("link", name=re.compile("Ruth"))
            .first.get_attribute("href")
            or ""
        )

    def decide(self) -> None:
        self.page.goto("/decide/")
        if self.page.get_by_role("link", name="Say what matters").count():
            self.follow("Say what matters")
            self.press("Keep what matters")
        self.page.goto("/decide/")
        expect(self.page.get_by_role("main")).to_contain_text("%")
        self.picture("decide")
        self.follow("Write down a decision")
        self.picture("decide write down")
        self.page.get_by_label("What you decided").fill("I shadow a unit before I apply")
        self.page.get_by_label("Your reasons").fill(
            "The days off are whole, and the first year is what I fear."
        )
        self.press("Keep this decision")
        self.see("I shadow a unit before I apply")
        self.picture("decision")

    def take_it_out(self) -> None:
        self.page.goto("/your-data")
        self.picture("your data")
        for form, mark in (("json", b"askwell-journey"), ("html", b"<!doctype html>"), ("pdf", b"%PDF")):
            answer = self.page.request.get(f"/your-data/export?form={form}")

            assert answer.ok, form
            assert mark.lower() in answer.body()[:400].lower(), form
        journey = json.loads(self.page.request.get("/your-data/export?form=json").body())
        assert "Ruth Okoro" in json.dumps(journey)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_i_wonder_to_a_decision(opened: Open, scripts: bool, tmp_path: Path) -> None:
    page = opened(java_script_enabled=scripts)
    troubles: list[str] = []
    page.on("pageerror", lambda fault: troubles.append(str(fault)))
    walk = Walk(page, scripts)

    walk.greet()
    walk.explore()
    walk.plan_a_question()
    walk.introduce()
    walk.connect()
    walk.ask()
    walk.answer()
    walk.meet()
    walk.prepare()
    walk.rehearse()
    walk.talk()
    walk.learn()
    walk.keep()
    walk.name_others()
    walk.decide()
    walk.take_it_out()

    assert troubles == []
