from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leavingwell.themes.portal import narrowing
from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.filters import AGES, OfferFilter
from leavingwell.themes.portal.forms.marked import marked
from leavingwell.themes.portal.offer_words import CATEGORY_CHOICES, CIRCUMSTANCE_CHOICES
from leavingwell.themes.portal.reading.todo import nodes, offers_on_the_list

PRIVATE, SHOWN = ("search", "category", "circumstances"), ("topic", "age", "area")


def chosen(request: HttpRequest) -> QueryDict:
    """The filter: that of the address, which wins, and what the session keeps."""
    found, kept = request.GET.copy(), narrowing.kept(request, "offers")
    for name, values in kept.lists():
        if name not in found:
            found.setlist(name, values)
    return found


def wanted(asked: QueryDict) -> dict[str, Any]:
    """The filter as far as it makes sense."""
    age = asked.get("age", "")
    return {
        "topic": asked.get("topic") or None,
        "age": int(age) if age.isdecimal() and int(age) in AGES else None,
        "area": asked.get("area") or None,
        "category": asked.get("category") if asked.get("category") in CATEGORY_CHOICES else None,
        "circumstances": [one for one in asked.getlist("circumstances") if one in CIRCUMSTANCE_CHOICES] or None,
        "search": asked.get("search", "")[:100] or None,
        "after": asked.get("after") or None,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def offers(request: HttpRequest) -> HttpResponse:
    """What I can get: for everybody, signed in or not."""
    if request.method == "POST":
        narrowing.keep(request, "offers", PRIVATE)
        return redirect(narrowing.address(request, SHOWN))
    filters = chosen(request)
    asked = wanted(filters)
    data = ask(request, "offers", **asked)
    found, topics = data["offers"], data["offerTopics"]
    form = OfferFilter(
        filters,
        topics=[(topic["code"], marked(topic["title"])) for topic in topics],
        areas=[(area["code"], marked(area["name"])) for area in data["areas"]],
    )
    more = request.GET.copy()
    more["after"] = found["pageInfo"]["endCursor"] or ""
    context = {"form": form, "offers": nodes(found), "total": found["totalCount"], "more": more.urlencode()}
    context |= {"has_more": found["pageInfo"]["hasNextPage"], "topics": topics, "search": asked["search"]}
    context["notices"] = data["notices"]
    context["me"] = own(data)
    context["asked_about"] = offers_on_the_list(context["me"])
    if asked["search"] and not found["totalCount"]:
        context["words"] = ask(request, "offer-words", search=asked["search"])["offerWords"]
    return render(request, "portal/offers.html", context)


@require_safe
def offer(request: HttpRequest, slug: str) -> HttpResponse:
    found = ask(request, "offer", slug=slug)
    offer, me = one(found["offer"]), own(found)
    return render(request, "portal/offer.html", {"offer": offer, "me": me, "asked": asked_about(me, offer)})


def own(data: dict[str, Any]) -> dict[str, Any] | None:
    """The viewer as a young person; none for visitors and everybody else."""
    return (data["viewer"] or {}).get("youngPerson")


def asked_about(me: dict[str, Any] | None, offer: dict[str, Any]) -> dict[str, Any] | None:
    """What is on their list about it already."""
    listed = nodes(me["plan"]["actions"]) if me and me["plan"] else []
    return next((action for action in listed if action["offer"] and action["offer"]["slug"] == offer["slug"]), None)


@signed_in
@require_POST
def ask_about(request: HttpRequest, slug: str) -> HttpResponse:
    """Puts "ask about this" on the shared list, for the worker."""
    offer = one(ask(request, "offer", slug=slug)["offer"])
    found = one(ask(request, "todo", youngPerson=own_id(request))["youngPerson"])
    owners = [found["worker"]["id"]] if found["worker"] else []
    try:
        change(
            request,
            "add-action",
            planId=one(found["plan"])["id"],
            title=_("Find out about: %s") % offer["title"]["value"],
            ownerIds=owners,
            offerId=offer["id"],
        )
    except Refused as refused:
        messages.info(request, refused.message)
    else:
        messages.success(request, _("It is on the list. Your worker sees it."))
    return redirect("offer", slug=slug)
