"""Every room under its own name; the desk at the root."""

from django.urls import URLPattern, URLResolver, include, path

from askwell.desk.views import healthz
from askwell.journey import ROOMS

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("accounts/", include("askwell.accounts.signing_in")),
    *(
        path("" if room.name == "desk" else f"{room.name}/", include(f"{room.app}.urls"))
        for room in ROOMS
        if room.has_pages
    ),
]
handler400 = "askwell.lib.pages.not_understood"
handler500 = "askwell.lib.pages.broken"
