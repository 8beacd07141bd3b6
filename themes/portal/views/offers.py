from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.filters import AGES, OfferFilter
from leavingwell.themes.portal.reading.glossary import terms_in
from leavingwell.themes.portal.reading.todo import nodes


def wanted(request: HttpRequest) -> dict[str, Any]:
    """The filter of the address, as far as it makes sense."""
    age = request.GET.get("age", "")
    return {
        "topic": request.GET.get("topic") or None,
        "age": int(age) if age.isdecimal() and int(age) in AGES else None,
        "search": request.GET.get("search", "")[:100] or None,
        "after": request.GET.get("after") or None,
    }


@require_safe
def offers(request: HttpRequest) -> HttpResponse:
    """What I can get: for everybody, signed in or not."""
    data = ask(request, "offers", **wanted(request))
    topics = [(topic["code"], topic["title"]["value"]) for topic in data["offerTopics"]]
    form = OfferFilter(request.GET, topics=topics)
    found = data["offers"]
    more = request.GET.copy()
    more["after"] = found["pageInfo"]["endCursor"] or ""
    context = {"form": form, "offers": nodes(found), "total": found["totalCount"], "more": more.urlencode()}
    context["has_more"] = found["pageInfo"]["hasNextPage"]
    return render(request, "portal/offers.html", context)


@require_safe
def offer(request: HttpRequest, slug: str) -> HttpResponse:
    data = ask(request, "offer", slug=slug)
    found = one(data["offer"])
    said = " ".join(found[part]["value"] for part in ("title", "summary", "body", "howToGetIt"))
    return render(request, "portal/offer.html", {"offer": found, "terms": terms_in(said, data["glossary"])})


@signed_in
@require_POST
def ask_about(request: HttpRequest, slug: str) -> HttpResponse:
    """Puts "ask about this" on the shared list, for the worker."""
    title = one(ask(request, "offer", slug=slug)["offer"])["title"]["value"]
    found = one(ask(request, "todo", youngPerson=own_id(request))["youngPerson"])
    owners = [found["worker"]["id"]] if found["worker"] else []
    try:
        change(
            request,
            "add-action",
            planId=one(found["plan"])["id"],
            title=_("Find out about: %s") % title,
            ownerIds=owners,
        )
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("It is on the list. Your worker sees it."))
    return redirect("offer", slug=slug)
