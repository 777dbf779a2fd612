"""The browser that the journeys walk in: the system's own, installed from its packages where we may."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
PACKAGES = ("chromium", "fonts-liberation", "libatomic1")
"""The last is what the program that drives the browser needs, and a bare Debian lacks."""
MISSING = (
    "The browser tests need Chromium and libatomic, and one of them is not on this machine.\n"
    "Install them with: sudo apt-get install chromium libatomic1   (then run the tests again)\n"
)


def find() -> str | None:
    """Where the browser is; None when there is none."""
    return next((path for name in NAMES if (path := shutil.which(name)) and _starts(path)), None)


def _starts(path: str) -> bool:
    """Ubuntu ships a stand-in that only says where to get a browser."""
    return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0  # noqa: S603 - a path that `which` found


def is_ready() -> bool:
    """Whether there is a browser, and the program that drives it starts."""
    return find() is not None and _starts(compute_driver_executable()[0])


def install() -> None:
    """From Debian's packages, when we are root and there are such packages."""
    if os.geteuid() != 0 or not Path("/usr/bin/apt-get").exists():
        return
    sys.stderr.write("Installing Chromium for the browser tests.\n")
    for command in (
        ["update", "-qq"],
        ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES],
    ):
        subprocess.run(["/usr/bin/apt-get", *command], env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})  # noqa: S603 - fixed words


def main() -> None:
    """Make sure there is a browser, or say in one sentence what is missing."""
    if not is_ready():
        install()
    if not is_ready():
        sys.exit(MISSING)


if __name__ == "__main__":
    main()
