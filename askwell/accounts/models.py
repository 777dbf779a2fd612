"""Who you are."""

from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person. In the solo edition there is one, and the invented seeker of the worked example."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField("your name", max_length=80, blank=True)
    about = models.CharField("about you", max_length=160, blank=True)
    time_zone = models.CharField("time zone", max_length=60, blank=True)
    example_of = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="example"
    )

    REQUIRED_FIELDS = []

    def __str__(self) -> str:
        return self.name or self.username

    @property
    def is_example(self) -> bool:
        """Whether this is the invented seeker of a worked example."""
        return self.example_of_id is not None

    @cached_property
    def role_names(self) -> frozenset[str]:
        """What this person is in a program."""
        return frozenset(role.name for role in self.roles.all())


class RoleName(models.TextChoices):
    """What a person may be in a program."""

    SEEKER = "seeker"
    HOST = "host"
    COUNSELOR = "counselor"
    COORDINATOR = "coordinator"


class Role(models.Model):
    """One of the things a person is; a person may be several."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="roles")
    name = models.CharField(max_length=12, choices=RoleName)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "name"], name="a_role_is_held_once"),
        ]

    def __str__(self) -> str:
        return self.name


class SignInToken(models.Model):
    """The secret in the printed address; only its digest is kept, and it opens the door once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"token {self.pk}"
