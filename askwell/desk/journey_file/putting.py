"""A journey from a file into a seeker's own: what is there already stays as it is; all or nothing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, models, transaction

from askwell.ask.models import Letter, LetterStatus
from askwell.desk.journey_file.reading import Journey, JourneyError
from askwell.desk.journey_file.tables import PROFILE, TABLES, Table, Values
from askwell.desk.journey_file.writing import rows_of
from askwell.explore.models import Occupation, Path
from askwell.explore.selectors import newest
from askwell.journal.models import Entry
from askwell.learn.findings import fingerprint
from askwell.learn.models import Finding
from askwell.lib.verdicts import Refused
from askwell.meet.models import Conversation, ConversationStatus, OfferedTime
from askwell.meet.occupying import occupy
from askwell.prepare.models import Question

if TYPE_CHECKING:
    from askwell.accounts.models import User

Ids = dict[str, dict[int, int]]


@dataclass(frozen=True, slots=True)
class Arrived:
    """How many rows of one table came in, and how many were there already."""

    words: tuple[str, str]
    new: int
    known: int

    @property
    def noun(self) -> str:
        """What to call that many."""
        return self.words[0 if self.new + self.known == 1 else 1]


@transaction.atomic
def put(journey: Journey, seeker: "User") -> list[Arrived]:
    """Add to the seeker's journey what it does not hold yet; a code we have no figures for refuses it all."""
    occupations = _occupations(journey)
    ids: Ids = {}
    arrived = []
    for table in TABLES:
        try:
            with transaction.atomic():
                arrived.append(_put_table(journey[table.name], table, seeker, ids, occupations))
        except IntegrityError as fault:
            raise JourneyError(
                f"{table.name}: the file and your journey contradict each other here, so nothing was taken in."
            ) from fault
    _take_time(seeker)
    _put_profile(journey["seeker"], seeker)
    return arrived


def _take_time(seeker: "User") -> None:
    """Conversations that came in booked take the seeker's time, as any booking does."""
    without = Conversation.objects.visible_to(seeker).filter(status=ConversationStatus.BOOKED, bookings=None)
    for conversation in without.select_related("contact"):
        try:
            occupy(conversation)
        except Refused as refusal:
            raise JourneyError(
                "conversations: two of them would fall on one time, so nothing was taken in. Move the one you have first."
            ) from refusal


def preview(journey: Journey, seeker: "User") -> list[Arrived]:
    """What `put` would bring; nothing is changed."""
    with transaction.atomic():
        arrived = put(journey, seeker)
        transaction.set_rollback(True)
    return arrived


def _occupations(journey: Journey) -> dict[str, int]:
    wanted = {row["soc"] for table in TABLES if table.soc for row in journey[table.name] if row["soc"]}
    found = dict(Occupation.objects.filter(soc__in=wanted).values_list("soc", "pk"))
    if missing := sorted(wanted - found.keys()):
        raise JourneyError(
            f"This release has no figures for {', '.join(missing)[:200]}, so nothing was taken in."
        )
    return found


def _put_table(
    records: list[Values], table: Table, seeker: "User", ids: Ids, occupations: dict[str, int]
) -> Arrived:
    there = _there(rows_of(seeker, table), table)
    mine: dict[int, int] = {}
    fresh: list[tuple[Any, Values]] = []
    first: dict[tuple[Any, ...], int] = {}
    again: dict[int, int] = {}
    for record in records:
        values = dict(record) | {n: ids[t].get(record[n] or 0) for n, t in table.refs.items()}
        known = there.get((values.get(table.mark),)) or there.get(table.key(values))
        if known:
            mine[record["id"]] = known
        elif table.once and first.setdefault(table.key(values), record["id"]) != record["id"]:
            again[record["id"]] = first[table.key(values)]
        else:
            fresh.append((_new_row(values, table, seeker, occupations), values))
    _create(fresh, table, ids)
    ids[table.name] = mine | {values["id"]: row.pk for row, values in fresh}
    ids[table.name] |= {record: ids[table.name][other] for record, other in again.items()}
    return Arrived(table.words, new=len(fresh), known=len(mine))


def _there(rows: list[Any], table: Table) -> dict[tuple[Any, ...], int]:
    """The rows that are there, by their keys and by the marks that know them even when they were changed."""
    there = {_key_of(row, table): row.pk for row in rows}
    return there | {(getattr(row, table.mark),): row.pk for row in rows if table.mark}


def _key_of(row: Any, table: Table) -> tuple[Any, ...]:
    values = {name: getattr(row, name) for name in table.fields}
    values |= {name: getattr(row, f"{name}_id") for name in table.refs}
    if isinstance(row, Path):
        values["soc"] = row.occupation.soc
    return table.key(values)


def _new_row(values: Values, table: Table, seeker: "User", occupations: dict[str, int]) -> Any:
    row = table.model(
        **{
            name: values[name]
            for name in table.fields
            if name in values and not _is_taken(table, name, values)
        }
    )
    for name in table.refs:
        setattr(row, f"{name}_id", values[name])
    if isinstance(row, Path | Question) and values["soc"]:
        row.occupation_id = occupations[values["soc"]]
        _stand(row)
    elif isinstance(row, Entry):
        row.actor_id, row.subject_id = seeker.pk, 0
    elif isinstance(row, Finding):
        row.fingerprint = fingerprint(row.words, row.question_id, row.path_id, row.criterion_id)
    elif isinstance(row, Letter):
        _lay_down(row)
    elif isinstance(row, Conversation | OfferedTime):
        _ask_anew(row)
    if table.own:
        setattr(row, "seeker_id", seeker.pk)  # noqa: B010 - not every table's model has a seeker
    return row


def _stand(row: Path | Question) -> None:
    """A path keeps the figures it came with, else those that are loaded."""
    if isinstance(row, Path) and not row.footing:
        [found] = newest([row])
        row.footing = found.as_json()


def _lay_down(letter: Letter) -> None:
    """A file sets no mail going: what waited is a draft again, what was under way is to be looked into."""
    resting: dict[str, str] = {
        LetterStatus.QUEUED: LetterStatus.DRAFT,
        LetterStatus.SENDING: LetterStatus.UNSURE,
    }
    letter.status = resting.get(letter.status, letter.status)


def _ask_anew(row: Conversation | OfferedTime) -> None:
    """A file says nothing for somebody who has an account: neither that they named a time nor that they gave one."""
    if isinstance(row, OfferedTime):
        row.by_them = row.by_them and not row.conversation.contact.account_id
    elif row.status == ConversationStatus.BOOKED and row.contact.account_id:
        row.status, row.starts_at = ConversationStatus.AGREED, None


def _is_taken(table: Table, name: str, values: Values) -> bool:
    """A mark that must be unique in the world and is somebody else's here: this row gets its own."""
    field = table.model._meta.get_field(name)
    unique = isinstance(field, models.UUIDField)
    return unique and table.model._default_manager.filter(**{name: values[name]}).exists()


def _create(fresh: list[tuple[Any, Values]], table: Table, ids: Ids) -> None:
    every = table.model._default_manager
    every.bulk_create([row for row, _ in fresh])
    clocked = [name for name in table.fields if _sets_itself(table.model._meta.get_field(name))]
    for row, said in fresh:
        for name in clocked:
            setattr(row, name, said.get(name) or getattr(row, name))
        for name, target in table.many.items():
            getattr(row, name).set([ids[target][number] for number in said[name]])
    if clocked and fresh:
        every.bulk_update([row for row, _ in fresh], clocked)


def _sets_itself(field: Any) -> bool:
    return bool(getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False))


def _put_profile(profile: Values, seeker: "User") -> None:
    """What the seeker has said about themselves stays; what is empty is filled."""
    missing = [name for name in PROFILE if profile[name] and not getattr(seeker, name)]
    for name in missing:
        setattr(seeker, name, profile[name])
    seeker.save(update_fields=missing)
