"""A made-up community directory, read and compared: what an editor finds waiting."""

import json

from leavingwell.content.models import DirectoryFeed, OfferTopic
from leavingwell.content.services.directory.feeds import FeedSettings, save_feed
from leavingwell.content.services.directory.reading import read_import
from leavingwell.content.services.directory.starting import start_import
from leavingwell.platform.demo.files import read
from leavingwell.platform.people.models import Person

NAME = "Community directory"


def add_directory(by: Person) -> DirectoryFeed:
    feed = save_feed(FeedSettings(NAME, topic=OfferTopic.objects.get(code="participation")), by=by)
    data = json.dumps(read("words", "directory")).encode()
    run = start_import(feed, by=by, data=data, file_name="community-directory.json", queued=False)
    read_import(run.pk)
    return feed
