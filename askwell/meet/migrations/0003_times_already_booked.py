"""Conversations that were booked before bookings had rows of their own get theirs."""

from datetime import datetime, timedelta
from typing import Any

from django.db import migrations


def book(apps: Any, schema_editor: Any) -> None:
    conversation, booking = (apps.get_model("meet", name) for name in ("Conversation", "Booking"))
    taken: dict[int, datetime] = {}
    rows = []
    for one in conversation.objects.filter(status="booked").order_by("starts_at", "pk"):
        ends_at = one.starts_at + timedelta(minutes=one.minutes)
        # A file taken in could hold two at one time; the earlier keeps its hour, the other shows as it was.
        if one.starts_at < taken.get(one.seeker_id, one.starts_at):
            continue
        taken[one.seeker_id] = ends_at
        rows.append(
            booking(person_id=one.seeker_id, conversation=one, starts_at=one.starts_at, ends_at=ends_at)
        )
    booking.objects.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("meet", "0002_bookings")]

    operations = [migrations.RunPython(book, migrations.RunPython.noop)]
