"""One person's way through all the rooms, a method for each."""

import json
import re
from datetime import timedelta
from typing import Any

import icalendar
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.hands import Pointer
from tests.journeys.looking import look, small_targets


class Walk:
    """Ada Palmer, who wonders about nursing and about maps."""

    def __init__(self, page: Page, hands: Pointer, *, scripts: bool, pictures: bool) -> None:
        self.page, self.hands, self.scripts, self.pictures = page, hands, scripts, pictures

    def press(self, name: str, **options: Any) -> None:
        self.hands.press(self.page.get_by_role("button", name=name, **options).first)

    def follow(self, name: str, **options: Any) -> None:
        self.hands.press(self.page.get_by_role("link", name=name, **options).first)

    def write(self, label: str, text: str) -> None:
        self.hands.write(self.page.get_by_role("main").get_by_label(label).first, text)

    def see(self, text: str) -> None:
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def picture(self, name: str) -> None:
        """Look at the page, on the walk that is for looking."""
        if self.pictures:
            assert small_targets(self.page) == [], name
            look(self.page, name)

    def greet(self) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Twenty minutes")
        self.picture("today new")
        self.follow("Pick a career you wonder about")
        self.page.wait_for_url("**/explore/")

    def explore(self) -> None:
        for query, career in (("nurse", "Registered nurses"), ("work with maps", "Cartographers")):
            self.page.goto("/explore/")
            self.hands.write(self.page.get_by_role("main").get_by_role("searchbox"), query)
            self.press("Look it up")
            self.picture(f"explore {query}")
            self.hands.press(
                self.page.get_by_role("main").get_by_role("link", name=re.compile(f"^{career}")).first
            )
            expect(self.page.get_by_role("heading", level=1)).to_contain_text(career)
            self.see("May 2025")
            self.press("Put it under consideration")
            self.see("On your paths")
        self.page.goto("/explore/?q=SDE")
        expect(self.page.get_by_role("main")).to_contain_text("Software developers")
        self.page.goto("/explore/")
        self.picture("explore with paths")

    def plan_a_question(self) -> None:
        self.page.goto("/explore/careers/29-1141")
        if self.scripts:
            self.press("Plan this")
            expect(self.page.get_by_text("Planned").first).to_be_visible()
        else:
            self.page.goto("/prepare/career/29-1141")
            self.press("Plan this")

    def introduce(self) -> None:
        self.page.goto("/accounts/you")
        self.write("Your name, as you sign a letter", "Ada Palmer")
        self.write("You in one line", "a junior at Harlow High School")
        self.write("Your time zone", "America/Chicago")
        self.press("Keep this")
        self.picture("you")

    def connect(self) -> None:
        self.page.goto("/connect/")
        self.picture("people new")
        self.follow("Add a person")
        self.press("Add this person")
        expect(self.page.get_by_role("alert")).to_contain_text("Please mend")
        edges = [
            self.page.get_by_label(label).evaluate("e => getComputedStyle(e).borderTopColor")
            for label in ("Their name", "What they do")
        ]
        assert edges[0] != edges[1], "a field with an error looks like one without"
        self.picture("people add with an error")
        self.write("Their name", "Ruth Okoro")
        self.write("What they do", "Charge nurse")
        self.write("Where they work", "Lakeside Hospital")
        self.write("E-mail address", "ruth@example.com")
        self.hands.choose(self.page.get_by_label("How do you know of them?"), "Family, friend or neighbor")
        self.write("In a few words", "a friend of my aunt Carol")
        self.hands.tick(self.page.get_by_label("Registered nurses"))
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
        self.hands.write(body, good)
        self.check_words()
        expect(self.page.get_by_role("button", name="Send the request")).to_be_enabled()
        self.press("Send the request")
        self.see("Copy it, and send it yourself")
        self.picture("letter")
        mailto = self.page.get_by_role("link", name="Open my mail program").get_attribute("href")
        assert mailto
        assert mailto.startswith("mailto:ruth@example.com?")
        self.press("I sent it", exact=True)

    def refuse(self, body: Any, text: str, word: str) -> None:
        self.hands.write(body, text)
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
        day, clock = (self.page.get_by_label(name, exact=True) for name in ("Day", "Time"))
        self.hands.set_moment(day, clock, soon.replace(hour=16, minute=30))
        self.hands.tick(self.page.get_by_label("By phone"))
        self.write("Link, number or address", "555 0137")
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
        assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=20)
        assert "Ruth Okoro" in str(event["SUMMARY"])

    def prepare(self) -> None:
        self.follow("Open the brief")
        questions = self.page.locator("main ol").last.locator("> li")
        expect(questions.last).to_contain_text("Who else should I talk to?")
        second = questions.nth(1).locator("p").first.inner_text()
        self.press("Ask question 2 earlier")
        expect(questions.nth(0)).to_contain_text(second)
        self.write("The question", "What do you wish you had known in your first year?")
        self.press("Add it")
        self.see("What do you wish you had known in your first year?")
        expect(questions.last).to_contain_text("Who else should I talk to?")
        self.picture("brief")

    def rehearse(self) -> None:
        self.follow("Say it aloud, with a clock")
        self.picture("rehearse")
        self.hands.tick(self.page.get_by_role("radio", name="3", exact=True))
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
            self.hands.press(drawer.locator("summary"))
        self.hands.write(box, text)
        if tag:
            self.hands.tick(drawer.get_by_label(tag, exact=True))

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
        self.hands.choose(first.get_by_label("About which path"), "Registered nurses")
        self.hands.choose(first.get_by_label("It speaks to"), "A day I would like")
        self.hands.tick(first.get_by_label("A little toward", exact=True))
        self.write("What does this say about you?", "I like that the days off are whole.")
        self.picture("findings")
        self.press("Keep these findings")

    def keep(self) -> None:
        self.follow("Write the thank-you")
        expect(self.page.get_by_label("Your thanks")).to_have_value(re.compile("Ruth|Ms. Okoro"))
        self.picture("thanks")
        self.press("On to sending")
        self.press("I sent it", exact=True)
        self.see("has been thanked")

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
        expect(self.page.get_by_role("main")).to_contain_text("1 finding")
        self.follow("Change what matters")
        self.hands.choose(self.page.get_by_label("How much").first, "matters a little")
        self.picture("decide what matters")
        self.page.get_by_role("button", name="Keep what matters").last.scroll_into_view_if_needed()
        self.hands.press(self.page.get_by_role("button", name="Keep what matters").last)
        expect(self.page.get_by_role("main")).to_contain_text("%")
        self.picture("decide")
        self.follow("Write down a decision")
        self.picture("decide write down")
        self.write("What you decided", "I shadow a unit before I apply")
        self.write("Your reasons", "The days off are whole, and the first year is what I fear.")
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
