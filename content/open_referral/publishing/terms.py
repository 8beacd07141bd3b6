"""The terms under which offers stand: the headings of the local offer, whom they are for, and whose they are."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from leavingwell.content.models import OfferPage, OfferTopic
from leavingwell.content.models.pages.offer import Circumstance
from leavingwell.content.open_referral.ids import AUDIENCES, OWNERS, TOPICS, made_id, topic_id
from leavingwell.platform.people.models import YoungPerson

Term = dict[str, str]
AUDIENCE = {"categories": YoungPerson.Category, "circumstances": Circumstance}
NATION, COUNCIL = made_id("owner", "nation"), made_id("owner", "council")


def taxonomies() -> list[dict[str, str]]:
    about = {
        TOPICS: (_("Headings of the local offer"), _("Those of section 2 of the Children and Social Work Act 2017.")),
        AUDIENCES: (
            _("Whom it is for"),
            _("Categories of care leavers, and what in their lives an offer is meant for."),
        ),
        OWNERS: (_("Whose it is"), _("An offer of this council, or of the whole of England.")),
    }
    return [{"id": key, "name": name, "description": words, "version": "1"} for key, (name, words) in about.items()]


def term(key: str, name: Any, taxonomy: str, code: str) -> Term:
    kind = next(one["name"] for one in taxonomies() if one["id"] == taxonomy)
    words = str(name)
    return {"id": key, "name": words, "description": words, "taxonomy": kind, "taxonomy_id": taxonomy, "term": code}


def topic_term(topic: Any) -> Term:
    return term(topic_id(topic.code), topic.title_en, TOPICS, topic.code)


def audience_id(code: str) -> str:
    return made_id("audience", code)


def audience_terms() -> list[Term]:
    choices = (choice for kind in AUDIENCE.values() for choice in kind.choices)
    return [term(audience_id(code), label, AUDIENCES, code) for code, label in choices]


def owner_terms() -> list[Term]:
    return [
        term(NATION, _("The whole of England"), OWNERS, "national"),
        term(COUNCIL, _("This council"), OWNERS, "council"),
    ]


def all_terms() -> list[Term]:
    topics = [topic_term(topic) for topic in OfferTopic.objects.all()]
    return [*topics, *audience_terms(), *owner_terms()]


def terms_of(offer: OfferPage, known: dict[str, Term]) -> Iterator[Term]:
    yield topic_term(offer.topic)
    for code in (*offer.categories, *offer.circumstances):
        if audience_id(code) in known:
            yield known[audience_id(code)]
    yield known[COUNCIL if offer.council_id else NATION]


def under_term(key: str) -> Q | None:
    """The offers that stand under a term; None for a term that there is not."""
    if key in (NATION, COUNCIL):
        return Q(council=None) if key == NATION else Q(council__isnull=False)
    for column, kind in AUDIENCE.items():
        for code in kind.values:
            if key == audience_id(code):
                return Q(**{f"{column}__contains": [code]})
    topics = {topic_id(code): pk for pk, code in OfferTopic.objects.values_list("pk", "code")}
    return Q(topic=topics[key]) if key in topics else None


def under_taxonomy(key: str) -> Q | None:
    if key in (TOPICS, OWNERS):
        return Q()
    return ~Q(categories=[], circumstances=[]) if key == AUDIENCES else None
