"""Looking at a page as people do: on a phone and on a desk, by day and by night, by ear and by eye."""

import re
from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SHOTS = Path(__file__).parents[2] / "var" / "screenshots"
PHONE, DESKTOP = (390, 844), (1280, 800)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")


def look(page: Page, name: str) -> None:
    """Keep the page as four pictures, and hold it to the rules of accessibility by day and by night."""
    page.wait_for_load_state()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        hear(page, f"{name}, {scheme}")
        for size, (width, height) in {"phone": PHONE, "desktop": DESKTOP}.items():
            page.set_viewport_size({"width": width, "height": height})
            assert not runs_over(page), f"{name} is wider than a {size}"
            SHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SHOTS / f"{_slug(name)}-{size}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})


def hear(page: Page, name: str) -> None:
    """axe finds nothing."""
    found = Axe().run(page)

    assert found.violations_count == 0, f"{name}: {found.generate_report()}"


def runs_over(page: Page) -> bool:
    """Whether the page can be pushed sideways."""
    over: bool = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return over


def small_targets(page: Page) -> list[str]:
    """Buttons and links that stand alone and are smaller than a fingertip, 44 by 44 pixels."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('button, .btn, .places a, summary, input[type=radio], select')]
          .filter(e => e.offsetParent && e.checkVisibility() && !e.closest('.vh, [aria-hidden=true]'))
          .map(e => [e, (e.closest('label') || e).getBoundingClientRect()])
          .filter(([e, box]) => box.height > 0 && box.height < 43.5)
          .map(([e, box]) => `${e.textContent.trim().slice(0, 40)} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
    )
    return found


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
