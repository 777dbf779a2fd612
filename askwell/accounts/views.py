"""The door, and your own page."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from askwell.accounts import services
from askwell.accounts.forms import AboutYou
from askwell.accounts.requests import Visit
from askwell.lib import zones
from askwell.lib.pages import show


@login_not_required
@never_cache
@require_GET
def enter(request: HttpRequest) -> HttpResponse:
    """The printed address of the solo edition: lets its person in once."""
    if not settings.SOLO:
        raise Http404
    if request.user.is_authenticated:
        return redirect("desk:today")
    user = services.use_token(request.GET.get("token", ""))
    if user is None:
        return show(request, "accounts/gate.html", {"used": True}, status=401)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("desk:today")


@require_safe
def start(request: Visit) -> HttpResponse:
    """The beginning of this room is your own page."""
    return redirect("accounts:you")


@require_http_methods(["GET", "HEAD", "POST"])
def you(request: Visit) -> HttpResponse:
    """Who you are, for letters and times."""
    form = AboutYou(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        services.introduce(request.user, **form.cleaned_data, by=request.user)
        messages.success(request, "Kept. Your next letter will use it.")
        return redirect("accounts:you")
    context = {
        "form": form,
        "zones": sorted(zones.names()),
        "solo": settings.SOLO,
        "schools": settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"],
    }
    return show(request, "accounts/you.html", context, status=422 if form.errors else 200)
