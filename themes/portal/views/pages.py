from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.api import ask

OUR_OWN = {"accessibility", "your-data"}  # what the portal says itself while the council has no such page


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """A page of text that the council wrote."""
    found = ask(request, "page", slug=slug)["page"]
    if found:
        return render(request, "portal/page.html", {"text_page": found})
    if slug not in OUR_OWN:
        raise Http404
    return render(request, f"portal/texts/{slug}.html")


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/glossary.html", ask(request, "glossary"))


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Whom to call: the one page that everybody must find."""
    data = ask(request, "help")
    own = (data["viewer"] or {}).get("youngPerson")
    worker = own["worker"] if own else None
    context = {"helpLines": data["helpLines"], "worker": worker, "text_page": data["page"], "own": bool(own)}
    return render(request, "portal/help.html", context)
