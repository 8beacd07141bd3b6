"""How the areas of a plan stood over the years, in words and never as a mark."""

from datetime import datetime

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.plans.phases import Phase
from leavingwell.graphql.questionnaires.published import Domain
from leavingwell.platform.plans import models, over_time
from leavingwell.platform.plans.state_of_play import Standing
from leavingwell.platform.plans.visibility import sees_state_of_play


@strawberry.type(description="How one area of life stood then.")
class StandingThen:
    domain: Domain
    phase: Phase


@strawberry.type(description="How things stood when a checklist was finished.")
class StateThen:
    answered_at: datetime | None = strawberry.field(description="Null for the answers of now, not finished yet.")
    review_number: int | None = strawberry.field(description="Null for one that was brought over.")
    standings: list[StandingThen] = strawberry.field(description="In the order of the questionnaire of that day.")


def standing_then(one: Standing, language: str | None) -> StandingThen:
    domain = Domain(code=one.domain["code"], source=one.domain, asked=language)
    return StandingThen(domain=domain, phase=one.phase)


def state_over_time_of(plan: models.Plan, info: Info, language: str | None) -> list[StateThen]:
    """A supporter gets the areas that they were let in to, and no time at which there is none of them."""
    viewer, owner = info.context.viewer, plan.young_person_id
    found = [
        StateThen(
            answered_at=then.answered_at,
            review_number=then.number,
            standings=[
                standing_then(one, language)
                for one in then.standings
                if sees_state_of_play(viewer, owner, one.domain["code"])
            ],
        )
        for then in over_time.state_over_time(plan)
    ]
    return [then for then in found if then.standings]
