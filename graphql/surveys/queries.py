from typing import Any

import strawberry
import strawberry_django

from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.surveys.types import SurveyInvitation, SurveyResult, survey_result
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.insight.surveys import survey_totals
from leavingwell.platform.people.models import YoungPerson
from leavingwell.questionnaires.models import SurveyInvitation as Row
from leavingwell.questionnaires.services.surveys import open_invitations


@strawberry.type
class SurveysQuery:
    @strawberry_django.field(description="The short surveys that the viewer can answer now; none for staff.")
    def surveys(self, info: Info) -> list[SurveyInvitation]:
        young_person: YoungPerson | None = getattr(info.context.viewer, "young_person", None)
        rows: Any = open_invitations(young_person) if young_person else Row.objects.none()
        return rows

    @strawberry.field(description="What the council's closed surveys came to, newest first.")
    def survey_results(self, info: Info) -> list[SurveyResult]:
        allowed_or_error(info, CouncilOperation.VIEW_INSIGHT)
        return [survey_result(found) for found in survey_totals()]
