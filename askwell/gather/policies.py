"""Who may plan a gathering, come to it, and see who comes."""

from typing import TYPE_CHECKING

from django.utils import timezone

from askwell.accounts.models import RoleName
from askwell.gather.models import STAFF, Audience, Gathering, GatheringStatus, Seat, SeatStatus, Speaker
from askwell.lib.verdicts import ALLOWED, Verdict, allow_if, refused

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from askwell.accounts.models import User

CLOSED = {
    GatheringStatus.DRAFT: "This gathering is not open yet.",
    GatheringStatus.CANCELED: "This gathering was called off.",
    GatheringStatus.OVER: "This gathering is over.",
}


def is_staff(user: "User | AnonymousUser") -> bool:
    """Whether somebody is a counselor or a coordinator."""
    return user.is_authenticated and user.roles.filter(name__in=STAFF).exists()


def may_plan(user: "User | AnonymousUser") -> Verdict:
    """Counselors and coordinators plan gatherings."""
    return allow_if(is_staff(user), otherwise="Counselors and coordinators plan gatherings.")


def may_change(user: "User | AnonymousUser", gathering: Gathering) -> Verdict:
    """Until it is over or called off."""
    if not (verdict := may_plan(user)):
        return verdict
    if gathering.status in {GatheringStatus.CANCELED, GatheringStatus.OVER}:
        return refused(CLOSED[GatheringStatus(gathering.status)])
    return ALLOWED


def may_open(user: "User", gathering: Gathering) -> Verdict:
    """A draft that still lies ahead."""
    if not (verdict := may_change(user, gathering)):
        return verdict
    return allow_if(not gathering.has_begun, otherwise="This time has passed. Change it first.")


def may_share_recording(user: "User", gathering: Gathering) -> Verdict:
    """Once it has begun, and unless it was called off."""
    if not (verdict := may_plan(user)):
        return verdict
    held = gathering.status in {GatheringStatus.OPEN, GatheringStatus.OVER} and gathering.has_begun
    return allow_if(held, otherwise="There is no recording before it took place.")


def may_see_list(user: "User | AnonymousUser", gathering: Gathering) -> Verdict:
    """Staff see who comes; so does its organizer who is no longer staff, unless it is for minors."""
    is_organizers = user.is_authenticated and gathering.organizer_id == user.pk
    if is_organizers and not gathering.for_minors:
        return ALLOWED
    return allow_if(is_staff(user), otherwise="Only staff see who comes.")


def may_mark(user: "User", seat: Seat) -> Verdict:
    """Who came is noted from the beginning on."""
    if not (verdict := may_plan(user)):
        return verdict
    return allow_if(seat.gathering.has_begun, otherwise="It has not begun yet.")


def window(gathering: Gathering) -> Verdict:
    """Whether people can take seats now."""
    now = timezone.now()
    if not gathering.is_open:
        return refused(CLOSED[GatheringStatus(gathering.status)])
    if gathering.starts_at <= now:
        return refused("This gathering has begun, so no more seats are given out.")
    if gathering.opens_at and now < gathering.opens_at:
        return refused("Registration has not opened yet.")
    return allow_if(now < gathering.closing_at, otherwise="Registration has closed.")


def may_come(user: "User", gathering: Gathering) -> Verdict:
    """Whether this person may take a seat, or wait for one, now."""
    if user.is_example:
        return refused("Nobody comes out of the worked example. Go back to your own journey first.")
    if not (verdict := window(gathering)):
        return verdict
    if gathering.audience in {Audience.ANYONE, Audience.SIGNED_IN}:
        return ALLOWED
    among = user.roles.filter(name=gathering.audience).exists()
    return allow_if(among, otherwise=f"This gathering is for {gathering.get_audience_display().lower()}.")


def may_write_in(gathering: Gathering) -> Verdict:
    """Whether somebody without an account may ask for a seat by e-mail."""
    if not gathering.without_account:
        return refused("Sign in to take a seat at this gathering.")
    return window(gathering)


def may_act_on(user: "User | None", seat: Seat) -> Verdict:
    """A seat is its person's; whoever holds the key from the letter comes as nobody else."""
    is_theirs = user is None or seat.user_id == user.pk
    return allow_if(is_theirs, otherwise="This is somebody else's seat.")


def may_give_up(user: "User | None", seat: Seat) -> Verdict:
    """Before it begins; after that it is a matter of who came."""
    if not (verdict := may_act_on(user, seat)):
        return verdict
    return allow_if(not seat.gathering.has_begun, otherwise="This gathering has begun already.")


def may_leave_all(by: "User", user: "User") -> Verdict:
    """Everybody takes their own data away."""
    return allow_if(by.pk == user.pk, otherwise="Only the person whose seats these are can do that.")


def may_show_question(user: "User", seat: Seat) -> Verdict:
    """Staff choose which questions everybody reads, and see to it that none names a person."""
    if not (verdict := may_plan(user)):
        return verdict
    return allow_if(seat.answer, otherwise="There is no question here.")


def may_ask_too(user: "User", seat: Seat, asked: Seat) -> Verdict:
    """Whoever comes, or waits, can want the same answered."""
    if not (verdict := may_act_on(user, seat)):
        return verdict
    here = seat.is_active and seat.gathering_id == asked.gathering_id and asked.is_shown
    return allow_if(here and seat != asked, otherwise="Take a seat at this gathering first.")


def may_accept(user: "User | None", seat: Seat) -> Verdict:
    """An offer stands until its time runs out."""
    if not (verdict := may_act_on(user, seat)):
        return verdict
    if not seat.gathering.is_open:
        return refused(CLOSED[GatheringStatus(seat.gathering.status)])
    if seat.gathering.has_begun:
        return refused("This gathering has begun already.")
    stands = seat.status == SeatStatus.OFFERED and seat.offered_until and timezone.now() < seat.offered_until
    return allow_if(stands, otherwise="The time to take this seat ran out, so the next in line was asked.")


def may_listen_to(user: "User", seat: Seat, speaker: Speaker) -> Verdict:
    """A seeker who has a seat can prepare for it, and write down what they heard."""
    if not (verdict := may_act_on(user, seat)):
        return verdict
    if RoleName.SEEKER not in user.role_names:
        return refused("Preparing and keeping what was said belong to a seeker’s journey.")
    if seat.gathering.status == GatheringStatus.CANCELED:
        return refused("This gathering will not take place.")
    has_seat = seat.status in {SeatStatus.TAKEN, SeatStatus.ATTENDED}
    here = speaker.gathering_id == seat.gathering_id
    return allow_if(has_seat and here, otherwise="Take a seat at this gathering first.")
