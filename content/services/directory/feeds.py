"""The directories from which a council takes offers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.content.models import DirectoryFeed, OfferTopic
from leavingwell.content.models.directory.feed import LEAVE_OUT
from leavingwell.content.open_referral.faults import NotRead, words
from leavingwell.content.open_referral.fetching import split
from leavingwell.platform.audit.services import Actor, differences, record
from leavingwell.platform.problems import ProblemCode, invalid, refuse, wrong_state

FIELDS = ("name", "address", "topic", "takes_only_our_ages", "publishes")
LONGEST_NAME = 100


@dataclass(frozen=True)
class FeedSettings:
    """`topic` is that of services whose terms have none; without it they are left out."""

    name: str
    address: str = ""
    topic: OfferTopic | None = None
    takes_only_our_ages: bool = True
    publishes: bool = False


def check(given: FeedSettings) -> None:
    if not given.name.strip():
        raise invalid(_("Give it a name."), "name")
    if len(given.name) > LONGEST_NAME:
        raise invalid(_("The name is too long."), "name")
    if given.address:
        try:
            split(given.address)
        except NotRead as refused:
            raise invalid(words(refused.fault), "address") from None


def told(feed: DirectoryFeed) -> dict[str, Any]:
    topic = feed.topic.code if feed.topic else None
    return {**{name: getattr(feed, name) for name in FIELDS}, "topic": topic}


@transaction.atomic
def save_feed(given: FeedSettings, *, by: Actor | None, feed: DirectoryFeed | None = None) -> DirectoryFeed:
    """A new one, or `feed` with other settings. Raises INVALID; CONFLICT for a name that another has."""
    check(given)
    before, action = (told(feed), "directory.changed") if feed else ({}, "directory.added")
    feed = feed or DirectoryFeed()
    for name in FIELDS:
        setattr(feed, name, getattr(given, name))
    try:
        with transaction.atomic():
            feed.save()
    except IntegrityError:
        raise refuse(ProblemCode.CONFLICT, _("There is a directory of this name already."), "name") from None
    record(action, feed, by=by, changes=differences(before, told(feed)))
    return feed


@transaction.atomic
def set_topics(feed: DirectoryFeed, chosen: Mapping[str, str], *, by: Actor | None) -> DirectoryFeed:
    """Which topic each term belongs to, by the term's key. Empty: none. Raises INVALID for an unknown topic or term."""
    known = {LEAVE_OUT, "", *OfferTopic.objects.values_list("code", flat=True)}
    if not known.issuperset(chosen.values()) or not {*feed.terms, *feed.topics}.issuperset(chosen):
        raise invalid(_("Choose one of the topics."), "topics")
    feed = DirectoryFeed.objects.select_for_update().get(pk=feed.pk)
    before = feed.topics
    feed.topics = {key: code for key, code in {**before, **chosen}.items() if code}
    feed.save(update_fields=["topics"])
    record("directory.topics", feed, by=by, changes=differences({"topics": before}, {"topics": feed.topics}))
    return feed


@transaction.atomic
def remove_feed(feed: DirectoryFeed, *, by: Actor | None) -> None:
    """Its offers stay as they are: the council's own from now on. Refused while an import of it is being written."""
    if feed.imports.filter(state="applying").exists():
        raise wrong_state(_("An import of it is being written."))
    record("directory.removed", feed, by=by, changes={"name": [feed.name, None]})
    feed.delete()
