"""Granting, revoking and reading relations."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Permission
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.utils import timezone
from guardian.shortcuts import assign_perm, remove_perm

from leavingwell.platform.access.models import YoungPersonGrant
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.models import Person, User, YoungPerson


def grant(relation: Relation, person: Person, young_person: YoungPerson) -> None:
    """Nothing happens for somebody who has no account yet: joining grants what is due."""
    if person.user:
        assign_perm(relation, person.user, young_person)


def grant_many(
    relation: Relation, person: Person, young_people: Iterable[YoungPerson], until: datetime | None = None
) -> None:
    if not person.user:
        return
    permission = Permission.objects.get(content_type__app_label="people", codename=relation)
    rows = [
        YoungPersonGrant(user=person.user, permission=permission, content_object=young_person, until=until)
        for young_person in young_people
    ]
    YoungPersonGrant.objects.bulk_create(
        rows,
        update_conflicts=True,
        update_fields=["until"],
        unique_fields=["user", "permission", "content_object"],
    )


def revoke(relation: Relation, person: Person, young_person: YoungPerson) -> None:
    if person.user:
        remove_perm(relation, person.user, young_person)


def live_grants() -> QuerySet[YoungPersonGrant]:
    grants: QuerySet[YoungPersonGrant] = YoungPersonGrant.objects.filter(Q(until=None) | Q(until__gt=timezone.now()))
    return grants


def relations_subquery(user: User, young_person: str) -> ArraySubquery:
    """The user's relations to the young person that the path `young_person` names, as an array in the same query."""
    grants = live_grants().filter(user=user, content_object=OuterRef(young_person))
    return ArraySubquery(grants.values("permission__codename"))


def related_to(user: User, relations: Iterable[Relation] | None = None) -> QuerySet[Any]:
    """The ids of the young people to whom the user stands in one of the relations (None: in any)."""
    grants = live_grants().filter(user=user)
    if relations is not None:
        grants = grants.filter(permission__codename__in=list(relations))
    return grants.values("content_object_id")


def relations_of(user: User, young_person: YoungPerson) -> frozenset[Relation]:
    codes = live_grants().filter(user=user, content_object=young_person).values_list("permission__codename", flat=True)
    return frozenset(Relation(code) for code in codes)
