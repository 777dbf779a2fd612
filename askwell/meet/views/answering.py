"""The page behind a letter's link: whoever was asked answers there, without an account. GET shows, POST acts."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from askwell.accounts.doors import program_only
from askwell.ask import links
from askwell.ask import services as ask
from askwell.ask.models import InterviewRequest
from askwell.lib import zones
from askwell.lib.pages import show
from askwell.lib.verdicts import Refused
from askwell.meet import selectors, services
from askwell.meet.forms import Colleague, FromThem, Quietly, Words
from askwell.meet.models import Conversation
from askwell.meet.moments import read_number

Forms = dict[str, FromThem | Colleague | Quietly | Words]


@program_only
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """How the request stands, and what they can do about it."""
    link = links.find(token)
    if link is not None and _needs_a_key(request, link.request):
        return _private(redirect_to_login(request.get_full_path()))
    if link is None or not _is_theirs(request, link.request):
        return _private(show(request, "meet/answer_ended.html", status=404))
    zone = selectors.zone_of_reader(request.COOKIES, link.request)
    with timezone.override(ZoneInfo(zone)):
        return _private(_answered(request, link.request, token))


def _is_theirs(request: HttpRequest, asked: InterviewRequest) -> bool:
    """For somebody with an account only they answer: the seeker, who holds the letter too, could keep their hours."""
    return asked.contact.account_id in {None, request.user.pk}


def _needs_a_key(request: HttpRequest, asked: InterviewRequest) -> bool:
    return not _is_theirs(request, asked) and not request.user.is_authenticated


def _answered(request: HttpRequest, asked: InterviewRequest, token: str) -> HttpResponse:
    act = request.POST.get("do", "")
    forms = _forms(request, act, asked)
    trouble = ""
    if request.method == "POST" and all(form.is_valid() for form in forms.values() if form.is_bound):
        try:
            ACTS.get(act, _nothing)(asked, forms, request)
            return redirect("meet:answer", token)
        except Refused as refusal:
            trouble = refusal.reason
    context = {"standing": selectors.standing(asked), "forms": forms, "trouble": trouble, "act": act}
    context["zones"] = sorted(zones.names())
    return show(request, "meet/answer.html", context, status=422 if request.method == "POST" else 200)


def _forms(request: HttpRequest, act: str, asked: InterviewRequest) -> Forms:
    """Every form of the page; the one that was sent holds what was typed, the others what is known."""
    makers: dict[str, type[FromThem | Colleague | Quietly | Words]] = {
        "yes": FromThem, "pass_on": Colleague, "quiet": Quietly, "no": Words,
    }  # fmt: skip
    talk = Conversation.objects.filter(request=asked).first()
    known = {"place": talk.place, "place_details": talk.place_details} if talk else {}
    return {name: make(request.POST if name == act else None, initial=known) for name, make in makers.items()}


def _private(response: HttpResponse) -> HttpResponse:
    """No other site hears of the address, and no cache keeps the page."""
    # With "no-referrer" a browser sends the page's own form from nowhere, and it is refused as forged.
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-store"
    return response


def _yes(asked: InterviewRequest, forms: Forms, request: HttpRequest) -> None:
    services.say_yes(asked, **forms["yes"].cleaned_data, by=asked.seeker)


def _choose(asked: InterviewRequest, forms: Forms, request: HttpRequest) -> None:
    mine = asked.conversation.offered_times.filter(by_them=False)
    offered = get_object_or_404(mine, pk=read_number(request.POST.get("offered", "")))
    details = " ".join(request.POST.get("place_details", "").replace("\0", "").split())[:300]
    zone = timezone.get_current_timezone_name()
    services.choose(offered, time_zone=zone, place_details=details, by=asked.seeker)


def _no(asked: InterviewRequest, forms: Forms, request: HttpRequest) -> None:
    services.say_no(asked, **forms["no"].cleaned_data, by=asked.seeker)


def _pass_on(asked: InterviewRequest, forms: Forms, request: HttpRequest) -> None:
    services.pass_on(asked, **forms["pass_on"].cleaned_data, by=asked.seeker)


def _quiet(asked: InterviewRequest, forms: Forms, request: HttpRequest) -> None:
    services.leave_alone(asked, **forms["quiet"].cleaned_data, by=asked.seeker)


def _welcome(asked: InterviewRequest, forms: Forms, request: HttpRequest) -> None:
    ask.welcome_again(asked, by=asked.seeker)


def _off(asked: InterviewRequest, forms: Forms, request: HttpRequest) -> None:
    services.cannot_come(asked, by=asked.seeker)


def _nothing(asked: InterviewRequest, forms: Forms, request: HttpRequest) -> None:
    """A page made before this form was there: nothing is changed."""


ACTS: dict[str, Callable[[InterviewRequest, Forms, HttpRequest], None]] = {
    "yes": _yes,
    "choose": _choose,
    "no": _no,
    "pass_on": _pass_on,
    "quiet": _quiet,
    "welcome": _welcome,
    "off": _off,
}
