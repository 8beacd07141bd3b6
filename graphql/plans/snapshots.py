"""Parts of a plan as they stood at a review, or stand in an example."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import strawberry

from leavingwell.graphql.plans.goals import ActionStatus, GoalState, GoalTerm
from leavingwell.graphql.plans.matters import Matter
from leavingwell.graphql.plans.reviews import Agrees
from leavingwell.graphql.questionnaires.published import Domain
from leavingwell.platform.plans import models

Part = Mapping[str, Any]
Areas = Mapping[str, Domain]


@strawberry.type(description="A goal as it stood then.")
class GoalThen:
    id: strawberry.ID
    words: str
    language: str
    domain: Domain | None
    term: GoalTerm
    contingency: str
    wanted_by: date | None
    state: GoalState
    finished_because: str = strawberry.field(description="What went well, or why it was dropped.")


@strawberry.type(description="Something to do as it stood then.")
class ActionThen:
    id: strawberry.ID
    title: str
    language: str
    domain: Domain | None
    goal_id: strawberry.ID | None
    status: ActionStatus
    due_on: date | None
    measure: str
    reason: str
    went_well: str
    owners: list[str] = strawberry.field(description="Their names.")


@strawberry.type(description="How a plan met a matter of Schedule 1 then.")
class MatterThen:
    matter: Matter
    how: str
    by_when: date | None
    by_whom: str
    not_needed_reason: str
    language: str

    @strawberry.field(description="What the matter is called, in the viewer's language.")
    def title(self) -> str:
        return str(Matter(self.matter).label)


@strawberry.type(description="Words as they were written then.")
class WordsThen:
    author: str
    body: str
    language: str


@strawberry.type(description="A try to do the plan together.")
class AttemptThen:
    on: date
    channel: str
    outcome: str
    by: str


@strawberry.type(description="What the young person and the worker said about the plan.")
class PartsThen:
    agrees: Agrees | None
    young_person: str
    young_person_language: str
    worker: str
    worker_name: str


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def goal_then(part: Part, areas: Areas) -> GoalThen:
    """What was not kept in earlier days is empty."""
    return GoalThen(
        id=part["id"],
        words=part["words"],
        language=part.get("language", ""),
        domain=areas.get(part.get("domain", "")),
        term=models.Goal.Term(part.get("term") or models.Goal.Term.SHORT),
        contingency=part.get("contingency", ""),
        wanted_by=day(part.get("wanted_by")),
        state=models.Goal.State(part["state"]),
        finished_because=part.get("finished_because", ""),
    )


def action_then(part: Part, areas: Areas) -> ActionThen:
    return ActionThen(
        id=part["id"],
        title=part["title"],
        language=part.get("language", ""),
        domain=areas.get(part.get("domain", "")),
        goal_id=part.get("goal"),
        status=models.Action.Status(part["status"]),
        due_on=day(part.get("due_on")),
        measure=part.get("measure", ""),
        reason=part.get("reason", ""),
        went_well=part.get("went_well", ""),
        owners=list(part.get("owners", ())),
    )


def matter_then(part: Part) -> MatterThen:
    return MatterThen(
        matter=models.PlanMatter.Matter(part["matter"]),
        how=part.get("how", ""),
        by_when=day(part.get("by_when")),
        by_whom=part.get("by_whom", ""),
        not_needed_reason=part.get("not_needed_reason", ""),
        language=part.get("language", ""),
    )


def words_then(part: Part) -> WordsThen:
    return WordsThen(author=part["author"], body=part["body"], language=part.get("language", ""))


def attempt_then(part: Part) -> AttemptThen:
    found = date.fromisoformat(part["on"])
    return AttemptThen(on=found, channel=part["channel"].upper(), outcome=part["outcome"], by=part["by"])


def parts_then(parts: Part) -> PartsThen:
    own, worker = parts.get("young_person", {}), parts.get("worker", {})
    return PartsThen(
        agrees=models.Review.Agrees(own["agrees"]) if own.get("agrees") else None,
        young_person=own.get("words", ""),
        young_person_language=own.get("language", ""),
        worker=worker.get("words", ""),
        worker_name=worker.get("by", ""),
    )
