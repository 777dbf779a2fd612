"""Handing one message to a mail server, and knowing whether it left."""

import smtplib
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend

from askwell.lib.faults import FromOutside

PATIENCE = 10
"""Seconds to wait for each answer of the mail server; all of them together stay under two minutes."""
NO = 400
"""The first answer that surely means no; what a server says below that, or not in SMTP at all, is no answer."""
TEMPORARY = range(NO, 500)
LOST = "The connection broke while the letter was on its way: it may have left, or not."
BAD_ADDRESS = "The address does not look right. Check it, then try again."


class NotSent(FromOutside):
    """The message surely did not leave; the text says why in plain words."""


class NotNow(NotSent):
    """The same, and trying again later may well help."""


class CutOff(FromOutside):
    """The connection broke while the message was on its way: it may have left, or not."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a calendar program acts upon (iTIP, RFC 5546): the method and the file."""

    method: str
    file: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """What goes into the envelope; the same `key` makes the same Message-ID."""

    key: str
    to: str
    subject: str
    body: str
    reply_to: str = ""
    calendar: Calendar | None = None


def send(message: Message) -> None:
    """Hand the message over once.

    Raises NotSent when the server refused it, NotNow when it may take it later, CutOff when nobody can tell.
    """
    mail = _mail(message)
    mail.connection = connection = EmailBackend(timeout=PATIENCE)
    try:
        _open(connection)
        _hand_over(mail)
    finally:
        with suppress(OSError, smtplib.SMTPException):
            connection.close()


def _open(connection: EmailBackend) -> None:
    """Up to here nothing of the message has left, so every fault is a plain no."""
    try:
        connection.open()
        if connection.connection:
            connection.connection.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException, ValueError) as fault:
        raise NotNow(_why_closed(fault)) from fault


def _hand_over(mail: EmailMultiAlternatives) -> None:
    """From here on only a clear no of the server is a no."""
    try:
        mail.send()
    except (smtplib.SMTPSenderRefused, smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as fault:
        if isinstance(fault, smtplib.SMTPDataError) and fault.smtp_code < NO:
            raise CutOff(LOST) from fault
        raise _refusal(fault) from fault
    except ValueError as fault:
        raise NotSent(BAD_ADDRESS) from fault
    except (OSError, smtplib.SMTPException) as fault:
        raise CutOff(LOST) from fault


def _mail(message: Message) -> EmailMultiAlternatives:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    try:
        mail = EmailMultiAlternatives(
            subject=" ".join(message.subject.split()),
            body=message.body,
            to=[message.to],
            reply_to=[message.reply_to] if message.reply_to else None,
            headers={"Message-ID": f"<{message.key}@{domain}>"},
        )
        if message.calendar:
            kind = f"text/calendar; method={message.calendar.method}; charset=utf-8"
            mail.attach_alternative(message.calendar.file.decode(), kind)
        mail.message()
    except ValueError as fault:
        raise NotSent(BAD_ADDRESS) from fault
    return mail


def _why_closed(fault: Exception) -> str:
    if isinstance(fault, smtplib.SMTPAuthenticationError):
        return (
            "The mail server did not accept the name and password. Check the mail settings, then try again."
        )
    if isinstance(fault, ValueError):
        return (
            "The mail settings hold a host, name or password that can't be used. Check them, then try again."
        )
    if isinstance(fault, smtplib.SMTPException):
        return "The mail server would not take the letter. Try again in a while, or send it yourself."
    return "The mail server could not be reached. Check your connection, then try again."


def _refusal(fault: smtplib.SMTPException) -> NotSent:
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in fault.recipients.values()]
        if not any(code in TEMPORARY for code in codes):
            return NotSent("The mail server knows no such address. Check it, then try again.")
    elif getattr(fault, "smtp_code", 0) not in TEMPORARY:
        return NotSent("The mail server refused the letter. Try again in a while, or send it yourself.")
    return NotNow("The mail server asked to come back later. Try again in a few minutes.")
