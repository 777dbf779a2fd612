"""Articles to read."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from askwell.accounts.requests import Visit
from askwell.guide import articles
from askwell.lib.pages import show


@require_safe
def index(request: Visit) -> HttpResponse:
    """All guides."""
    return show(request, "guide/index.html", {"articles": articles.articles()})


@require_safe
def article(request: Visit, slug: str) -> HttpResponse:
    """One guide, what is like it, and the tool it talks about."""
    found = articles.article(slug)
    if found is None:
        raise Http404
    return show(request, "guide/article.html", {"article": found, "also": articles.also_like(slug)})
