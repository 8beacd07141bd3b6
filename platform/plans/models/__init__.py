from leavingwell.platform.plans.models.action import Action, ActionOwner
from leavingwell.platform.plans.models.attempt import Attempt
from leavingwell.platform.plans.models.comment import Comment, CommentRead
from leavingwell.platform.plans.models.contact import Contact
from leavingwell.platform.plans.models.copy_given import CopyGiven
from leavingwell.platform.plans.models.crisis import Crisis
from leavingwell.platform.plans.models.example_plan import ExamplePlan
from leavingwell.platform.plans.models.focus_order import FocusOrder
from leavingwell.platform.plans.models.goal import Goal
from leavingwell.platform.plans.models.home import Home
from leavingwell.platform.plans.models.notice import Notice, NoticePreference
from leavingwell.platform.plans.models.plan import Plan
from leavingwell.platform.plans.models.plan_matter import PlanMatter
from leavingwell.platform.plans.models.quality_judgement import QualityJudgement, QualityNote
from leavingwell.platform.plans.models.redaction import Redaction
from leavingwell.platform.plans.models.return_reason import ReturnReason
from leavingwell.platform.plans.models.returned_call import ReturnedCall
from leavingwell.platform.plans.models.review import Review
from leavingwell.platform.plans.models.rules import PlanRules
from leavingwell.platform.plans.models.safety_notice import SafetyNotice
from leavingwell.platform.plans.models.saved_offer import SavedOffer
from leavingwell.platform.plans.models.state_change import StateChange
from leavingwell.platform.plans.models.suitability import HomeViews, Suitability, SuitabilityFactor
from leavingwell.platform.plans.models.words_translation import WordsTranslation
from leavingwell.platform.plans.models.yearly_offer import YearlyOffer

__all__ = [
    "Action",
    "ActionOwner",
    "Attempt",
    "Comment",
    "CommentRead",
    "Contact",
    "CopyGiven",
    "Crisis",
    "ExamplePlan",
    "FocusOrder",
    "Goal",
    "Home",
    "HomeViews",
    "Notice",
    "NoticePreference",
    "Plan",
    "PlanMatter",
    "PlanRules",
    "QualityJudgement",
    "QualityNote",
    "Redaction",
    "ReturnReason",
    "ReturnedCall",
    "Review",
    "SafetyNotice",
    "SavedOffer",
    "StateChange",
    "Suitability",
    "SuitabilityFactor",
    "WordsTranslation",
    "YearlyOffer",
]
