from leavingwell.platform.plans.models.action import Action, ActionOwner
from leavingwell.platform.plans.models.attempt import Attempt
from leavingwell.platform.plans.models.comment import Comment
from leavingwell.platform.plans.models.crisis import Crisis
from leavingwell.platform.plans.models.focus_order import FocusOrder
from leavingwell.platform.plans.models.goal import Goal
from leavingwell.platform.plans.models.plan import Plan
from leavingwell.platform.plans.models.returned_call import ReturnedCall
from leavingwell.platform.plans.models.review import Review
from leavingwell.platform.plans.models.rules import PlanRules
from leavingwell.platform.plans.models.safety_notice import SafetyNotice

__all__ = [
    "Action",
    "ActionOwner",
    "Attempt",
    "Comment",
    "Crisis",
    "FocusOrder",
    "Goal",
    "Plan",
    "PlanRules",
    "ReturnedCall",
    "Review",
    "SafetyNotice",
]
