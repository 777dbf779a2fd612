"""The rooms, in the order in which a person walks them; apps, URLs and navigation read this list."""

from typing import NamedTuple

SEEKER, HOST, COUNSELOR, COORDINATOR = "seeker", "host", "counselor", "coordinator"


class Room(NamedTuple):
    """One room: a Django app, a URL prefix and a command group of one name, and the place it belongs to.

    In a program its pages are for people with the role `of`; for everybody when it names none.
    """

    name: str
    place: str = ""
    has_pages: bool = True
    of: str = ""

    @property
    def app(self) -> str:
        """The app's dotted path."""
        return f"askwell.{self.name}"


class Place(NamedTuple):
    """One entry of the navigation: its words, its page and its icon, and whose it is in a program: everybody's, or of
    those roles; `also` names pages that lie in it though their room lies elsewhere."""

    label: str
    url_name: str
    icon: str
    of: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


ROOMS = (
    Room("lib", has_pages=False),
    Room("journal", has_pages=False),
    Room("accounts", "You"),
    Room("program", "Program", of=COORDINATOR),
    Room("guide", "Guides"),
    Room("explore", "Careers", of=SEEKER),
    Room("connect", "People", of=SEEKER),
    Room("ask", "Conversations", of=SEEKER),
    Room("meet", "Conversations", of=SEEKER),
    Room("gather", "Gatherings"),
    Room("prepare", "Conversations", of=SEEKER),
    Room("rehearse", "Conversations", of=SEEKER),
    Room("learn", "Conversations", of=SEEKER),
    Room("keep", "Conversations", of=SEEKER),
    Room("decide", "Decide", of=SEEKER),
    Room("desk", of=SEEKER),
    Room("office", has_pages=False),
)

PLACES = (
    Place("Today", "desk:today", "today"),
    Place("Careers", "explore:index", "careers", (SEEKER,)),
    Place("People", "connect:index", "people", (SEEKER,)),
    Place("Conversations", "meet:index", "conversations", (SEEKER,)),
    Place("Decide", "decide:index", "decide", (SEEKER,)),
)
MORE_PLACES = (
    Place("Guides", "guide:index", "guides"),
    Place("Program", "program:index", "people", (COORDINATOR,)),
)
PROGRAM_PLACES = (
    Place("Hosting", "meet:hosting", "conversations", (HOST, COUNSELOR), also=("meet:hosted",)),
    Place("Hours", "meet:hours", "clock", (HOST, COUNSELOR), also=("meet:limits", "meet:calendars")),
    Place("Gatherings", "gather:index", "gatherings"),
)
