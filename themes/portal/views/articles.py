"""Stories, news, events, places and answers: for everybody, signed in or not."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.api import ask, one
from leavingwell.themes.portal.forms.filters import PlaceFilter
from leavingwell.themes.portal.forms.marked import marked
from leavingwell.themes.portal.reading.todo import nodes


@dataclass(frozen=True)
class Kind:
    """`many` and `single` are what the API calls the list and one of it; `document` asks for one."""

    name: str
    many: str
    single: str
    document: str
    title: str | Promise
    lede: str | Promise
    nothing: str | Promise

    @property
    def is_somewhere(self) -> bool:
        return self.name in ("events", "places")


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            *("events", "events", "event", "event"),
            title=_("What's on"),
            lede=_("Things to come to. You can bring somebody, and leave when you like."),
            nothing=_("Nothing is planned just now."),
        ),
        Kind(
            *("places", "places", "place", "place"),
            title=_("Places to drop in"),
            lede=_("You need no appointment and no reason."),
            nothing=_("There is no place here yet."),
        ),
        Kind(
            *("stories", "stories", "story", "story"),
            title=_("Stories"),
            lede=_("How it went for others, in their own words."),
            nothing=_("Nobody has told a story here yet."),
        ),
        Kind(
            *("news", "news", "newsItem", "news-item"),
            title=_("News"),
            lede=_("What has changed, and what is new."),
            nothing=_("There is no news just now."),
        ),
        Kind(
            *("answers", "answerPages", "answerPage", "answer-page"),
            title=_("Questions and answers"),
            lede=_("What many people ask. Ask us anything else."),
            nothing=_("There are no questions here yet."),
        ),
    )
}


@require_safe
def articles(request: HttpRequest, kind: str) -> HttpResponse:
    chosen, past = KINDS[kind], kind == "events" and "past" in request.GET
    area, after = request.GET.get("area") or None, request.GET.get("after") or None
    data = ask(request, "articles", **{kind: True}, past=past, area=area, after=after)
    found = data[chosen.many]
    more = request.GET.copy()
    more["after"] = found["pageInfo"]["endCursor"] or ""
    areas = [(one_area["code"], marked(one_area["name"])) for one_area in data["areas"]]
    context = {
        "kind": chosen,
        "articles": nodes(found),
        "past": past,
        "form": PlaceFilter(request.GET, areas=areas) if areas and chosen.is_somewhere else None,
        "more": more.urlencode() if found["pageInfo"]["hasNextPage"] else "",
    }
    return render(request, "portal/articles.html", context)


@require_safe
def article(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    chosen = KINDS[kind]
    found = one(ask(request, chosen.document, slug=slug)[chosen.single])
    return render(request, "portal/article.html", {"kind": chosen, "article": found})
