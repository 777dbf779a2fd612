"""Careers: finding one, reading its figures, weighing a few side by side."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.requests import Visit
from askwell.explore import selectors, services
from askwell.explore.career.where import By
from askwell.explore.forms import Elsewhere, Narrowing
from askwell.explore.models import Occupation, Path
from askwell.explore.pack import PackError
from askwell.lib.pages import show

LONGEST = 300


@require_safe
def index(request: Visit) -> HttpResponse:
    """Search, or browse by family; above it the paths under consideration."""
    query = request.GET.get("q", "")[:LONGEST].strip()
    code = request.GET.get("group", "")
    context = {
        "query": query,
        "results": selectors.search(query) if query else None,
        "group": selectors.group(code),
        "groups": selectors.groups(),
        **selectors.table(request.user),
    }
    return show(request, "explore/index.html", context)


@require_safe
def career(request: Visit, soc: str) -> HttpResponse:
    """One career in figures, and what they can't tell."""
    occupation = get_object_or_404(Occupation, soc=soc)
    return _career_page(request, occupation)


@require_safe
def where(request: Visit, soc: str) -> HttpResponse:
    """Where a career pays: map, table, one place by name."""
    occupation = get_object_or_404(Occupation, soc=soc)
    by = By.BUYS if request.GET.get("by") == By.BUYS else By.PAY
    near = request.GET.get("near", "")[:LONGEST].strip()
    context: dict[str, object] = {"occupation": occupation, "near": near}
    try:
        context["page"] = selectors.where_it_pays(occupation, by, near)
    except PackError as fault:
        context["trouble"] = str(fault)
    return show(request, "explore/where.html", context)


@require_safe
def majors(request: Visit) -> HttpResponse:
    """Programs of study, by words or by field."""
    query = request.GET.get("q", "")[:LONGEST].strip()
    field = request.GET.get("field", "")
    context: dict[str, object] = {"query": query}
    try:
        found = selectors.majors_like(query) if query else selectors.in_field(field)
        context |= {"majors": found, "field": found and field}
        context["fields"] = selectors.fields()
    except PackError as fault:
        context["trouble"] = str(fault)
    return show(request, "explore/majors.html", context)


@require_safe
def major(request: Visit, cip: str) -> HttpResponse:
    """One program of study and the careers it leads to."""
    page = selectors.major(cip)
    if page is None:
        raise Http404
    return show(request, "explore/major.html", {"page": page})


@require_safe
def places(request: Visit) -> HttpResponse:
    """Places and industries for what is being typed, as options of a field."""
    typed = next(iter(request.GET.dict().values()), "")  # the field may go by any name
    found = selectors.like(typed[:LONGEST])
    return show(request, "explore/places.html", {"places": found})


def _career_page(
    request: Visit,
    occupation: Occupation,
    *,
    wrong: Narrowing | None = None,
    elsewhere: Elsewhere | None = None,
) -> HttpResponse:
    page = selectors.career(occupation, request.user)
    forms = [
        wrong
        if wrong and wrong.path == path
        else Narrowing(path=path, user=request.user, here=page.here.get(path.pk, ""))
        for path in page.paths
    ]
    context = {
        "career": page,
        "occupation": occupation,
        "narrowings": forms,
        "elsewhere": elsewhere or Elsewhere(),
        "form": wrong or elsewhere,
    }
    return show(request, "explore/career.html", context, status=422 if wrong or elsewhere else 200)


@require_POST
def consider(request: Visit, soc: str) -> HttpResponse:
    """Put a career under consideration."""
    occupation = get_object_or_404(Occupation, soc=soc)
    form = Elsewhere(request.POST)
    if not form.is_valid():
        return _career_page(request, occupation, elsewhere=form)
    services.consider(occupation, narrowed=form.cleaned_data["narrowed"], by=request.user)
    messages.success(request, "It is under consideration. Next: find one person who does this work.")
    return redirect("explore:career", soc=soc)


@require_POST
def set_aside(request: Visit, pk: int) -> HttpResponse:
    """Take a path off the table."""
    path = get_object_or_404(Path.objects.visible_to(request.user), pk=pk)
    services.set_aside(path, by=request.user)
    messages.success(request, "Set aside. What you learned about it stays.")
    return _back(request, path)


@require_POST
def take_up(request: Visit, pk: int) -> HttpResponse:
    """Bring a path back onto the table."""
    path = get_object_or_404(Path.objects.visible_to(request.user), pk=pk)
    services.take_up(path, by=request.user)
    messages.success(request, "Back on the table.")
    return _back(request, path)


@require_http_methods(["GET", "HEAD", "POST"])
def narrow(request: Visit, pk: int) -> HttpResponse:
    """Say in which industry, place, or company."""
    path = get_object_or_404(Path.objects.visible_to(request.user).select_related("occupation"), pk=pk)
    if request.method != "POST":
        return redirect("explore:career", soc=path.occupation.soc)
    form = Narrowing(request.POST, path=path, user=request.user)
    if not form.is_valid():
        return _career_page(request, path.occupation, wrong=form)
    services.narrow(path, narrowed=form.cleaned_data["narrowed"], by=request.user)
    messages.success(request, "Kept.")
    return redirect("explore:career", soc=path.occupation.soc)


def _back(request: Visit, path: Path) -> HttpResponse:
    if request.POST.get("from") == "career":
        return redirect("explore:career", soc=path.occupation.soc)
    return redirect("explore:index")


@require_safe
def compare(request: Visit) -> HttpResponse:
    """Two to six paths on the same scales."""
    keys = selectors.compared(request.user, request.GET.getlist("soc"), beside=request.GET.getlist("with"))
    if add := request.GET.get("add", "")[:LONGEST].strip():
        return _added(request, keys, add)
    comparison = selectors.compare(keys)
    address = f"{reverse('explore:compare')}?{urlencode({'soc': [each.key for each in comparison.chosen]}, doseq=True)}"
    context = {"comparison": comparison, "address": request.build_absolute_uri(address)}
    return show(request, "explore/compare.html", context)


def _added(request: Visit, keys: list[str], add: str) -> HttpResponse:
    found = selectors.search(add, limit=1).found
    if found:
        near = request.GET.get("near", "")[:LONGEST].strip()
        keys = [*keys, selectors.key_of(found[0].occupation.soc, near)]
    else:
        messages.warning(request, f"No career was found for “{add}”. Try a job title, such as “nurse”.")
    return redirect(f"{reverse('explore:compare')}?{urlencode({'soc': keys}, doseq=True)}")


@require_safe
def sources(request: Visit) -> HttpResponse:
    """Where the figures come from."""
    return show(request, "explore/sources.html", {"sources": selectors.sources()})
