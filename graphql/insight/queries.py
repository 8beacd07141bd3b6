import strawberry
from django.utils import timezone

from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.insight.types import AgeBand, Insight, insight_type
from leavingwell.graphql.mutations import signed_in
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.insight.totals import totals
from leavingwell.platform.people.models import Team
from leavingwell.platform.problems import not_found


@strawberry.type
class InsightQuery:
    @strawberry.field(description="Totals of this council: by area, age and team.")
    def insight(
        self,
        info: Info,
        domain: str | None = None,
        age_band: AgeBand | None = None,
        team: strawberry.ID | None = None,
    ) -> Insight | None:
        allowed_or_error(info, CouncilOperation.VIEW_INSIGHT)
        pk = required_uuid(team, "Team", "team") if team else None
        if pk and not Team.objects.filter(pk=pk).exists():
            raise not_found("team")
        return insight_type(totals(signed_in(info), domain=domain, band=age_band, team=pk), timezone.now())
