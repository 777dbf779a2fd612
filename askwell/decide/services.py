"""Saying what matters, and writing down a decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from askwell.accounts.models import User
from askwell.decide import policies, selectors
from askwell.decide.events import CriteriaKept, DecisionWritten
from askwell.decide.models import Decision
from askwell.explore.models import Criterion
from askwell.journal import services as journal

if TYPE_CHECKING:
    from askwell.explore.models import Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """One criterion as the seeker wants it: `pk` of the row it was, or None for a new one."""

    name: str
    kind: str
    wants_more: bool
    weight: int
    pk: int | None = None


@transaction.atomic
def ensure_criteria(seeker: User, *, by: User) -> list[Criterion]:
    """Keep the list to start from, unless the seeker has one."""
    seeker = User.objects.select_for_update().get(pk=seeker.pk)
    policies.may_weigh_for(by, seeker).enforce()
    kept = list(Criterion.objects.visible_to(seeker))
    if kept:
        return kept
    made = Criterion.objects.bulk_create(selectors.default_criteria(seeker))
    journal.record(CriteriaKept.of(seeker, count=len(made)), by=by)
    return made


@transaction.atomic
def keep_criteria(seeker: User, wanted: Sequence[Wanted], *, by: User) -> list[Criterion]:
    """Keep these criteria in this order; those left out go, their findings stay."""
    seeker = User.objects.select_for_update().get(pk=seeker.pk)
    policies.may_weigh_for(by, seeker).enforce()
    policies.may_leave_out(by, remaining=len(wanted)).enforce()
    rows = {row.pk: row for row in Criterion.objects.visible_to(seeker)}
    claimed = {one.pk for one in wanted}
    named = {row.name: row for row in rows.values() if row.pk not in claimed}
    kept = [rows.get(one.pk or 0) or named.get(one.name) or Criterion(seeker=seeker) for one in wanted]
    Criterion.objects.visible_to(seeker).exclude(pk__in=[row.pk for row in kept]).delete()
    _set_names_aside(kept)
    for place, (row, one) in enumerate(zip(kept, wanted, strict=True)):
        row.name, row.kind, row.wants_more = one.name, one.kind, one.wants_more
        row.weight, row.position = one.weight, place
        row.save()
    journal.record(CriteriaKept.of(seeker, count=len(kept)), by=by)
    return kept


def _set_names_aside(kept: list[Criterion]) -> None:
    """Free the names first, so that two criteria may swap theirs."""
    for row in kept:
        if row.pk:
            Criterion.objects.filter(pk=row.pk).update(name=f"({row.pk})")


@transaction.atomic
def write_down(
    seeker: User, *, title: str, path: "Path | None", reasons: str, first_step: str, by: User
) -> Decision:
    """Keep a decision with how everything stood; the same words twice in a row are one decision."""
    seeker = User.objects.select_for_update().get(pk=seeker.pk)
    policies.may_weigh_for(by, seeker).enforce()
    said = {"title": title, "path": path, "reasons": reasons, "first_step": first_step}
    last = Decision.objects.visible_to(seeker).first()
    if last and all(getattr(last, name) == value for name, value in said.items()):
        return last
    ensure_criteria(seeker, by=by)
    decision = Decision.objects.create(
        seeker=seeker, weighed=selectors.snapshot(selectors.board(seeker)), **said
    )
    journal.record(DecisionWritten.of(decision), by=by)
    return decision
