"""The caseload's reasons as a worker chooses among them, and what to do first about each."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

REASONS = {
    "TOLD_US_UNSAFE": _("May not be safe"),
    "IN_CRISIS": _("In crisis"),
    "WANTS_A_CALL": _("Asked for a call"),
    "LOW_CHECK_IN": _("Low check-in"),
    "WANTS_HELP": _("Wants help"),
    "SIGN_OFF": _("Waits for sign-off"),
    "RETURNED": _("Plan sent back"),
    "REVIEW_DUE": _("Review due"),
    "FIRST_PLAN_DUE": _("First plan due"),
    "REVIEW_AFTER_MOVE_DUE": _("Review after a move due"),
    "VISIT_DUE": _("Visit due"),
    "CONTACT_DUE": _("Time to get in touch"),
}
ONLY = {
    "IN_FORCE": _("Plan in force"),
    "NOT_IN_FORCE": _("No plan in force"),
    "SILENT": _("Six weeks without a word"),
}
CALL = pgettext_lazy("what to do now", "Call")
MESSAGE = pgettext_lazy("what to do now", "Message")
VISIT = pgettext_lazy("what to do now", "Note a visit")
REVIEW = pgettext_lazy("what to do now", "Review")
SEE_WISHES = pgettext_lazy("what to do now", "See wishes")
SEE_PLAN = pgettext_lazy("what to do now", "See the plan")
OPEN = pgettext_lazy("what to do now", "Open")
