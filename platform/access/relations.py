"""How somebody can stand to a young person. Each is a django-guardian permission on the young person."""

from enum import StrEnum


class Relation(StrEnum):
    SELF = "relation_self"
    WORKER = "relation_worker"
    MANAGER = "relation_manager"
    DUTY = "relation_duty"
    SUPERVISOR = "relation_supervisor"
    SUPPORTER = "relation_supporter"
    EMERGENCY = "relation_emergency"


CASE_TEAM = frozenset({Relation.WORKER, Relation.MANAGER, Relation.DUTY, Relation.SUPERVISOR})
READS_THE_CASE = CASE_TEAM | {Relation.EMERGENCY}  # staff who see it now; their caseload and totals are the team's
