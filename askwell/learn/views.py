"""The live page, and the page after it."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.requests import Visit
from askwell.learn import policies, selectors, services
from askwell.learn.forms import FindingForm, NoteForm, SentNote, Sheet, notes_on
from askwell.learn.models import Finding
from askwell.lib.pages import show
from askwell.meet import services as meet
from askwell.meet.models import Conversation

Pairs = list[tuple[selectors.Asked, NoteForm]]


def _mine(request: Visit, pk: int) -> Conversation:
    mine = Conversation.objects.visible_to(request.user).select_related("contact", "thank_you")
    return get_object_or_404(mine, pk=pk)


def _talking(request: Visit, conversation: Conversation, pairs: Pairs | None = None) -> HttpResponse:
    """The live page; with what came in when some of it could not be saved."""
    asked = selectors.asked_in(conversation)
    context = {
        "conversation": conversation,
        "clock": selectors.clock_of(conversation),
        "pairs": pairs or notes_on(asked),
        "left_over": [row for row in asked if not row.is_open],
        "may_take_notes": policies.may_take_notes(request.user, conversation),
        "is_wrong": bool(pairs),
    }
    return show(request, "learn/talk.html", context, status=422 if pairs else 200)


def _keep_notes(request: Visit, conversation: Conversation) -> Pairs | None:
    """Save every note that came in and can be; all of them again when one can't be."""
    pairs = notes_on(selectors.asked_in(conversation), request.POST)
    sent = [(row, form) for row, form in pairs if form.is_bound]
    good = [(row, form) for row, form in sent if form.is_valid()]
    for row, form in good:
        services.save_note(
            conversation,
            question=row.question,
            written=services.Written(**form.cleaned_data),
            by=request.user,
        )
    return pairs if len(good) < len(sent) else None


@require_safe
def talk(request: Visit, pk: int) -> HttpResponse:
    """The live page: the clock, the questions, a place for notes under each."""
    return _talking(request, _mine(request, pk))


@require_POST
def note(request: Visit, pk: int) -> HttpResponse:
    """One note, sent by the device while somebody types; answers with its version, and its text if others wrote too."""
    conversation = _mine(request, pk)
    form = SentNote(request.POST)
    if not form.is_valid():
        wrong = " ".join(str(said) for errors in form.errors.values() for said in errors)
        return JsonResponse({"wrong": wrong}, status=422)
    sent = form.cleaned_data
    if asked := sent.pop("question"):
        question = get_object_or_404(conversation.questions.all(), pk=asked)
    kept = services.save_note(
        conversation, question=question if asked else None, written=services.Written(**sent), by=request.user
    )
    other_text = kept.text if kept.text != sent["text"] else None
    return JsonResponse({"version": kept.version, "text": other_text, "tag": kept.tag})


@require_POST
def notes(request: Visit, pk: int) -> HttpResponse:
    """All notes of the page at once."""
    conversation = _mine(request, pk)
    if wrong := _keep_notes(request, conversation):
        return _talking(request, conversation, wrong)
    messages.success(request, "Your notes are saved.")
    return redirect("learn:talk", pk=pk)


@require_POST
def begin(request: Visit, pk: int) -> HttpResponse:
    """Start the clock."""
    conversation = _mine(request, pk)
    if wrong := _keep_notes(request, conversation):
        return _talking(request, conversation, wrong)
    meet.begin(conversation, by=request.user)
    return redirect("learn:talk", pk=pk)


@require_POST
def end(request: Visit, pk: int) -> HttpResponse:
    """The talk is over: the notes are kept, what follows begins."""
    conversation = _mine(request, pk)
    if wrong := _keep_notes(request, conversation):
        return _talking(request, conversation, wrong)
    meet.hold(conversation, by=request.user)
    return redirect("learn:findings", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def findings(request: Visit, pk: int) -> HttpResponse:
    """Each note beside the findings made of it."""
    conversation = _mine(request, pk)
    sheet = Sheet(conversation, request.user, request.POST or None)
    if request.method == "POST" and sheet.is_valid():
        services.reflect(conversation, **sheet.reflection.cleaned_data, by=request.user)
        kept = [services.keep_finding(conversation, found, by=request.user) for found in sheet.drafted()]
        messages.success(
            request,
            "Your findings are kept."
            if kept
            else "Kept as notes. To make a finding, say which way it moves you.",
        )
        return redirect("learn:findings", pk=pk)
    may_keep = policies.may_keep_findings(request.user, conversation)
    context = {"conversation": conversation, "sheet": sheet, "may_keep": may_keep}
    return show(request, "learn/findings.html", context, status=422 if request.method == "POST" else 200)


def _found(request: Visit, pk: int) -> Finding:
    mine = Finding.objects.visible_to(request.user).defer("path__occupation__figures")
    return get_object_or_404(mine.select_related("contact", "path__occupation", "question"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def finding_edit(request: Visit, pk: int) -> HttpResponse:
    """Put a finding better."""
    finding = _found(request, pk)
    form = FindingForm(
        request.POST or None,
        initial=selectors.as_drafted(finding),
        paths=selectors.paths_weighed(request.user) | {finding.path_id: finding.path},
        criteria=selectors.criteria_of(request.user),
    )
    if request.method == "POST" and form.is_valid():
        services.change_finding(finding, form.drafted(finding.question), by=request.user)
        messages.success(request, "The finding is changed.")
        return redirect("learn:findings", pk=finding.conversation_id)
    context = {"finding": finding, "form": form}
    return show(request, "learn/finding.html", context, status=422 if form.errors else 200)


@require_POST
def finding_drop(request: Visit, pk: int) -> HttpResponse:
    """Let a finding go."""
    finding = _found(request, pk)
    services.drop_finding(finding, by=request.user)
    messages.success(request, "The finding is gone; the note it came from stays.")
    return redirect("learn:findings", pk=finding.conversation_id)
