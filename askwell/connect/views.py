"""People who know."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from askwell.accounts.requests import Visit
from askwell.connect import policies, selectors, services
from askwell.connect.forms import AboutContact
from askwell.connect.models import Contact
from askwell.lib.pages import show


@require_safe
def index(request: Visit) -> HttpResponse:
    """Everyone, by what waits, and the map of who led to whom."""
    return show(request, "connect/index.html", {"people": selectors.people(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Visit) -> HttpResponse:
    """Put a person on the list; one who seems to be there already is pointed out first."""
    form = AboutContact(request.user, request.POST or None, initial=started_from(request))
    alike: list[Contact] = []
    if form.is_valid():
        alike = selectors.alike(request.user, **form.likeness())
        if not alike or "anyway" in request.POST:
            contact = services.add_contact(request.user, by=request.user, **form.known())
            messages.success(request, f"{contact.name} is on your list.")
            return redirect("connect:person", contact.pk)
    context = {"form": form, "alike": alike}
    return show(request, "connect/add.html", context, status=422 if form.is_bound else 200)


def started_from(request: Visit) -> dict[str, str]:
    """What the link that led here knew already: a path, or who suggested them."""
    return {name: request.GET[name] for name in ("paths", "suggested_by", "bond") if request.GET.get(name)}


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Visit, pk: int) -> HttpResponse:
    """Change what is known of a person."""
    contact = get_object_or_404(Contact.objects.visible_to(request.user), pk=pk)
    form = AboutContact(request.user, request.POST or None, instance=contact)
    if form.is_valid():
        services.edit_contact(contact, by=request.user, **form.known())
        messages.success(request, "Kept.")
        return redirect("connect:person", pk)
    context = {"form": form, "contact": Contact.objects.visible_to(request.user).get(pk=pk)}
    return show(request, "connect/edit.html", context, status=422 if form.errors else 200)


@require_safe
def person(request: Visit, pk: int) -> HttpResponse:
    """Who they are, what they could tell you, what next, what happened so far."""
    contact = get_object_or_404(Contact.objects.visible_to(request.user), pk=pk)
    known = selectors.one(contact)
    context = {
        "known": known,
        "could_tell": selectors.could_tell(contact),
        "happened": selectors.what_happened(known),
    }
    return show(request, "connect/person.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: Visit, pk: int) -> HttpResponse:
    """Say what goes with a person, then take them off the list."""
    contact = get_object_or_404(Contact.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        services.remove_contact(contact, by=request.user)
        messages.success(request, f"{contact.name} is off your list.")
        return redirect("connect:index")
    context = {
        "contact": contact,
        "goes": selectors.what_goes(contact),
        "verdict": policies.may_remove(request.user, contact),
    }
    return show(request, "connect/remove.html", context)
