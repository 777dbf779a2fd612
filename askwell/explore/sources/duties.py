"""What people in an occupation do, in the O*NET database's own sentences; never part of the shipped pack."""

from askwell.explore.sources.onet import CODE, Text, base
from askwell.explore.sources.reading import number

MOST = 12
RATED = ["Task ID", "Scale ID", "Data Value"]


def duties(text: Text) -> dict[str, dict[str, object]]:
    """Description and core tasks by SOC code, those that matter most first where the release rates them."""
    found: dict[str, dict[str, object]] = {}
    for row in text.table("Occupation Data", [CODE, "Description"]):
        if row[CODE] == base(row[CODE]):
            found[row[CODE][:7]] = {"description": row["Description"], "tasks": []}
    rated = _importance(text)
    tasks: dict[str, list[tuple[float, str]]] = {}
    for row in text.table("Task Statements", [CODE, "Task", "Task Type", *(["Task ID"] if rated else [])]):
        if row[CODE] == base(row[CODE]) and row["Task Type"] != "Supplemental":
            rank = -rated.get(row["Task ID"], 0.0) if rated else 0.0
            tasks.setdefault(row[CODE][:7], []).append((rank, row["Task"]))
    for soc, ranked in tasks.items():
        if soc in found:
            ranked.sort(key=lambda each: each[0])
            found[soc]["tasks"] = [task for _, task in ranked[:MOST]]
    return found


def _importance(text: Text) -> dict[str, float]:
    """How much each task matters, from 1 to 5; empty where the release has no ratings."""
    if not text.has("Task Ratings"):
        return {}
    name = text.file("Task Ratings")
    rows = (row for row in text.table("Task Ratings", RATED) if row["Scale ID"] == "IM")
    given = ((row["Task ID"], number(row["Data Value"], name, "Data Value")) for row in rows)
    return {task: value for task, value in given if value is not None}
