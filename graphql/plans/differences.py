"""What changed from one review to a later one: to each viewer the parts that are for them."""

from decimal import Decimal
from typing import Annotated, Any

import strawberry

from leavingwell.graphql.access import plan_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.plans.relations import may_see_matters
from leavingwell.graphql.plans.reviews import Review
from leavingwell.graphql.plans.snapshots import (
    ActionThen,
    Areas,
    GoalThen,
    MatterThen,
    Part,
    action_then,
    goal_then,
    matter_then,
)
from leavingwell.graphql.questionnaires.published import Choice, Domain, Question, choice_type
from leavingwell.graphql.questionnaires.types import AnswerKind
from leavingwell.graphql.sights import note
from leavingwell.platform.audit.seeing import Seen
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans import models
from leavingwell.platform.plans.review_differences import Changed, ChangedAnswer, Differences, review_differences
from leavingwell.platform.plans.visibility import sees_one_answer, sees_then, visible_actions, visible_goals
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires import kinds


@strawberry.type(description="A goal whose words, area, day or back-up plan changed.")
class GoalChange:
    before: GoalThen
    after: GoalThen


@strawberry.type(description="How a matter of Schedule 1 changed.")
class MatterChange:
    before: MatterThen | None = strawberry.field(description="Null where nothing was written about it.")
    after: MatterThen


@strawberry.type(description="What was said to a question.")
class Told:
    kind: AnswerKind
    choices: list[Choice]
    value: str | None = strawberry.field(description="A number, a day (YYYY-MM-DD) or a few words.")


@strawberry.type(description="A question that is answered differently now.")
class AnswerChange:
    domain: Domain
    question: Question
    before: Told | None = strawberry.field(description="In the words of today's questionnaire; null: not told before.")
    after: Told


@strawberry.type(description="What changed from one review to a later one. A supporter gets the parts for them.")
class ReviewDifferences:
    before: Review
    after: Review = strawberry.field(description="The later review, or the latest as the plan stands now.")
    goals_added: list[GoalThen]
    goals_reached: list[GoalThen]
    goals_dropped: list[GoalThen]
    goals_changed: list[GoalChange]
    actions_added: list[ActionThen]
    actions_done: list[ActionThen]
    actions_stuck: list[ActionThen]
    actions_dropped: list[ActionThen]
    answers: list[AnswerChange]
    matters: list[MatterChange] = strawberry.field(description="Empty for supporters.")


def told(question: Part, said: tuple[str, Any], language: str | None) -> Told:
    kind, value = said
    made = {value} if isinstance(value, str) else set(value) if isinstance(value, list | tuple) else set()
    choices = [choice_type(one, language) for one in question["choices"] if one["code"] in made]
    text = f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
    bare = bool(choices) or value in (None, "", [])
    return Told(kind=kinds.AnswerKind(kind), choices=choices, value=None if bare else text)


def answer_change(one: ChangedAnswer, language: str | None) -> AnswerChange:
    return AnswerChange(
        domain=Domain(code=one.domain["code"], source=one.domain, asked=language),
        question=Question(source=one.question, asked=language),
        before=told(one.question, one.before, language) if one.before else None,
        after=told(one.question, one.after, language),
    )


def matter_change(one: Changed) -> MatterChange:
    return MatterChange(before=matter_then(one.before) if one.before else None, after=matter_then(one.after))


def areas_of(review: models.Review, language: str | None) -> Areas:
    domains = review.response.questionnaire_version.content["domains"]
    return {domain["code"]: Domain(code=domain["code"], source=domain, asked=language) for domain in domains}


def differences_type(plan: models.Plan, found: Differences, info: Info, language: str | None) -> ReviewDifferences:
    viewer, owner, areas = info.context.viewer, plan.young_person_id, areas_of(found.after, language)
    goals = sees_then(viewer, plan, Supporter.Part.GOALS, visible_goals(plan.goals.all(), viewer))
    actions = sees_then(viewer, plan, Supporter.Part.ACTIONS, visible_actions(plan.actions.all(), viewer))
    before: Any = found.before
    after: Any = found.after
    return ReviewDifferences(
        before=before,
        after=after,
        goals_added=[goal_then(one, areas) for one in found.goals_added if goals(one)],
        goals_reached=[goal_then(one, areas) for one in found.goals_reached if goals(one)],
        goals_dropped=[goal_then(one, areas) for one in found.goals_dropped if goals(one)],
        goals_changed=[
            GoalChange(before=goal_then(one.before, areas), after=goal_then(one.after, areas))
            for one in found.goals_changed
            if goals(one.before) and goals(one.after)
        ],
        actions_added=[action_then(one, areas) for one in found.actions_added if actions(one)],
        actions_done=[action_then(one, areas) for one in found.actions_done if actions(one)],
        actions_stuck=[action_then(one, areas) for one in found.actions_stuck if actions(one)],
        actions_dropped=[action_then(one, areas) for one in found.actions_dropped if actions(one)],
        answers=[
            answer_change(one, language) for one in found.answers if sees_one_answer(viewer, owner, one.domain["code"])
        ],
        matters=[matter_change(one) for one in found.matters] if may_see_matters(plan, info) else [],
    )


@strawberry.type
class DifferencesQuery:
    @strawberry.field(
        description="What changed from the review numbered `from` to that numbered `to`, or until now; null for a plan "
        "that the viewer may not see, and for a number that it does not have."
    )
    def review_differences(
        self,
        info: Info,
        plan_id: strawberry.ID,
        since: Annotated[int, strawberry.argument(name="from")],
        until: Annotated[int | None, strawberry.argument(name="to")] = None,
        language: str | None = None,
    ) -> ReviewDifferences | None:
        try:
            plan = plan_for(info, plan_id)
            found = review_differences(plan, since, until)
        except Problems:
            return None
        note(info.context, plan.young_person_id, Seen.PLAN)
        return differences_type(plan, found, info, language)
