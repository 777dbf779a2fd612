"""The rooms, in the order in which a person walks them; apps, URLs and navigation read this list."""

from typing import NamedTuple


class Room(NamedTuple):
    """One room: a Django app, a URL prefix and a command group of one name, and the place it belongs to."""

    name: str
    place: str = ""
    has_pages: bool = True

    @property
    def app(self) -> str:
        """The app's dotted path."""
        return f"askwell.{self.name}"


class Place(NamedTuple):
    """One entry of the navigation: its words, its page and its icon."""

    label: str
    url_name: str
    icon: str


ROOMS = (
    Room("lib", has_pages=False),
    Room("journal", has_pages=False),
    Room("accounts", "You"),
    Room("program", has_pages=False),
    Room("guide", "Guides"),
    Room("explore", "Careers"),
    Room("connect", "People"),
    Room("ask", "Conversations"),
    Room("meet", "Conversations"),
    Room("gather", has_pages=False),
    Room("prepare", "Conversations"),
    Room("rehearse", "Conversations"),
    Room("learn", "Conversations"),
    Room("keep", "Conversations"),
    Room("decide", "Decide"),
    Room("desk"),
    Room("office", has_pages=False),
)

PLACES = (
    Place("Today", "desk:today", "today"),
    Place("Careers", "explore:index", "careers"),
    Place("People", "connect:index", "people"),
    Place("Conversations", "meet:index", "conversations"),
    Place("Decide", "decide:index", "decide"),
)
MORE_PLACES = (Place("Guides", "guide:index", "guides"),)
