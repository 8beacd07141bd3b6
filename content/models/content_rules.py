from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.owned import CouncilOwned


class ContentRules(CouncilOwned):
    """What a council has set for how its pages are written."""

    kept = False  # a setting, not case data

    second_person = models.BooleanField(
        _("a second person approves what is published"),
        default=False,
        help_text=_("Nobody can then publish what they wrote themselves."),
    )
    checks_must_pass = models.BooleanField(
        _("nothing is published while a check finds something"),
        default=False,
        help_text=_("Otherwise the checks only tell."),
    )
    preview_address = models.URLField(
        _("address for previews of your own website"),
        blank=True,
        help_text=_("Only if you have one that shows the content of this portal. We add what it needs to the end."),
    )

    class Meta:
        verbose_name = _("rules for pages")
        verbose_name_plural = _("rules for pages")
        constraints = [models.UniqueConstraint(fields=["council"], name="one_set_of_content_rules")]

    def __str__(self) -> str:
        return str(_("Rules for pages"))


def content_rules() -> ContentRules:
    """The rules of the council whose scope is open; the usual ones where it has set none, and for the nation."""
    found = ContentRules.objects.first() if scope.current() else None
    return found or ContentRules()


def may_publish_at_once() -> bool:
    """Not where a second person, or the checks, stand between writing and publishing."""
    rules = content_rules()
    return not (rules.second_person or rules.checks_must_pass)
