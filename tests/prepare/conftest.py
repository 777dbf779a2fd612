"""A seeker who weighs two paths and is to talk with a nurse."""

from datetime import UTC, datetime, timedelta

import pytest

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.explore.models import Criterion, Occupation, Path
from askwell.meet import services as meet
from askwell.meet.models import Conversation


@pytest.fixture
def nursing(seeker: User) -> Path:
    """The first path."""
    return Path.objects.create(seeker=seeker, occupation=Occupation.objects.get(soc="29-1141"))


@pytest.fixture
def statistics(seeker: User) -> Path:
    """The second path."""
    return Path.objects.create(seeker=seeker, occupation=Occupation.objects.get(soc="15-2041"))


@pytest.fixture
def marcus(seeker: User, nursing: Path) -> Contact:
    """A charge nurse who can speak to nursing."""
    Criterion.objects.create(seeker=seeker, name="Steady hours", kind="steady_hours", weight=5)
    contact = Contact.objects.create(
        seeker=seeker, name="Marcus Bell", role="charge nurse", organization="Mercy General"
    )
    contact.paths.add(nursing)
    return contact


@pytest.fixture
def planned(seeker: User, marcus: Contact) -> Conversation:
    """He agreed to talk, so there is a brief."""
    return meet.plan(marcus, by=seeker)


@pytest.fixture
def held(seeker: User, planned: Conversation) -> Conversation:
    """They talked."""
    meet.book(
        planned, starts_at=datetime.now(UTC) + timedelta(days=1), minutes=20, time_zone="UTC",
        place="phone", place_details="", by=seeker,
    )  # fmt: skip
    return meet.hold(planned, by=seeker)
