"""A fresh solo edition in a browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from pytest_playwright import CreateContextCallback

from askwell.accounts import services as accounts

Open = Callable[..., Page]


@pytest.fixture
def opened(live_server: LiveServer, new_context: CreateContextCallback) -> Open:
    """Open the printed address in a fresh browser of phone size; `java_script_enabled=False` goes without scripts."""

    def open_address(**options: object) -> Page:
        token = accounts.make_token(accounts.solo_seeker())
        context = new_context(
            viewport={"width": 390, "height": 844},
            base_url=live_server.url,
            timezone_id="America/Chicago",
            reduced_motion="reduce",
            **options,  # type: ignore[arg-type]
        )
        page = context.new_page()
        page.goto(f"/accounts/enter?token={token}")
        return page

    return open_address
