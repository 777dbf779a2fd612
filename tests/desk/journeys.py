"""A journey with something in every table."""

from typing import Any

from askwell.accounts.models import User
from askwell.desk import journey_file, services


def whole_journey(seeker: User) -> dict[str, Any]:
    """The worked example's journey as this seeker's own; answers the file it was made from."""
    example = services.open_example(seeker, by=seeker)
    journey = journey_file.write(example)
    services.remove_example(seeker, by=seeker)
    journey["seeker"] = {"name": "Nadia", "about": "a senior", "time_zone": "America/Chicago"}
    journey["offered_times"] = [
        {"id": 1, "conversation": 3, "starts_at": "2026-12-01T15:00:00Z", "by_them": False}
    ]
    journey["decisions"] = [
        {
            "id": 1, "path": 1, "title": "I apply", "reasons": "It fits.", "first_step": "Write to the college",
            "weighed": {"chances": []}, "made_at": "2026-11-20T10:00:00Z",
        }
    ]  # fmt: skip
    return journey


def read(journey: dict[str, Any]) -> journey_file.Journey:
    """The same journey as the file's reader hands it on."""
    return journey_file.read(journey_file.as_text(journey))
