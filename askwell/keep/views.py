"""After a talk: thanks, and the people whom they named."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.requests import Visit
from askwell.connect.models import Contact
from askwell.keep import policies, selectors, services
from askwell.keep.forms import NewsForm, PeopleForm, ThanksForm
from askwell.lib.pages import show
from askwell.meet.models import Conversation


def _mine(request: Visit, pk: int) -> Conversation:
    mine = Conversation.objects.visible_to(request.user).select_related("contact", "seeker")
    return get_object_or_404(mine, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def thanks(request: Visit, pk: int) -> HttpResponse:
    """The thank-you: its words, until when, and the way on to sending."""
    conversation = _mine(request, pk)
    if not (verdict := policies.may_thank(request.user, conversation)):
        return show(request, "keep/early.html", {"conversation": conversation, "verdict": verdict})
    found = selectors.thanks_for(conversation)
    form = ThanksForm(
        request.POST or None, initial=selectors.words_of(found, conversation, seeker=request.user)
    )
    if request.method == "POST" and form.is_valid():
        letter = services.write_thanks(conversation, **form.cleaned_data, by=request.user)
        if "send" in request.POST:
            return redirect("ask:letter", letter.pk)
        messages.success(request, "Your draft is kept.")
        return redirect("keep:thanks", pk)
    context = {"conversation": conversation, "thanks": found, "form": form}
    return show(request, "keep/thanks.html", context, status=422 if form.errors else 200)


@require_POST
def said(request: Visit, pk: int) -> HttpResponse:
    """They were thanked already."""
    conversation = _mine(request, pk)
    services.say(conversation, by=request.user)
    messages.success(request, f"Good. {conversation.contact.called} has been thanked.")
    return redirect("keep:thanks", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def named(request: Visit, pk: int) -> HttpResponse:
    """Those whom they named, to be looked over and put on the list."""
    conversation = _mine(request, pk)
    people = selectors.people_to_keep(conversation)
    initial = [{"name": one.name, "role": one.role, "organization": one.organization} for one in people]
    forms = PeopleForm(request.POST or None, initial=initial)
    if request.method == "POST" and forms.is_valid():
        chosen = [person for form in forms if (person := form.named())]
        kept = services.keep_people(conversation, chosen, by=request.user)
        names = ", ".join(contact.name for contact in kept)
        messages.success(request, f"On your list: {names}." if kept else "Nobody was added.")
        return redirect("keep:thanks", pk)
    context = {"conversation": conversation, "forms": forms, "found": bool(people)}
    return show(request, "keep/named.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def news(request: Visit, contact_pk: int) -> HttpResponse:
    """The letter that tells somebody what came of their suggestion."""
    mine = Contact.objects.visible_to(request.user).select_related("seeker")
    contact = get_object_or_404(mine, pk=contact_pk)
    sheet = selectors.news_for(contact)
    form = NewsForm(request.POST or None, initial=selectors.words_of_news(sheet, contact))
    if request.method == "POST" and form.is_valid():
        letter = services.write_news(contact, **form.cleaned_data, by=request.user)
        if "send" in request.POST:
            return redirect("ask:letter", letter.pk)
        messages.success(request, "Your draft is kept.")
        return redirect("keep:news", contact_pk)
    verdict = policies.may_tell(request.user, contact, is_news=sheet.is_news)
    context = {"contact": contact, "sheet": sheet, "form": form, "verdict": verdict}
    return show(request, "keep/news.html", context, status=422 if form.errors else 200)
