"""Several tabs, the same moment."""

import pytest

from askwell.accounts.models import User
from askwell.explore.models import Path
from askwell.learn import services
from askwell.learn.models import Finding
from askwell.learn.services import Drafted
from askwell.meet.models import Conversation
from tests.at_once import at_once


@pytest.mark.django_db(transaction=True)
def test_a_finding_dropped_while_another_one_becomes_the_same_keeps_nobody_waiting(
    held: Conversation, path: Path, seeker: User
) -> None:
    for _ in range(8):
        one, two = (
            services.keep_finding(held, Drafted(words, "field", path), by=seeker) for words in ("One", "Two")
        )

        reasons = at_once(
            lambda one=one: services.change_finding(one, Drafted("Two", "field", path), by=seeker),  # type: ignore[misc]
            lambda two=two: services.drop_finding(two, by=seeker),  # type: ignore[misc]
        )

        assert reasons == ["", ""]
        assert [finding.pk for finding in Finding.objects.all()] == [one.pk]
        Finding.objects.all().delete()
