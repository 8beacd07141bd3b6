"""Publishing a questionnaire: its present wording becomes an immutable version, at once, after a second look, or later.

`versions` finds what is published, `storing` publishes, `proposing` and `deciding` are the workflow around it,
`scheduling` publishes what waits for its day.
"""

from leavingwell.questionnaires.services.publishing.deciding import approve, send_back, withdraw
from leavingwell.questionnaires.services.publishing.proposing import open_proposal, propose, returned_since
from leavingwell.questionnaires.services.publishing.scheduling import publish_due
from leavingwell.questionnaires.services.publishing.storing import About, hindrances, publish, publish_if_changed
from leavingwell.questionnaires.services.publishing.versions import has_changed, latest_version, own_versions

__all__ = [
    "About",
    "approve",
    "has_changed",
    "hindrances",
    "latest_version",
    "open_proposal",
    "own_versions",
    "propose",
    "publish",
    "publish_due",
    "publish_if_changed",
    "returned_since",
    "send_back",
    "withdraw",
]
