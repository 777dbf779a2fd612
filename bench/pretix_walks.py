"""How one person comes to a seat over HTTP, with us and with pretix: every page of a browser, or only what must be sent."""

import http.client
import json
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

TOKEN = "b" * 32
LEVELS = ("every page", "what must be sent", "interface", "service")
Said = tuple[str, int]
"""What became of it, and how many requests it took."""


SEAT = "seat"


class Fault(Exception):
    """An answer that no step expects."""


@dataclass
class Browser:
    """One person's connection and cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    asked: int = 0

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def get(self, path: str) -> tuple[int, str, str]:
        """Open a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, **said: str) -> tuple[int, str, str]:
        """Send a form."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode({"csrfmiddlewaretoken": TOKEN} | said), kind)

    def post_json(self, path: str, said: dict[str, Any]) -> tuple[int, str, str]:
        """Send to an interface for programs."""
        return self._ask("POST", path, json.dumps(said), {"Content-Type": "application/json"})

    def _ask(
        self, verb: str, path: str, body: str | None, more: dict[str, str] | None = None
    ) -> tuple[int, str, str]:
        """The status, where it leads, and the words of the answer."""
        self.asked += 1
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = self.headers | {"Cookie": cookie} | (more or {})
        self.connection.request(verb, path, body, headers)
        answer = self.connection.getresponse()
        said = answer.read().decode()
        for one in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = one.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, answer.headers.get("Location", ""), said


def look(port: int, path: str, cookies: dict[str, str]) -> Said:
    """One page."""
    browser = Browser(port, cookies)
    with closing(browser.connection):
        expect(200, browser.get(path))
    return "looked", browser.asked


def ours(port: int, code: str, cookies: dict[str, str], *, whole: bool) -> Said:
    """The page of the gathering, the button, the page again; or the button alone, whose answer is told as a seat."""
    browser, page = Browser(port, cookies), f"/gather/{code}"
    with closing(browser.connection):
        if whole:
            expect(200, browser.get(page))
        expect(302, browser.post(f"{page}/take", answer=""))
        waits = whole and " on the waiting list</h2>" in expect(200, browser.get(page))[2]
    return "a place on the list" if waits else SEAT, browser.asked


def pretix(port: int, shop: dict[str, Any], number: int, *, whole: bool) -> Said:
    """The shop, the cart, the address, the summary, the order; or only what must be sent for it."""
    browser = Browser(port, {"pretix_csrftoken": TOKEN})
    root = f"/bench/{shop['slug']}"
    with closing(browser.connection):
        if whole:
            expect(200, browser.get(f"{root}/"))
        if why := _background(browser, f"{root}/cart/add", said={f"item_{shop['item']}": "1"}):
            return why, browser.asked
        if whole:
            _, way, _ = expect(302, browser.get(f"{root}/checkout/start"))
            expect(200, browser.get(way))
        form = f"{root}/checkout/questions/"
        _, way, _ = expect(302, browser.post(form, email=f"p{number}@example.org"))
        if whole:
            expect(200, browser.get(way))
        why = _background(browser, f"{root}/checkout/confirm/", then_look=whole)
    return why or SEAT, browser.asked


def _background(
    browser: Browser, path: str, *, said: dict[str, str] | None = None, then_look: bool = False
) -> str:
    """Send what pretix does in the background, and ask until it is done; why not, when it is refused."""
    found = json.loads(expect(200, browser.post(path, ajax="1", **(said or {})))[2])
    check = found.get("check_url", "")
    while "redirect" not in found:
        found = json.loads(expect(200, browser.get(check))[2])
    if not found.get("success"):
        return str(found["message"])
    if then_look:
        expect(200, browser.get(urlsplit(found["redirect"])._replace(scheme="", netloc="").geturl()))
    return ""


def interface(port: int, shop: dict[str, Any], number: int) -> Said:
    """One request to pretix's interface for programs, which orders for a person."""
    browser = Browser(port, headers={"Authorization": f"Token {shop['token']}"})
    order = {
        "email": f"p{number}@example.org",
        "locale": "en",
        "status": "p",
        "payment_provider": "free",
        "send_email": True,
        "positions": [{"item": shop["item"]}],
    }
    with closing(browser.connection):
        path = f"/api/v1/organizers/bench/events/{shop['slug']}/orders/"
        status, _, said = browser.post_json(path, order)
    return SEAT if status == 201 else said, browser.asked


def expect(status: int, answer: tuple[int, str, str]) -> tuple[int, str, str]:
    """The answer, if it is of this status."""
    if answer[0] != status:
        raise Fault(f"answered {answer[0]}, not {status}: {answer[1]} {answer[2][:200]}")
    return answer


@dataclass
class Rush:
    """Everybody at once: when it began, how long it took, what each was told, and the requests of each who got a seat."""

    begun: float
    seconds: float
    said: Counter[str] = field(default_factory=Counter)
    requests: float = 0


def hurry(walk: Callable[[int], Said], people: int, hands: int) -> Rush:
    """Everybody walks, so many at a time."""

    def one(number: int) -> Said:
        try:
            return walk(number)
        except (Fault, OSError, http.client.HTTPException) as fault:
            return f"fault: {fault}", 0

    begun, start = time.time(), time.perf_counter()
    with ThreadPoolExecutor(hands) as pool:
        every = list(pool.map(one, range(people)))
    seconds = time.perf_counter() - start
    seated = [requests for said, requests in every if said == SEAT]
    return Rush(begun, seconds, Counter(said for said, _ in every), sum(seated) / max(len(seated), 1))
