from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational


class Questionnaire(CouncilOrNational):  # type: ignore[django-manager-missing]  # modeltranslation makes Domain's
    """A set of questions under one code. `outcomes` is the national Outcomes Framework's checklist."""

    code = models.SlugField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        constraints = [
            models.UniqueConstraint(
                fields=["council", "code"], nulls_distinct=False, name="one_questionnaire_per_code"
            ),
        ]

    def __str__(self) -> str:
        return self.name
