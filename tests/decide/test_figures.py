import pytest

from askwell.accounts.models import User
from askwell.decide import figures
from askwell.explore.models import Release
from tests.decide.journeys import NURSES, consider


@pytest.mark.django_db
def test_nurses_are_paid_more_than_most_by_the_shipped_figures(seeker: User) -> None:
    [path] = consider(seeker, NURSES)

    read = figures.of_paths([path], Release.objects.get())[path.pk]

    assert read.pay_percentile is not None
    assert 70 < read.pay_percentile < 95
    assert read.change_percent_all is not None


@pytest.mark.django_db
def test_a_figure_names_publisher_and_release(seeker: User) -> None:
    [path] = consider(seeker, NURSES)

    source = figures.source_of("pay", path, Release.objects.get())

    assert "Bureau of Labor Statistics" in source
    assert "2025" in source
    assert figures.source_of("own", path, Release.objects.get()) == ""
