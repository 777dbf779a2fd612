"""Careers worth asking about, and what this seeker weighs."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

if TYPE_CHECKING:
    from askwell.accounts.models import User


class Release(models.Model):
    """The pack of public figures that was loaded: its digest and what it was built from."""

    digest = models.CharField(max_length=64, unique=True)
    loaded_at = models.DateTimeField(auto_now=True)
    manifest = models.JSONField()
    totals = models.JSONField("all occupations together")
    states = models.JSONField("states by postal code, with price levels")

    class Meta:
        get_latest_by = "loaded_at"

    def __str__(self) -> str:
        return self.digest[:12]


class Occupation(models.Model):
    """A public entry with a SOC code and its figures; a figure that was not published is absent, never zero."""

    soc = models.CharField("SOC code", max_length=7, unique=True)
    title = models.CharField(max_length=200)
    group = models.CharField(max_length=120)
    figures_soc = models.CharField(max_length=7, blank=True)
    figures_title = models.CharField(max_length=200, blank=True)
    median_pay = models.IntegerField("median pay, dollars a year", null=True)
    change_percent = models.FloatField("projected change in jobs, percent", null=True)
    openings = models.IntegerField("openings a year", null=True)
    entry_education = models.CharField(max_length=60, blank=True)
    job_zone = models.PositiveSmallIntegerField(null=True)
    figures = models.JSONField(default=dict)

    class Meta:
        ordering = ["title"]
        # Where a pay stands among all is read from here, past the bulk of the figures.
        indexes = [models.Index(fields=["median_pay"], name="occupation_by_median_pay")]

    def __str__(self) -> str:
        return self.title


class PathQuerySet(models.QuerySet["Path"]):
    """Paths, by who may see them."""

    def visible_to(self, user: "User") -> "PathQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)

    def considered(self) -> "PathQuerySet":
        """Those still on the table."""
        return self.filter(set_aside_at=None)

    def named(self) -> "PathQuerySet":
        """With what they are called, and without the bulk of their figures."""
        return self.select_related("occupation").defer("occupation__figures", "footing")


class Path(models.Model):
    """An occupation, maybe in one industry, company or place, that this seeker weighs."""

    seeker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="paths")
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT)
    narrowed = models.CharField("where or for whom", max_length=120, blank=True)
    footing = models.JSONField("the figures that what is held about it rests on", default=dict, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    set_aside_at = models.DateTimeField(null=True, blank=True)

    objects = PathQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seeker", "occupation", "narrowed"], name="a_path_is_weighed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation.title}, {self.narrowed}" if self.narrowed else self.occupation.title


class CriterionQuerySet(models.QuerySet["Criterion"]):
    """Criteria, by who may see them."""

    def visible_to(self, user: "User") -> "CriterionQuerySet":
        """A seeker sees their own."""
        return self.filter(seeker=user)


class Criterion(models.Model):
    """What matters to this seeker, how much, and which public figure speaks to it."""

    seeker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="criteria")
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, default="own")
    wants_more = models.BooleanField(default=True)
    weight = models.PositiveSmallIntegerField(
        default=3, validators=[MinValueValidator(0), MaxValueValidator(5)]
    )
    position = models.PositiveSmallIntegerField(default=0)

    objects = CriterionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["seeker", "name"], name="a_criterion_is_named_once"),
            models.CheckConstraint(condition=models.Q(weight__lte=5), name="weight_is_0_to_5"),
        ]

    def __str__(self) -> str:
        return self.name
