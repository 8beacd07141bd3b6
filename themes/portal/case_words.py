"""Dates, contacts and crises: the API's codes in the words that people read."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

CLOCKS = {
    "START": _("Start planning"),
    "FIRST_PLAN": _("First plan"),
    "REVIEW": _("Plan review"),
    "REVIEW_AFTER_MOVE": _("Review after a move"),
    "VISIT_AFTER_MOVE": _("Visit after a move"),
    "VISIT": pgettext_lazy("something to do", "Visit"),
    "CONTACT": _("Get in touch"),
    "OFFER": _("Say that the door is open"),
}
CLOCK_STATES = {
    "OVERDUE": _("Overdue"),
    "DUE": _("Due within a week"),
    "SOON": _("Soon"),
    "OK": _("Later"),
    "DONE": pgettext_lazy("a date", "Done"),
}
CONTACT_CHANNELS = {
    "VISIT": _("Visit at home"),
    "MEETING": _("Meeting elsewhere"),
    "CALL": pgettext_lazy("a way to be in touch", "Call"),
    "VIDEO": _("Video call"),
    "TEXT": pgettext_lazy("a way to be in touch", "Text message"),
    "EMAIL": pgettext_lazy("a way to be in touch", "E-mail"),
    "LETTER": pgettext_lazy("a way to be in touch", "Letter"),
}
CAUSES = {
    "home": pgettext_lazy("cause of a crisis", "Home"),
    "mental_health": _("Mental health"),
    "money": pgettext_lazy("cause of a crisis", "Money"),
    "relationship": _("Relationship"),
    "harm": _("Being hurt or used by somebody"),
    "immigration": _("Immigration"),
    "justice": _("Justice"),
    "health": pgettext_lazy("cause of a crisis", "Health"),
    "other": pgettext_lazy("cause of a crisis", "Other"),
}
WORKED = {
    "yes": pgettext_lazy("did it work", "Yes"),
    "partly": pgettext_lazy("did it work", "Partly"),
    "no": pgettext_lazy("did it work", "No"),
    "too_early": _("Too early to say"),
}
ANSWERS = {"WANTS_SUPPORT": _("Would like support"), "NOT_NOW": _("Not now")}
