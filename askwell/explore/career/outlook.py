"""Where a career is heading: its projected change against all occupations, jobs and openings."""

from dataclasses import dataclass

from askwell.explore.career.wording import about_tenths, signed
from askwell.explore.charts import Bar, bar, scale_over
from askwell.explore.shape import Figures, Projections

SHORT = 40
TYPICAL = 10.0
"""The scale reaches at least this far, so that a small change looks small."""
FEW_SELF_EMPLOYED = 1.0


@dataclass(frozen=True, slots=True)
class Outlook:
    """Bars of change in percent, and what they mean in sentences."""

    caption: str
    bars: tuple[Bar, ...]
    sentences: tuple[str, ...]


def outlook(title: str, figures: Figures, totals: Figures) -> Outlook | None:
    """What is projected for an occupation; None when nothing is published."""
    projected = figures.get("projections")
    if projected is None or "change_percent" not in projected:
        return None
    change = projected["change_percent"]
    overall = totals.get("projections", {}).get("change_percent")
    scale = scale_over([change, TYPICAL, *([] if overall is None else [overall])], from_zero=True)
    bars = [bar(title if len(title) <= SHORT else "This career", signed(change), change, scale, kind="lead")]
    if overall is not None:
        bars.append(bar("All occupations", signed(overall), overall, scale, kind="aside"))
    said = (jobs(projected), replacement(projected), self_employed(projected))
    caption = f"Projected change in jobs, {projected['from_year']} to {projected['to_year']}"
    return Outlook(caption, tuple(bars), tuple(sentence for sentence in said if sentence))


def jobs(projected: Projections) -> str:
    """How many jobs there were and will be."""
    if "employment" not in projected or "employment_projected" not in projected:
        return ""
    now, then = projected["employment"], projected["employment_projected"]
    since, until = projected["from_year"], projected["to_year"]
    if now == then:
        change = projected.get("change_percent")
        then_too = (
            "; the projected change is fewer than 100 jobs, too few for the round numbers that are published"
            if change
            else f", and as many projected for {until}"
        )
        return f"About {now:,} jobs in {since}{then_too}."
    return f"From {now:,} jobs in {since} to {then:,} in {until}, as projected."


def replacement(projected: Projections) -> str:
    """How much of the openings is growth, and how much replaces people who leave."""
    openings, change = projected.get("openings"), projected.get("change")
    if not openings or change is None:
        return ""
    if change < 0:
        return f"Still, {openings:,} openings a year are expected, all to replace people who change work or stop working."
    share = max(0.0, 1 - change / 10 / openings)
    words = about_tenths(share)
    return f"{words[0].upper()}{words[1:]} of the openings replace people who change work or stop working."


def self_employed(projected: Projections) -> str:
    """How many work for themselves; silent where hardly anybody does."""
    share = projected.get("self_employed_percent")
    if share is None or share < FEW_SELF_EMPLOYED:
        return ""
    return f"{share:.0f}% work for themselves."
