import pytest

from askwell.accounts.models import User
from askwell.decide import figures
from askwell.explore.models import Occupation, Path, Release
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


@pytest.mark.django_db
def test_pay_that_is_adjusted_to_a_place_names_its_price_levels() -> None:
    path, release = Path(occupation=Occupation.objects.get(soc="29-1141")), Release.objects.get()

    adjusted = figures.source_of("pay", path, release, adjusted=True)

    assert "Regional Price Parities" in adjusted
    assert "Regional Price Parities" not in figures.source_of("pay", path, release)
