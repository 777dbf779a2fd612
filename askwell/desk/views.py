"""The person's home: Today, search, their data, the worked example."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.doors import open_to_everybody, program_only
from askwell.accounts.middleware import EXAMPLE_IS_OPEN
from askwell.accounts.models import User
from askwell.accounts.requests import Visit
from askwell.desk import forms, journey_file, policies, selectors, services
from askwell.desk.printing import pdf
from askwell.lib.pages import show


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers."""
    return JsonResponse({"ok": selectors.database_answers()})


@open_to_everybody
@require_safe
def today(request: Visit) -> HttpResponse:
    """The one next step and what is around it; a welcome for a newcomer."""
    context = selectors.today(request.user)
    return show(request, "desk/welcome.html" if context["is_new"] else "desk/today.html", context)


@require_safe
def search(request: Visit) -> HttpResponse:
    """Careers, people and conversations that hold what was typed."""
    typed = request.GET.get("q", "")
    return show(request, "desk/search.html", {"q": typed, "found": selectors.search(request.user, typed)})


def _your_data(request: Visit, **more: Any) -> dict[str, Any]:
    return {
        "choose": forms.ChooseFile(),
        "delete": forms.DeleteEverything(),
        "solo": settings.SOLO,
        "account": forms.DeleteAccount(),
        "may_delete_account": policies.may_delete_account(request.signed_in, request.user),
        "may": policies.may_move_journey(request.signed_in, request.user),
        "example": selectors.example_of(request.signed_in),
    } | more


@open_to_everybody
@require_safe
def your_data(request: Visit) -> HttpResponse:
    """Your data, out, in or gone."""
    return show(request, "desk/your_data.html", _your_data(request))


def _as_json(person: User) -> bytes:
    beside = {"program": kept} if (kept := selectors.in_program(person)) else {}
    return journey_file.as_text(journey_file.write(person) | beside).encode()


def _as_html(seeker: User) -> bytes:
    return render_to_string("desk/export.html", {"story": selectors.story(seeker)}).encode()


def _as_pdf(seeker: User) -> bytes:
    return pdf(selectors.story(seeker))


FORMS: dict[str, tuple[str, Callable[[User], bytes]]] = {
    "json": ("application/json", _as_json),
    "html": ("text/html; charset=utf-8", _as_html),
    "pdf": ("application/pdf", _as_pdf),
}


@open_to_everybody
@never_cache
@require_safe
def export(request: Visit) -> HttpResponse:
    """The whole journey, and what a program keeps beside it: JSON, a page to read, or a PDF."""
    form = request.GET.get("form", "json")
    if form not in FORMS:
        return HttpResponseBadRequest("A journey comes as json, html or pdf.", content_type="text/plain")
    content_type, made = FORMS[form]
    response = HttpResponse(made(request.user), content_type=content_type)
    response.headers["Content-Disposition"] = (
        f'attachment; filename="{_file_name(timezone.localtime())}.{form}"'
    )
    return response


def _file_name(local: datetime) -> str:
    return f"askwell-journey-{local:%Y-%m-%d}"


@require_POST
def bring_in(request: Visit) -> HttpResponse:
    """A file to import: first what it would bring, then, once confirmed, for real."""
    if "journey" in request.POST:
        return _take_in(request, forms.BringIn(request.POST))
    form = forms.ChooseFile(request.POST, request.FILES)
    if form.is_valid():
        try:
            arrived = selectors.would_bring(form.journey, request.user)
            return show(
                request, "desk/bring_in.html", {"text": form.cleaned_data["file"], "arrived": arrived}
            )
        except journey_file.JourneyError as fault:
            form.add_error("file", str(fault))
    return show(request, "desk/your_data.html", _your_data(request, choose=form), status=422)


def _take_in(request: Visit, form: forms.BringIn) -> HttpResponse:
    choose = forms.ChooseFile({}, MultiValueDict())
    try:
        if form.is_valid():
            services.bring_in(form.cleaned_data["journey"], request.user, by=request.signed_in)
            messages.success(request, "Your journey is here.")
            return redirect("desk:today")
        said = str(form.errors["journey"][0])
    except journey_file.JourneyError as fault:
        said = str(fault)
    choose.errors["file"] = choose.error_class([said])
    return show(request, "desk/your_data.html", _your_data(request, choose=choose), status=422)


@open_to_everybody
@require_POST
def delete_everything(request: Visit) -> HttpResponse:
    """Delete the whole journey, after typing so."""
    form = forms.DeleteEverything(request.POST)
    if not form.is_valid():
        return show(request, "desk/your_data.html", _your_data(request, delete=form), status=422)
    services.delete_everything(request.user, by=request.signed_in)
    messages.success(request, "Everything is deleted. You can begin anew whenever you like.")
    return redirect("desk:today")


@program_only
@open_to_everybody
@require_POST
def delete_account(request: Visit) -> HttpResponse:
    """Delete the account with everything of it, after typing so."""
    form = forms.DeleteAccount(request.POST)
    if not form.is_valid():
        return show(request, "desk/your_data.html", _your_data(request, account=form), status=422)
    services.delete_account(request.user, by=request.signed_in)
    logout(request)
    messages.success(request, "Your account is deleted, with everything in it.")
    return redirect("account_login")


@require_POST
def open_example(request: Visit) -> HttpResponse:
    """Open the worked example."""
    services.open_example(request.signed_in, by=request.signed_in)
    request.session[EXAMPLE_IS_OPEN] = True
    return redirect("desk:today")


@require_POST
def close_example(request: Visit) -> HttpResponse:
    """Go back to one's own journey."""
    request.session.pop(EXAMPLE_IS_OPEN, None)
    return redirect("desk:today")


@require_POST
def remove_example(request: Visit) -> HttpResponse:
    """Remove the worked example; nothing else is touched."""
    services.remove_example(request.signed_in, by=request.signed_in)
    request.session.pop(EXAMPLE_IS_OPEN, None)
    messages.success(request, "The example is gone. Your own journey is as it was.")
    return redirect("desk:today")
