"""The link in a request's letter: its page lets them answer in one step, without an account."""

from hashlib import sha256

from django.urls import reverse

from askwell.ask.models import AnswerLink, Letter
from askwell.lib import tokens
from askwell.lib.site import absolute

SCOPE = "answer"
INVITATION = "You can answer in one step{how}, or say that you want no such letters: {address}"


def address_of(link: AnswerLink) -> str:
    """The whole address of the page to answer on."""
    return absolute(reverse("meet:answer", args=[tokens.make(SCOPE, link.uid)]))


def find(token: str) -> AnswerLink | None:
    """The link that a token stands for; nothing when it is wrong, ended, or its request never left."""
    uid = tokens.read(SCOPE, token)
    if uid is None:
        return None
    links = AnswerLink.objects.valid().select_related("request__contact", "request__seeker")
    return links.filter(uid=uid).first()


def words_of(letter: Letter) -> str:
    """A letter as it leaves: its own words, and under them the link, where its request has one."""
    link = (
        AnswerLink.objects.select_related("request__contact").filter(request=letter.request_id).first()
        if letter.request_id
        else None
    )
    if link is None or letter.kind not in {"request", "follow_up"}:
        return letter.body
    how = "" if link.request.contact.account_id else ", without an account"
    return f"{letter.body.rstrip()}\n\n-- \n{INVITATION.format(how=how, address=address_of(link))}\n"


def digest_of(address: str) -> str:
    """What is kept of an e-mail address that wants to be left alone."""
    return sha256(address.strip().lower().encode()).hexdigest()
