"""The council: the tenant of everything."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

prefix = RegexValidator(r"^[A-Z]{2,4}$", _("Two to four capital letters."))
host_name = RegexValidator(r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", _("A host name in small letters, without a port."))


class Council(models.Model):
    """A local authority with duties to care leavers. Its host name decides whose portal, API and admin is shown."""

    slug = models.SlugField(_("short name in addresses"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=100)
    host = models.CharField(_("host name"), max_length=253, unique=True, validators=[host_name])
    default_language = models.CharField(_("default language"), max_length=8, default="en")
    language_codes = models.JSONField(
        _("languages"),
        default=list,
        help_text=_("Codes from the language registry, in the order of the language switch."),
    )
    language_fallbacks = models.JSONField(
        _("languages to fall back on"),
        default=dict,
        blank=True,
        help_text=_("By language, those in which a text is shown that it has not, in turn. English comes last."),
    )
    is_active = models.BooleanField(_("in use"), default=True)
    question_prefix = models.CharField(
        _("start of its own questions' codes"),
        max_length=4,
        unique=True,
        null=True,
        blank=True,
        validators=[prefix],
        help_text=_("Two to four capital letters. Made with the first question of its own, and never changed after."),
    )

    class Meta:
        verbose_name = _("council")
        verbose_name_plural = _("councils")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
