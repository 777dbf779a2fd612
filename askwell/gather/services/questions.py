"""What people want answered: chosen by staff, wanted by others, named by nobody."""

from askwell.accounts.models import User
from askwell.gather import events, line, policies
from askwell.gather.models import MeToo, Seat
from askwell.journal.services import record


@line.in_line
def show_question(seat: Seat, *, shown: bool, by: User) -> Seat:
    """Let everybody read this question without its name, or take it back."""
    seat = line.hold_seat(seat)
    policies.may_show_question(by, seat).enforce()
    if seat.is_shown == shown:
        return seat
    seat.is_shown = shown
    seat.save(update_fields=["is_shown"])
    record(events.QuestionShown.of(seat, shown=int(shown)), by=by)
    return seat


@line.in_line
def ask_too(seat: Seat, asked: Seat, *, wanted: bool, by: User) -> None:
    """Want the same answered, or no longer; it counts once."""
    seat = line.hold_seat(seat)
    policies.may_ask_too(by, seat, asked).enforce()
    if wanted:
        _, changed = MeToo.objects.get_or_create(asked=asked, seat=seat)
    else:
        changed = bool(MeToo.objects.filter(asked=asked, seat=seat).delete()[0])
    if changed:
        record(events.AskedToo.of(seat, wanted=int(wanted)), by=by)
