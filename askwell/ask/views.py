"""Asking for a conversation."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts import services as accounts
from askwell.accounts.requests import Visit
from askwell.ask import mends, phrases, policies, selectors, services
from askwell.ask.forms import Signature, Words
from askwell.ask.models import InterviewRequest, Letter, LetterKind, RequestStatus
from askwell.ask.selectors import Sheet
from askwell.connect.models import Contact
from askwell.lib.pages import show


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Visit, contact_pk: int) -> HttpResponse:
    """The request editor: a draft to start from, what to mend, and the way on to sending."""
    contact = get_object_or_404(Contact.objects.visible_to(request.user), pk=contact_pk)
    verdict = policies.may_ask(request.user, contact)
    if not verdict:
        messages.info(request, verdict.reason)
        return redirect("ask:request", contact.requests.exclude(status=RequestStatus.DRAFT)[0].pk)
    return _desk(request, selectors.request_sheet(request.user, contact))


@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request: Visit, pk: int) -> HttpResponse:
    """The editor of the one follow-up."""
    asked = get_object_or_404(InterviewRequest.objects.visible_to(request.user), pk=pk)
    verdict = policies.may_follow_up(request.user, asked)
    if not verdict:
        messages.info(request, verdict.reason)
        return redirect("ask:request", pk)
    return _desk(request, selectors.follow_up_sheet(request.user, asked))


@require_POST
def check(request: Visit, contact_pk: int) -> HttpResponse:
    """While one types: keep the words, and say what to mend."""
    contact = get_object_or_404(Contact.objects.visible_to(request.user), pk=contact_pk)
    sheet = _sheet_for(request, contact)
    words = Words(request.POST)
    if not words.is_valid():
        return _shown(request, sheet.with_words(*words.typed), words)
    _keep(request, sheet, words)
    return _shown(request, _sheet_for(request, contact), words)


def _sheet_for(request: Visit, contact: Contact) -> Sheet:
    if request.POST.get("kind") != LetterKind.FOLLOW_UP:
        return selectors.request_sheet(request.user, contact)
    asked = get_object_or_404(contact.requests.filter(status=RequestStatus.SENT))
    return selectors.follow_up_sheet(request.user, asked)


def _desk(request: Visit, sheet: Sheet) -> HttpResponse:
    if request.method != "POST":
        return _shown(request, sheet, None)
    words = Words(request.POST)
    if not words.is_valid():
        return _shown(request, sheet.with_words(*words.typed), words)
    letter = _keep(request, sheet, words)
    act, _, what = request.POST.get("do", "").partition(":")
    return ACTS.get(act, _only_keep)(request, sheet.with_words(letter.subject, letter.body), letter, what)


def _shown(
    request: Visit, sheet: Sheet, words: Words | None, signature: Signature | None = None
) -> HttpResponse:
    user = request.user
    signature = signature or Signature(initial={"name": user.name, "about": user.about})
    wrong = (words is not None and not words.is_valid()) or signature.is_bound
    context = {"sheet": sheet, "words": words, "signature": signature}
    return show(request, "ask/editor.html", context, status=422 if wrong else 200)


def _keep(request: Visit, sheet: Sheet, words: Words) -> Letter:
    said = words.cleaned_data
    if sheet.is_follow_up and sheet.asked:
        return services.draft_follow_up(sheet.asked, **said, by=request.user)
    minutes = phrases.minutes_asked(said["body"])
    return services.draft_request(sheet.contact, **said, minutes=minutes, by=request.user)


def _only_keep(request: Visit, sheet: Sheet, letter: Letter, what: str) -> HttpResponse:
    messages.success(request, "Your draft is kept.")
    return redirect(sheet.here)


def _send(request: Visit, sheet: Sheet, letter: Letter, what: str) -> HttpResponse:
    return redirect("ask:letter", letter.pk) if policies.may_leave(letter) else redirect(sheet.here)


def _mend(request: Visit, sheet: Sheet, letter: Letter, what: str) -> HttpResponse:
    mend = mends.chosen(sheet.mends, what)
    if mend:
        services.rewrite(letter, subject=sheet.subject, body=mend.becomes, by=request.user)
    return redirect(f"{sheet.here}#letter")


def _bring_back(request: Visit, sheet: Sheet, letter: Letter, what: str) -> HttpResponse:
    found = [wording for number, wording in enumerate(letter.earlier) if str(number) == what]
    for wording in found:
        services.rewrite(letter, **wording, by=request.user)
    return redirect(f"{sheet.here}#letter")


def _sign(request: Visit, sheet: Sheet, letter: Letter, what: str) -> HttpResponse:
    signature = Signature(request.POST)
    if not signature.is_valid():
        return _shown(request, sheet, None, signature)
    zone = request.user.time_zone
    user = accounts.introduce(request.user, **signature.cleaned_data, time_zone=zone, by=request.user)
    body = mends.signed(sheet.body, user.name, user.about)
    services.rewrite(letter, subject=sheet.subject, body=body, by=user, base=letter.version)
    return redirect(f"{sheet.here}#letter")


ACTS: dict[str, Callable[[Visit, Sheet, Letter, str], HttpResponse]] = {
    "send": _send,
    "mend": _mend,
    "bring-back": _bring_back,
    "sign": _sign,
}


@require_safe
def letter(request: Visit, pk: int) -> HttpResponse:
    """One letter: the ways it can leave, or where it is."""
    letters = Letter.objects.visible_to(request.user).select_related("contact", "seeker", "request")
    found = get_object_or_404(letters, pk=pk)
    return show(request, "ask/letter.html", {"letter": found, "ways": selectors.ways(request.user, found)})


@require_POST
def send(request: Visit, pk: int) -> HttpResponse:
    """Send it, or say that it was sent."""
    found = get_object_or_404(Letter.objects.visible_to(request.user), pk=pk)
    sent = services.send_letter(found, channel=request.POST.get("channel", ""), by=request.user)
    return _after(request, sent)


@require_POST
def settle(request: Visit, pk: int) -> HttpResponse:
    """The letter whose sending was cut off did leave."""
    found = get_object_or_404(Letter.objects.visible_to(request.user), pk=pk)
    return _after(request, services.settle(found, by=request.user))


def _after(request: Visit, sent: Letter) -> HttpResponse:
    if not sent.is_sent:
        return redirect("ask:letter", sent.pk)
    messages.success(request, "Well done. It is on its way.")
    return redirect(selectors.onward(sent))


@require_safe
def request(request: Visit, pk: int) -> HttpResponse:
    """A request that was sent: what came of it, and what next."""
    mine = InterviewRequest.objects.visible_to(request.user).select_related("contact")
    asked = get_object_or_404(mine.prefetch_related("letters"), pk=pk)
    if asked.status == RequestStatus.DRAFT:
        return redirect("ask:write", asked.contact_id)
    return show(request, "ask/request.html", {"waiting": selectors.waiting(request.user, asked)})


@require_POST
def outcome(request: Visit, pk: int) -> HttpResponse:
    """What came of it: yes, no, or silence."""
    asked = get_object_or_404(InterviewRequest.objects.visible_to(request.user), pk=pk)
    asked = services.mark(asked, request.POST.get("outcome", ""), by=request.user)
    talk = getattr(asked, "conversation", None)
    if asked.status == RequestStatus.ACCEPTED and talk is not None:
        messages.success(request, f"{asked.contact.called} said yes. That took courage, and it worked.")
        return redirect("meet:conversation", talk.pk)
    return redirect("ask:request", pk)


@require_POST
def end_link(request: Visit, pk: int) -> HttpResponse:
    """The page that the letter leads to opens no more."""
    asked = get_object_or_404(InterviewRequest.objects.visible_to(request.user), pk=pk)
    services.end_link(asked, by=request.user)
    messages.success(request, "Closed. The link in your letter opens nothing any more.")
    return redirect("ask:request", pk)
