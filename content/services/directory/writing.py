"""Putting the values of a directory into an offer's columns."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import published

from leavingwell.content.models import OfferIndexPage, OfferPage, OfferTopic
from leavingwell.content.open_referral.taking.comparing import is_empty
from leavingwell.content.open_referral.taking.texts import as_html

Values = Mapping[str, Any]
Topics = Mapping[str, OfferTopic]  # by code


def contact_block(contact: Values) -> dict[str, Any]:
    hours = [{"type": "item", "value": one} for one in contact["hours"]]
    return {"type": "contact", "value": {**contact, "hours": hours}}


def with_links(offer: OfferPage, links: list[Values]) -> list[Any]:
    """The directory knows of links only: the council's documents stay."""
    documents = [dict(block) for block in offer.resources.raw_data if block["type"] != "link"]
    return [*({"type": "link", "value": link} for link in links), *documents]


def put(offer: Any, name: str, value: Any, topics: Topics) -> None:
    if name == "topic":
        offer.topic = topics[value]
    elif name == "body_en":
        offer.body_en = as_html(value or "")
    elif name == "contacts":
        offer.contacts = json.dumps([contact_block(one) for one in value or []])
    elif name == "resources":
        offer.resources = json.dumps(with_links(offer, value or []))
    elif name == "last_checked_on":
        offer.last_checked_on = date.fromisoformat(value) if value else None
    else:
        setattr(offer, name, value if value is not None else "")


def put_all(offer: OfferPage, values: Values, topics: Topics) -> None:
    """Those that the directory says nothing of stay as they are."""
    for name, value in values.items():
        if not is_empty(value):
            put(offer, name, value, topics)


def new_offer(values: Values, slug: str, topics: Topics) -> OfferPage:
    offer = OfferPage(title=values["heading_en"], slug=slug)
    put_all(offer, values, topics)
    return offer


def put_in_tree(offer: OfferPage, index: OfferIndexPage, *, publishes: bool, user: Any) -> None:
    """As the admin leaves a new page: a draft, or live with its revision. In one save in place of three."""
    offer.live, offer.has_unpublished_changes = publishes, not publishes
    if publishes:
        offer.first_published_at = offer.last_published_at = timezone.now()
    index.add_child(instance=offer)
    revision = offer.save_revision(user=user, changed=not publishes, clean=False, log_action=True)
    if publishes:
        Page.objects.filter(pk=offer.pk).update(live_revision=revision)
        log(instance=offer, action="wagtail.publish", user=user, revision=revision)
        published.send(sender=OfferPage, instance=offer, revision=revision)
