"""What happens by the clock: `python -m django rqcron leavingwell.platform.schedule` keeps it going.

The hours are those of `TIME_ZONE`. Each job finds by itself what is left to do, so a run that was missed, came twice or
died half-way is made good by the next one of the day; nobody gets an e-mail at night.
"""

from rq.cron import register

from leavingwell.content.checks.jobs import check_links_everywhere, check_pages_everywhere
from leavingwell.content.editing.publishing import publish_due_everywhere
from leavingwell.platform.documents.clearing import remove_expired_everywhere
from leavingwell.platform.plans.jobs import remind_every_council

EVERY_HOUR_OF_THE_DAY = "0 7-18 * * *"
EVERY_NIGHT = "30 3 * * *"
EVERY_WEEK = "30 4 * * 1"
EVERY_FIVE_MINUTES = "*/5 * * * *"

register(remind_every_council, "default", cron=EVERY_HOUR_OF_THE_DAY, result_ttl=0)
register(remove_expired_everywhere, "default", cron=EVERY_NIGHT, result_ttl=0)
register(publish_due_everywhere, "default", cron=EVERY_FIVE_MINUTES, result_ttl=0)
register(check_pages_everywhere, "default", cron=EVERY_NIGHT, result_ttl=0)
register(check_links_everywhere, "default", cron=EVERY_WEEK, result_ttl=0)
