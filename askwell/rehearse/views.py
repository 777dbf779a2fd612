"""Saying the opening aloud, for nobody but oneself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.requests import Visit
from askwell.lib.pages import show
from askwell.meet.models import Conversation
from askwell.rehearse import selectors, services
from askwell.rehearse.forms import Said


@require_safe
def index(request: Visit) -> HttpResponse:
    """An opening that fits anybody, and the conversations to practice for."""
    context = {
        "practice": selectors.practice(request.user, None),
        "coming": selectors.coming(request.user),
    }
    return show(request, "rehearse/index.html", context)


@require_safe
def conversation(request: Visit, conversation_pk: int) -> HttpResponse:
    """The opening for one conversation, with a clock."""
    mine = Conversation.objects.visible_to(request.user).select_related("contact", "seeker")
    found = get_object_or_404(mine, pk=conversation_pk)
    context = {"conversation": found, "practice": selectors.practice(request.user, found)}
    return show(request, "rehearse/conversation.html", context)


@require_POST
def keep(request: Visit) -> HttpResponse:
    """One try, said."""
    form = Said(request.POST, seeker=request.user)
    form.is_valid()
    # A clock left running, or a rating that is none, is no reason to lose the try.
    found = form.cleaned_data.get("conversation")
    services.keep(
        request.user,
        conversation=found,
        seconds=form.cleaned_data.get("seconds"),
        sure=form.cleaned_data.get("sure"),
        by=request.user,
    )
    messages.success(request, "Said. That was the hard part, and nobody heard it but you.")
    return redirect("rehearse:conversation", found.pk) if found else redirect("rehearse:index")
