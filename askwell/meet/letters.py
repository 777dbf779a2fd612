"""Letters about a conversation: to calendars, before it begins, and when the other one answered.

What they say is decided when they leave.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskContext, task

from askwell.accounts.models import User
from askwell.ask.models import InterviewRequest, RequestStatus
from askwell.connect.models import Contact
from askwell.lib import post, zones
from askwell.lib.site import absolute
from askwell.meet import calendar, policies, selectors, times
from askwell.meet.models import Booking, Conversation, ConversationStatus, Place


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a letter is for, in which zone they live, and what they call the other one."""

    name: str
    address: str
    zone: str
    other: str
    page: str
    why: str = ""
    """What a host wrote when they called it off; they know it themselves."""

    @classmethod
    def of(cls, person: User, conversation: Conversation) -> "Reader":
        """One of the two who talk; each has a page of their own about it."""
        is_seeker = person.pk == conversation.seeker_id
        zone = person.time_zone or conversation.time_zone
        return cls(
            name=person.name,
            address=person.email,
            zone=zone if zones.known(zone) else zones.FALLBACK,
            other=conversation.contact.name if is_seeker else str(conversation.seeker),
            page=absolute(
                reverse("meet:conversation" if is_seeker else "meet:hosted", args=[conversation.pk])
            ),
            why=conversation.called_off_why if is_seeker else "",
        )


@task(takes_context=True)
def calendar_message(context: TaskContext, conversation_id: int, person_id: int, sequence: int) -> None:
    """Tell one person's calendar how a conversation stands; silent when a later letter will say it."""
    every = Conversation.objects.select_related("contact", "seeker")
    found = every.filter(pk=conversation_id, sequence=sequence).first()
    person = User.objects.filter(pk=person_id).first()
    entry = selectors.calendar_entry(found) if found else None
    if found is None or person is None or entry is None or not policies.may_be_written_to(person):
        return
    reader = Reader.of(person, found)
    off = found.status == ConversationStatus.CANCELED
    subject = "Called off: {other}, {when}" if off else "You are talking with {other}: {when}"
    _send(context, reader, found, "called_off" if off else "booked", subject, entry)


@task(takes_context=True)
def reminder(context: TaskContext, booking_id: int, starts_at: float) -> None:
    """Say that it begins soon: only while it stands, at that very time, and still lies ahead."""
    every = Booking.objects.select_related("person", "conversation__contact", "conversation__seeker")
    found = every.filter(pk=booking_id, starts_at=datetime.fromtimestamp(starts_at, UTC)).first()
    if found is None or found.starts_at <= timezone.now() or not policies.may_be_written_to(found.person):
        return
    talk = found.conversation
    if talk.status != ConversationStatus.BOOKED:
        return
    _send(context, Reader.of(found.person, talk), talk, "reminder", "Soon: {other}, {when}", None)


SUBJECTS = {
    "yes": "{other} would like to talk with you",
    "times": "{other} named times to talk",
    "off": "{other} has to call it off",
    "missed": "You and {other} missed each other",
}


@task(takes_context=True)
def news(context: TaskContext, conversation_id: int, person_id: int, what: str) -> None:
    """Tell one of the two what the other did, while it is still so."""
    every = Conversation.objects.select_related("contact", "seeker")
    found = every.filter(pk=conversation_id).first()
    person = User.objects.filter(pk=person_id).first()
    if found is None or person is None or not policies.may_be_written_to(person):
        return
    if not selectors.is_news(found, what, reader=person):
        return
    reader = Reader.of(person, found)
    named = selectors.to_choose_from(found, by_them=person_id == found.seeker_id)
    words = {
        "reader": reader,
        "minutes": found.minutes,
        "when": times.words(found.starts_at, reader.zone) if found.starts_at else "",
        "named": [times.words(one.starts_at, reader.zone) for one in named],
    }
    _post(context, reader, SUBJECTS[what].format(other=reader.other), what, words)


@task(takes_context=True)
def answer_to_request(context: TaskContext, request_id: int) -> None:
    """Tell the seeker of a kind no, while it stands; with it the colleague whom they named."""
    every = InterviewRequest.objects.select_related("contact", "seeker")
    asked = every.filter(pk=request_id, status=RequestStatus.DECLINED).first()
    if asked is None or not policies.may_be_written_to(asked.seeker):
        return
    page = absolute(reverse("ask:request", args=[asked.pk]))
    reader = Reader(asked.seeker.name, asked.seeker.email, "", asked.contact.name, page)
    named = Contact.objects.filter(referrals_received__source=asked.contact, added_at__gte=asked.answered_at)
    words = {"reader": reader, "answer": asked.answer, "named": named.order_by("pk").last()}
    _post(context, reader, f"An answer from {reader.other}", "answer", words)


def _post(context: TaskContext, reader: Reader, subject: str, template: str, words: dict[str, Any]) -> None:
    body = render_to_string(f"meet/letters/{template}.txt", words | {"site": settings.SITE_NAME})
    post.send(post.Message(str(context.task_result.id), reader.address, subject, body))


def _send(
    context: TaskContext,
    reader: Reader,
    talk: Conversation,
    template: str,
    subject: str,
    entry: calendar.Entry | None,
) -> None:
    if talk.starts_at is None:
        return
    when = times.words(talk.starts_at, reader.zone)
    words = {
        "reader": reader,
        "when": when,
        "minutes": talk.minutes,
        "where": ": ".join(filter(None, [Place(talk.place).label.lower(), talk.place_details])),
        "site": settings.SITE_NAME,
    }
    post.send(
        post.Message(
            key=str(context.task_result.id),
            to=reader.address,
            subject=subject.format(other=reader.other, when=when),
            body=render_to_string(f"meet/letters/{template}.txt", words),
            calendar=_to_act_upon(entry, reader) if entry else None,
        )
    )


def _to_act_upon(entry: calendar.Entry, reader: Reader) -> post.Calendar:
    organizer = calendar.Mailbox(settings.SITE_NAME, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    attendee = calendar.Mailbox(reader.name or reader.address, reader.address)
    file = calendar.message(entry, organizer=organizer, attendee=attendee, now=timezone.now())
    return post.Calendar(calendar.method_of(entry), file)
