"""The hands of a person in front of a page: a pointer, or a keyboard alone."""

from contextlib import suppress
from datetime import datetime

from playwright.sync_api import Error, Locator, Page, Request

FARTHEST = 200
HAS_FOCUS = "e => e === document.activeElement"
SAME_GROUP = "e => e.type === 'radio' && e.name === document.activeElement?.name && e.form === document.activeElement.form"
RING = "() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' && s.outlineWidth !== '0px' }"


def press(target: Locator) -> None:
    """A button or a link that leads to a page, until that page is there whole."""
    with target.page.expect_navigation():
        target.click()


class Pointer:
    """Clicks, taps and types, and waits for what a press leads to before it looks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.under_way: set[Request] = set()
        page.on("request", lambda request: self.under_way.add(request))
        page.on("requestfinished", lambda request: self.under_way.discard(request))
        page.on("requestfailed", lambda request: self.under_way.discard(request))

    def press(self, target: Locator) -> None:
        """A button, a link, a drawer."""
        target.click()
        self.arrive()

    def arrive(self) -> None:
        """Wait until nothing is on its way any more: a picture taken sooner shows a page without its styles."""
        with suppress(Error):  # the page is gone already
            self.page.evaluate("0")  # once it answers, what a key leads to has begun
        still = 0
        while still < 3:
            self.page.wait_for_timeout(60)
            still = 0 if self.under_way else still + 1
        self.page.wait_for_load_state()

    def write(self, target: Locator, text: str) -> None:
        """Words into a field, in place of what is there."""
        target.fill(text)

    def choose(self, target: Locator, label: str) -> None:
        """One of a list."""
        target.select_option(label=label)

    def tick(self, target: Locator) -> None:
        """A box or one of several."""
        target.check(force=True)

    def set_moment(self, day: Locator, clock: Locator, moment: datetime) -> None:
        """A day and a time of day."""
        day.fill(f"{moment:%Y-%m-%d}")
        clock.fill(f"{moment:%H:%M}")


class Keyboard(Pointer):
    """Tab, arrows, Enter and letters; every stop must show where it is."""

    def reach(self, target: Locator) -> None:
        """Tab until the target has the focus."""
        target.wait_for(state="attached")
        for _ in range(FARTHEST):
            if target.evaluate(HAS_FOCUS) or target.evaluate(SAME_GROUP):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {target}")

    def press(self, target: Locator) -> None:
        self.reach(target)
        assert self.page.evaluate(RING), f"no focus ring on {target}"
        self.page.keyboard.press("Enter")
        self.arrive()

    def write(self, target: Locator, text: str) -> None:
        self.reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)

    def choose(self, target: Locator, label: str) -> None:
        self.reach(target)
        self.page.keyboard.press("Home")
        for _ in range(FARTHEST):
            if target.evaluate("s => s.selectedOptions[0]?.text.trim()") == label:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"there is no “{label}” to choose")

    def tick(self, target: Locator) -> None:
        self.reach(target)
        for _ in range(FARTHEST):
            if target.evaluate(HAS_FOCUS):
                break
            self.page.keyboard.press("ArrowRight")
        if not target.is_checked():
            self.page.keyboard.press("Space")
        assert target.is_checked()

    def set_moment(self, day: Locator, clock: Locator, moment: datetime) -> None:
        self.reach(day)
        self.page.keyboard.type(f"{moment:%m%d%Y}")
        self.reach(clock)
        self.page.keyboard.type(f"{moment:%I%M%p}")
