"""The brief, its questions, and those that wait for one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.requests import Visit
from askwell.explore.models import Occupation
from askwell.lib.pages import onward, show
from askwell.meet.models import Conversation
from askwell.prepare import hints, selectors, services
from askwell.prepare.forms import Planned, Reworded, Words
from askwell.prepare.models import Question


def _conversation(request: Visit, pk: int) -> Conversation:
    mine = Conversation.objects.visible_to(request.user)
    return get_object_or_404(mine.select_related("contact", "seeker"), pk=pk)


def _question(request: Visit, pk: int) -> Question:
    mine = Question.objects.visible_to(request.user)
    return get_object_or_404(mine.select_related("conversation__contact"), pk=pk)


@require_safe
def brief(request: Visit, conversation_pk: int) -> HttpResponse:
    """One page of preparation for one conversation."""
    return _brief_page(request, _conversation(request, conversation_pk), Words())


def _brief_page(request: Visit, conversation: Conversation, form: Words) -> HttpResponse:
    context = {
        "conversation": conversation,
        "brief": selectors.brief(conversation, request.user),
        "form": form,
    }
    return show(request, "prepare/brief.html", context, status=422 if form.errors else 200)


@require_POST
def add(request: Visit, conversation_pk: int) -> HttpResponse:
    """A question of one's own."""
    conversation = _conversation(request, conversation_pk)
    form = Words(request.POST)
    if not form.is_valid():
        return _brief_page(request, conversation, form)
    services.plan_question(request.user, conversation=conversation, by=request.user, **form.cleaned_data)
    return redirect("prepare:brief", conversation_pk)


@require_POST
def choose(request: Visit, conversation_pk: int) -> HttpResponse:
    """Other questions in place of those that were chosen."""
    services.choose_anew(_conversation(request, conversation_pk), by=request.user)
    messages.success(request, "Chosen anew. What you planned or wrote yourself is still here.")
    return redirect("prepare:brief", conversation_pk)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Visit, pk: int) -> HttpResponse:
    """One question in other words."""
    question = _question(request, pk)
    form = Reworded(request.POST or None, question=question, reader=request.user)
    if request.method == "POST" and form.is_valid():
        services.edit(question, by=request.user, **form.cleaned_data)
        return _back(question)
    context = {"question": question, "form": form, "hints": hints.hints(question.text)}
    return show(request, "prepare/edit.html", context, status=422 if form.errors else 200)


@require_POST
def move(request: Visit, pk: int) -> HttpResponse:
    """Ask it earlier, or later."""
    question = _question(request, pk)
    services.reorder(question, up=request.POST.get("to") == "up", by=request.user)
    return _back(question)


@require_POST
def drop(request: Visit, pk: int) -> HttpResponse:
    """Let a question go."""
    question = Question.objects.visible_to(request.user).filter(pk=pk).first()
    if question is None:
        # Pressed twice: it is gone already, and that is what was wanted.
        return onward(request) or redirect("prepare:waiting")
    services.drop(question, by=request.user)
    return _back(question)


def _back(question: Question) -> HttpResponse:
    if question.conversation_id is None:
        return redirect("prepare:waiting")
    return redirect("prepare:brief", question.conversation_id)


@require_POST
def plan(request: Visit) -> HttpResponse:
    """Keep a question for a brief, or for the next one."""
    form = Planned(request.POST, seeker=request.user)
    if not form.is_valid():
        return _waiting_page(request, form)
    services.plan_question(request.user, by=request.user, **form.cleaned_data)
    if named := onward(request):
        return named
    conversation = form.cleaned_data["conversation"]
    return redirect("prepare:brief", conversation.pk) if conversation else redirect("prepare:waiting")


@require_safe
def waiting(request: Visit) -> HttpResponse:
    """Planned questions that are in no brief yet."""
    return _waiting_page(request, Planned(seeker=request.user))


def _waiting_page(request: Visit, form: Planned) -> HttpResponse:
    context = {
        "form": form,
        "waiting": selectors.waiting(request.user),
        "conversations": selectors.open_conversations(request.user),
    }
    return show(request, "prepare/waiting.html", context, status=422 if form.errors else 200)


@require_safe
def for_career(request: Visit, soc: str) -> HttpResponse:
    """What the figures of one career can't tell: questions for a person."""
    occupation = get_object_or_404(Occupation, soc=soc)
    context = {"occupation": occupation, "offers": selectors.offers(occupation, request.user)}
    return show(request, "prepare/for_career.html", context)
