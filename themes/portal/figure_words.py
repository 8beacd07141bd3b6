"""What a good plan has, and what was found by somebody who read one, in the words that people read."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

QUALITY = {
    "OWN_WORDS": _("The young person's own words"),
    "THEIR_PART": _("The young person's part, or why it could not wait"),
    "GOALS": _("At least one goal"),
    "STEPS": _("Each goal has a step"),
    "WHO_AND_WHEN": _("Each step says who and by when"),
    "BACK_UP": _("Each goal has a back-up plan"),
    "MATTERS": _("All matters are covered"),
    "COPY": _("The young person was given a copy"),
}
OUTCOMES = {"GOOD": pgettext_lazy("a plan", "Good"), "NEEDS_WORK": _("Needs work")}
