"""How a plan's latest checklist looks, in words and never as a mark."""

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.plans.phases import Change, Phase
from leavingwell.graphql.questionnaires.published import Domain, Question
from leavingwell.platform.plans import models, summary
from leavingwell.platform.plans.visibility import sees_one_answer, sees_whole_state_of_play

FocusReason = summary.FocusReason
strawberry.enum(FocusReason, name="FocusReason", description="Why it is suggested.")


@strawberry.type(description="Something that is as good as it can be.")
class Strength:
    domain: Domain
    question: Question


@strawberry.type(description="Something to talk about. Advice only.")
class Focus:
    domain: Domain
    question: Question
    reason: FocusReason

    @strawberry.field(description="Step in the hierarchy of needs, 1 (safe today) to 5 (grow).")
    def level(self) -> int:
        return int(self.question.source["level"])


@strawberry.type(description="How the latest checklist looks. A supporter gets the parts that they were let in to.")
class Summary:
    overall: Phase | None = strawberry.field(description="All areas alike; null for who does not see them all.")
    core_only: Phase | None = strawberry.field(description="Core questions alone: what can be compared over time.")
    change: Change | None = strawberry.field(description="Of the whole, since the last review; null: cannot be told.")
    strengths: list[Strength]
    focus: list[Focus] = strawberry.field(description="In the young person's own order, then as suggested.")


def domain_type(domain: summary.Part, language: str | None) -> Domain:
    return Domain(code=domain["code"], source=domain, asked=language)


def strength_type(one: summary.Strength, language: str | None) -> Strength:
    return Strength(domain=domain_type(one.domain, language), question=Question(source=one.question, asked=language))


def focus_type(one: summary.Focus, language: str | None) -> Focus:
    question = Question(source=one.question, asked=language)
    return Focus(domain=domain_type(one.domain, language), question=question, reason=one.reason)


def summary_type(plan: models.Plan, info: Info, language: str | None) -> Summary | None:
    found, viewer, owner = summary.summary_of(plan), info.context.viewer, plan.young_person_id
    if found is None:
        return None
    whole = sees_whole_state_of_play(viewer, owner)
    return Summary(
        overall=found.overall if whole else None,
        core_only=found.core_only if whole else None,
        change=found.change if whole else None,
        strengths=[
            strength_type(one, language)
            for one in found.strengths
            if sees_one_answer(viewer, owner, one.domain["code"])
        ],
        focus=[focus_type(one, language) for one in found.focus if sees_one_answer(viewer, owner, one.domain["code"])],
    )
