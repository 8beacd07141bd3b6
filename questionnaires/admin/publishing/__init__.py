"""Publishing the questions in the admin: the draft and its way to being published, the versions, the rules."""

from leavingwell.questionnaires.admin.publishing.screen import NAMESPACE, publish_button
from leavingwell.questionnaires.admin.publishing.viewset import PublishingViewSet, RulesViewSet, VersionsViewSet
from leavingwell.questionnaires.services.publishing.proposing import PUBLISH

__all__ = ["NAMESPACE", "PUBLISH", "PublishingViewSet", "RulesViewSet", "VersionsViewSet", "publish_button"]
