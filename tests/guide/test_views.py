"""The pages of the guides."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User
from askwell.guide.articles import articles

ClientOf = Callable[[User], Client]
SLUGS = [article.slug for article in articles()]


@pytest.fixture
def reader(client_of: ClientOf, seeker: User) -> Client:
    """The seeker's own browser."""
    return client_of(seeker)


def test_the_list_names_every_guide_with_its_length(reader: Client) -> None:
    page = reader.get(reverse("guide:index")).content.decode()

    for article in articles():
        assert reverse("guide:article", args=[article.slug]) in page
    assert page.count("to read.") == len(articles())


@pytest.mark.parametrize("slug", SLUGS)
def test_a_guide_leads_to_its_tool_its_parts_and_the_others(reader: Client, slug: str) -> None:
    page = reader.get(reverse("guide:article", args=[slug])).content.decode()
    anchors = re.findall(r'href="#([^"]+)"', page.split("<main")[1])

    assert page.count("<h1>") == 1
    assert "Try it now" in page
    assert len(anchors) >= 3
    assert all(f'id="{anchor}"' in page for anchor in anchors)
    assert all(reverse("guide:article", args=[other]) in page for other in SLUGS if other != slug)


def test_an_unknown_guide_is_not_found(reader: Client) -> None:
    assert reader.get("/guide/no-such-guide").status_code == 404


@pytest.mark.django_db
def test_guides_are_behind_the_door() -> None:
    assert Client().get(reverse("guide:index")).status_code == 401
