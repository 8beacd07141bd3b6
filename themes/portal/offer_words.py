"""The API's codes of the local offer in the words that young people read."""

from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CIRCUMSTANCES = {
    "PARENT": _("parents, and people who will be one soon"),
    "SEEKING_ASYLUM": _("people who came to the UK alone"),
    "IN_CUSTODY": _("people in custody, or just out"),
    "DISABLED": _("disabled people, and people with a health condition"),
    "IN_EDUCATION": _("people in education or training"),
    "IN_WORK": _("people in work"),
    "STAYING_PUT": _("people who live with former foster carers"),
    "ELSEWHERE": _("people who live in another council's area"),
}
CIRCUMSTANCE_CHOICES = {
    "PARENT": _("I am a parent, or will be soon"),
    "SEEKING_ASYLUM": _("I came to the UK alone"),
    "IN_CUSTODY": _("I am in custody, or just out"),
    "DISABLED": _("I am disabled, or have a health condition"),
    "IN_EDUCATION": _("I am in education or training"),
    "IN_WORK": _("I am in work"),
    "STAYING_PUT": _("I live with my former foster carers"),
    "ELSEWHERE": _("I live in another council's area"),
}
CATEGORY_CHOICES = {
    "ELIGIBLE": _("16 or 17, still in care"),
    "RELEVANT": _("16 or 17, left care"),
    "FORMER_RELEVANT": _("18 or over, left care"),
    "QUALIFYING": _("In care for a shorter time"),
}
DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
DAY_NAMES: dict[str, str | Promise] = {code: WEEKDAYS[place] for place, code in enumerate(DAYS)}
