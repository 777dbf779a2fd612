"""What you hold about each path, what matters, what you decided."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.requests import Visit
from askwell.decide import forms, selectors, services
from askwell.decide.models import Decision
from askwell.decide.suggestions import suggest
from askwell.explore import services as explore
from askwell.explore.models import Path
from askwell.lib.pages import onward, show


@require_safe
def index(request: Visit) -> HttpResponse:
    """The board: the lean, what would change your mind, and every belief."""
    board = selectors.board(request.user)
    suggestions = suggest(request.user, board)
    context = {
        "board": board,
        "opened": board.opened(request.GET.get("cell", "")),
        "first": suggestions[0] if suggestions else None,
        "also": suggestions[1:],
        "has_newer": selectors.has_newer(board),
        "decisions": selectors.decisions_of(request.user),
    }
    return show(request, "decide/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def criteria(request: Visit) -> HttpResponse:
    """What matters to you, and how much."""
    lines = forms.matters(selectors.criteria_of(request.user), request.POST or None)
    if request.method == "POST" and lines.is_valid():
        act = request.POST.get("do", "")
        services.keep_criteria(request.user, lines.wanted(act), by=request.user)
        messages.success(request, "Kept. The weighing uses it from now on.")
        return redirect("decide:criteria" if act else "decide:index")
    return show(request, "decide/criteria.html", {"lines": lines}, status=422 if lines.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def new_figures(request: Visit) -> HttpResponse:
    """What newer public figures would change, and taking them."""
    if request.method == "POST":
        explore.take_new_figures(request.user, by=request.user)
        messages.success(request, "Taken. What you hold rests on the newest public figures now.")
        return redirect("decide:index")
    return show(request, "decide/new_figures.html", {"renewal": selectors.renewal(request.user)})


@require_POST
def start(request: Visit) -> HttpResponse:
    """Keep the list to start from, and go back to where one was."""
    services.ensure_criteria(request.user, by=request.user)
    return onward(request) or redirect("decide:criteria")


@require_http_methods(["GET", "HEAD", "POST"])
def write_down(request: Visit) -> HttpResponse:
    """Write down a decision."""
    paths = Path.objects.visible_to(request.user).considered()
    form = forms.WriteDown(request.POST or None, paths=paths.named())
    if request.method == "POST" and form.is_valid():
        made = services.write_down(request.user, **form.cleaned_data, by=request.user)
        messages.success(request, "Written down, together with how things stood today.")
        return redirect("decide:decision", made.pk)
    board = selectors.board(request.user)
    context = {"form": form, "board": board}
    return show(request, "decide/write_down.html", context, status=422 if form.errors else 200)


@require_safe
def decision(request: Visit, pk: int) -> HttpResponse:
    """One decision, with how things stood when it was made."""
    made = get_object_or_404(Decision.objects.visible_to(request.user), pk=pk)
    return show(request, "decide/decision.html", {"decision": made, "weighed": selectors.then(made)})
