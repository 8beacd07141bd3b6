"""The plan's codes in the words that people read."""

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.models import Action, Goal
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.scoring import Change, Phase

PHASES = {
    Phase.GOING_WELL: _("Going well"),
    Phase.GROWING: _("Growing"),
    Phase.WORK_ON_THIS: _("Let's work on this"),
    Phase.NOT_ENOUGH_ANSWERS: _("Not enough answers yet"),
}
CHANGES = {Change.UP: _("Up"), Change.SAME: _("Same"), Change.HARDER: _("Harder")}
STATUSES = {
    Action.Status.DRAFT: _("Asked for"),
    Action.Status.OPEN: _("To do"),
    Action.Status.DONE: _("Done"),
    Action.Status.STUCK: _("Stuck"),
    Action.Status.DROPPED: _("Dropped"),
}
TERMS = {Goal.Term.SHORT: _("For soon"), Goal.Term.LONG: _("For later")}
PARTS = {
    Supporter.Part.GOALS: _("goals"),
    Supporter.Part.ACTIONS: _("the to-do list"),
    Supporter.Part.COMMENTS: _("comments"),
    Supporter.Part.STATE_OF_PLAY: _("how things stand"),
    Supporter.Part.ANSWERS: _("answers"),
}
KINDS = {
    AnswerKind.DOES_NOT_APPLY: _("This does not apply to me"),
    AnswerKind.RATHER_NOT_SAY: _("I'd rather not say"),
    AnswerKind.SKIPPED: _("Skipped"),
    AnswerKind.NOT_SHOWN: _("Not asked"),
}
