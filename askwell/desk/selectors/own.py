"""Small reads: the database, the example, what a file would bring."""

from django.db import connection

from askwell.accounts.models import User
from askwell.desk import journey_file


def database_answers() -> bool:
    """Whether the database answers; a fault of it is raised."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def example_of(owner: User) -> User | None:
    """The invented seeker of this person's worked example, if it was opened."""
    return User.objects.filter(example_of=owner).first()


def would_bring(read: journey_file.Journey, seeker: User) -> list[journey_file.Arrived]:
    """What a file holds that is new here, and what is there already; tables without either left out."""
    return [table for table in journey_file.preview(read, seeker) if table.new or table.known]
