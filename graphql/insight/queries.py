import strawberry
from django.utils import timezone

from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.insight.types import AgeBand, Insight, insight_type
from leavingwell.graphql.mutations import signed_in
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.insight.asked import asked
from leavingwell.platform.insight.totals import totals


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
        what = asked(domain, age_band, required_uuid(team, "Team", "team") if team else None)
        found = totals(signed_in(info), domain=what.domain, band=what.band, team=what.team)
        return insight_type(found, what, info, timezone.now())
