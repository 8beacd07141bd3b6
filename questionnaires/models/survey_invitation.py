from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class SurveyInvitation(CouncilOwned):
    """One young person is asked. They answer, say no, or leave it: nobody is told which, and nobody reminds them."""

    survey = models.ForeignKey("questionnaires.Survey", on_delete=models.PROTECT, related_name="invitations")
    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="survey_invitations")
    answered_at = models.DateTimeField(_("answered"), null=True)
    declined_at = models.DateTimeField(_("said no"), null=True)

    class Meta:
        verbose_name = _("invitation to a survey")
        verbose_name_plural = _("invitations to surveys")
        indexes = [models.Index(fields=["council", "young_person"], name="survey_young_person")]
        constraints = [models.UniqueConstraint(fields=["survey", "young_person"], name="one_invitation_per_survey")]

    def __str__(self) -> str:
        return str(self.survey)
