"""From which day a young person's plan can be made: at the age that the council has set."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from leavingwell.platform.people.dates import months_after
from leavingwell.platform.plans.models.rules import rules
from leavingwell.platform.problems import invalid
from leavingwell.translations.days import with_year


def starts_from(born: date) -> date:
    return months_after(born, rules().start_age_months)


def check_may_start(born: date) -> None:
    """Raises INVALID before the day, and says which it is; for a birth that is still to come too."""
    if born > timezone.localdate():
        raise invalid(_("Look at the date of birth again."), "dateOfBirth")
    day = starts_from(born)
    if timezone.localdate() < day:
        age = rules().get_start_age_months_display()
        facts = {"age": age, "day": with_year(day)}
        message = _("Here a plan can be started from the age of %(age)s: for them from %(day)s.") % facts
        raise invalid(message, "dateOfBirth")
