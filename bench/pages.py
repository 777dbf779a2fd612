"""Every page of the worked example: server time, bytes on a first view, layout shift. One table.

    python -m bench.pages [--rounds 15]

Server time is the time to the last byte of the page over loopback, median of the rounds, compression
included. Bytes are what Chromium received for the page and everything it loads, with an empty cache.
"""

import argparse
import http.client
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests import chromium
from tests.serving import Server

SKIP = ("/static/", "/healthz", "/desk/export", "/export", "mailto:", ".ics", "/accounts/enter")
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 300);
})"""


def kind_of(path: str) -> str:
    """The page, whichever row or career it shows."""
    path = re.sub(r"/\d\d-\d{4}", "/SOC", path.split("?")[0])
    path = re.sub(r"/\d\d\.\d{4}", "/CIP", path)
    return re.sub(r"/\d+", "/N", path)


def crawl(context: BrowserContext, root: str) -> dict[str, str]:
    """One address of every kind of page that links lead to from Today."""
    page, found, waiting = context.new_page(), {}, ["/"]
    while waiting:
        path = waiting.pop(0)
        if kind_of(path) in found:
            continue
        answer = page.goto(root + path)
        if not answer or "text/html" not in answer.headers.get("content-type", ""):
            continue
        found[kind_of(path)] = path
        links = page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))")
        waiting += [link.split("#")[0] for link in links if not any(s in link for s in SKIP)]
    page.close()
    return found


def timed(port: int, path: str, cookie: str, rounds: int) -> float:
    """Milliseconds to the last byte: the median of the rounds, after one that does not count."""
    connection, times = http.client.HTTPConnection("127.0.0.1", port), []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
        connection.getresponse().read()
        times.append((time.perf_counter() - begun) * 1000)
    connection.close()
    return statistics.median(times[1:])


def first_view(browser: Browser, state: object, address: str) -> tuple[float, float]:
    """Kilobytes received and layout shift of a first view on a phone."""
    context = browser.new_context(storage_state=state, viewport={"width": 390, "height": 844})  # type: ignore[arg-type]
    page, received = context.new_page(), [0.0]
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda e: received.append(e["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    shift = page.evaluate(SHIFT)
    context.close()
    return sum(received) / 1000, shift


def measure(rounds: int) -> Iterator[tuple[str, float, float, float]]:
    """Each kind of page with its three figures."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder) / "home") as server,
        sync_playwright() as p,
    ):
        browser = p.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.address)
        page.get_by_role("button", name="Open the example").click()
        page.wait_for_load_state()
        state, cookies = context.storage_state(), context.cookies()
        cookie = "; ".join(f"{c['name']}={c['value']}" for c in cookies)
        for kind, path in sorted(crawl(context, server.root).items()):
            kilobytes, shift = first_view(browser, state, server.root + path)
            yield kind, timed(server.port, path, cookie, rounds), kilobytes, shift
        browser.close()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    rows = list(measure(parser.parse_args().rounds))
    print(f"{'page':<34} {'server ms':>10} {'KB first view':>14} {'layout shift':>13}")
    for kind, ms, kilobytes, shift in rows:
        print(f"{kind:<34} {ms:>10.1f} {kilobytes:>14.1f} {shift:>13.4f}")
    print(
        f"{'the most (bounds: 50, 60, 0)':<34} {max(r[1] for r in rows):>10.1f} "
        f"{max(r[2] for r in rows):>14.1f} {max(r[3] for r in rows):>13.4f}"
    )


if __name__ == "__main__":
    main()
