"""Nobody is in two places: overlap is refused by the database itself, whichever database it is."""

from typing import Any

from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations

POSTGRESQL = """
ALTER TABLE meet_booking ADD CONSTRAINT nobody_is_in_two_places
EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
"""
# Times are kept as text in UTC, so that comparing them as text compares the moments.
SQLITE = """
CREATE TRIGGER nobody_is_in_two_places_{when} BEFORE {act} ON meet_booking
WHEN EXISTS (
  SELECT 1 FROM meet_booking WHERE person_id = NEW.person_id AND id IS NOT NEW.id
  AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at
)
BEGIN SELECT RAISE(ABORT, 'nobody_is_in_two_places'); END
"""


def guard(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        return
    schema_editor.execute(SQLITE.format(when="new", act="INSERT"))
    schema_editor.execute(SQLITE.format(when="moved", act="UPDATE"))


def unguard(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE meet_booking DROP CONSTRAINT nobody_is_in_two_places")
        return
    schema_editor.execute("DROP TRIGGER nobody_is_in_two_places_new")
    schema_editor.execute("DROP TRIGGER nobody_is_in_two_places_moved")


class Migration(migrations.Migration):
    dependencies = [("meet", "0003_times_already_booked")]

    operations = [BtreeGistExtension(), migrations.RunPython(guard, unguard)]
