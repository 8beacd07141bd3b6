"""Which rows of a plan a viewer sees: the case team and the owner all, a supporter the chosen parts."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from leavingwell.platform.access.grants import known_of, related_to
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import READS_THE_CASE, Relation
from leavingwell.platform.people.models import Person, Supporter, User
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Comment, Plan
from leavingwell.questionnaires.models import CheckIn, Indicator

Part = Supporter.Part
READ_ALL = frozenset({Relation.SELF, Relation.WORKER, Relation.MANAGER})  # whatever audience a comment has


def supports_of(viewer: Viewer) -> list[Supporter]:
    """What the viewer was let in to, kept on the viewer for the length of a request."""
    if viewer is None or viewer.role != Role.SUPPORTER:
        return []
    if not hasattr(viewer, "live_supports"):
        viewer.live_supports = list(Supporter.objects.filter(person=viewer, ended_at=None))  # type: ignore[attr-defined]
    found: list[Supporter] = viewer.live_supports  # type: ignore[attr-defined]
    return found


def chosen(viewer: Viewer, part: str, young_person: str, domain: str, belongs_to: Iterable[str] = ()) -> Q:
    """The rows of a part that a supporter was let in to; `domain` is the path of a domain's code.

    `belongs_to` are the paths of what a row is a part of: where that is now counts as well, for a goal can move from
    one area to another while its steps and the words about it keep theirs.
    """
    conditions = [Q(pk__in=[])]
    for support in supports_of(viewer):
        if part in support.parts:
            condition = Q(**{young_person: support.young_person_id})
            if support.domain_codes:
                condition &= Q(**{f"{domain}__in": support.domain_codes})
                for path in belongs_to:
                    condition &= Q(**{path: None}) | Q(**{f"{path}__domain__code__in": support.domain_codes})
            conditions.append(condition)
    return reduce(or_, conditions)


def visible_part(
    rows: QuerySet[Any], viewer: Viewer, part: str, domain: str, belongs_to: Iterable[str] = ()
) -> QuerySet[Any]:
    """The rows of one part of plans; `domain` leads to the code of the row's domain. See `chosen`."""
    seen = visible(rows, viewer, Operation.VIEW_PLAN, "plan__young_person")
    if viewer is not None and viewer.role == Role.SUPPORTER:
        seen = seen.filter(chosen(viewer, part, "plan__young_person", domain, belongs_to))
    return seen


def visible_goals(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    return visible_part(rows, viewer, Part.GOALS, "domain__code")


def visible_actions(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    return visible_part(rows, viewer, Part.ACTIONS, "domain__code", ["goal"])


def visible_comments(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    """Those whose audience the viewer is in. A supporter: what is for supporters, in the parts they were let in to."""
    seen = visible_part(rows, viewer, Part.COMMENTS, "part", ["goal", "action", "action__goal"])
    if viewer is None or viewer.user is None:
        return seen
    return seen.filter(in_audience(viewer, viewer.user))


def in_audience(viewer: Person, user: User) -> Q:
    """The comments whose audience somebody is in; whoever wrote one, or the first of its thread, reads on."""
    audience = Comment.Audience
    if viewer.role == Role.SUPPORTER:
        return Q(audience=audience.SUPPORTERS)
    known = known_of(user)
    if known and all(held & READ_ALL for held in known.values()):
        return Q()  # all of those whom they stand by
    everybody = Q(audience__in=[audience.TEAM, audience.SUPPORTERS])
    own = Q(author=viewer) | Q(answers__author=viewer)
    return everybody | own | Q(plan__young_person__in=related_to(user, READ_ALL))


def visible_answers(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    seen = visible(rows, viewer, Operation.VIEW_ANSWERS, "response__young_person")
    if viewer is None or viewer.role != Role.SUPPORTER:
        return seen
    conditions = [Q(pk__in=[])]
    for support in supports_of(viewer):
        if Part.ANSWERS in support.parts:
            condition = Q(response__young_person=support.young_person_id)
            if support.domain_codes:
                asked = Indicator.objects.filter(domain__code__in=support.domain_codes)
                condition &= Q(question_code__in=asked.values("code"))
            conditions.append(condition)
    return seen.filter(reduce(or_, conditions))


def visible_check_ins(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    """Those that the young person shared: with the case team, with supporters too, or with nobody."""
    seen = visible(rows, viewer, Operation.VIEW_CHECK_INS, "young_person")
    if viewer is None or viewer.user is None:
        return seen
    own = Q(young_person__in=related_to(viewer.user, [Relation.SELF]))
    team = Q(young_person__in=related_to(viewer.user, READS_THE_CASE)) & ~Q(shared_with=CheckIn.SharedWith.ONLY_ME)
    supporter = Q(
        young_person__in=related_to(viewer.user, [Relation.SUPPORTER]),
        shared_with=CheckIn.SharedWith.WORKER_AND_SUPPORTERS,
    )
    return seen.filter(own | team | supporter)


def sees_part(viewer: Viewer, young_person_id: Any, part: str, domain_code: str) -> bool:
    return viewer is not None and (
        viewer.role != Role.SUPPORTER
        or any(
            support.young_person_id == young_person_id and support.sees(part, domain_code)
            for support in supports_of(viewer)
        )
    )


def sees_then(viewer: Viewer, plan: Plan, part: str, rows: QuerySet[Any]) -> Callable[[Mapping[str, Any]], bool]:
    """Whether a part of a snapshot is for this viewer: by its area of that day, and by where the row is now.

    `rows` are the plan's rows of this part that the viewer may see; asked for once, for a supporter alone.
    """
    now = {str(pk) for pk in rows.values_list("pk", flat=True)} if viewer and viewer.role == Role.SUPPORTER else None

    def sees(one: Mapping[str, Any]) -> bool:
        then = sees_part(viewer, plan.young_person_id, part, one.get("domain", ""))
        return then and (now is None or one["id"] in now)

    return sees


def sees_state_of_play(viewer: Viewer, young_person_id: Any, domain_code: str) -> bool:
    """Whether one domain of the state of play is for this viewer, who sees the plan."""
    return sees_part(viewer, young_person_id, Part.STATE_OF_PLAY, domain_code)


def sees_one_answer(viewer: Viewer, young_person_id: Any, domain_code: str) -> bool:
    """Whether what an answer in this domain says is for this viewer, who sees the plan."""
    return sees_part(viewer, young_person_id, Part.ANSWERS, domain_code)


def sees_whole_state_of_play(viewer: Viewer, young_person_id: Any) -> bool:
    """Whether all of it together is for this viewer: to a supporter of some areas it would tell of the others."""
    if viewer is None or viewer.role != Role.SUPPORTER:
        return viewer is not None
    return any(
        support.young_person_id == young_person_id and Part.STATE_OF_PLAY in support.parts and not support.domain_codes
        for support in supports_of(viewer)
    )
