"""Granting, revoking and reading relations."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import Permission
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import Case, CharField, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone
from guardian.shortcuts import assign_perm, remove_perm

from leavingwell.platform.access.models import YoungPersonGrant
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.remembered import Known, remembered
from leavingwell.platform.people.models import Person, User, YoungPerson

MOST = 200  # relations of one account that are named in a statement
CODES = ArrayField(CharField())


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


def known_of(user: User) -> Known | None:
    """The user's relations, where they are remembered and few enough to be named in a statement."""
    return remembered(user.pk, lambda: listed(user))


def listed(user: User) -> Known | None:
    rows = live_grants().filter(user=user).values_list("content_object", "permission__codename")[: MOST + 1]
    found: dict[UUID, set[Relation]] = defaultdict(set)
    for young_person, code in rows:
        found[young_person].add(Relation(code))
    return None if len(rows) > MOST else {young_person: frozenset(held) for young_person, held in found.items()}


def named(known: Known, young_person: str) -> Case | Value:
    """The relations to whoever of them `young_person` names, as an array. Mostly the same to all of them."""
    alike: dict[frozenset[Relation], list[UUID]] = defaultdict(list)
    for pk, held in known.items():
        alike[held].append(pk)
    if len(alike) == 1:
        return Value(sorted(next(iter(alike))), output_field=CODES)
    whens = [
        When(**{f"{young_person}__in": ids}, then=Value(sorted(held), output_field=CODES))
        for held, ids in alike.items()
    ]
    return Case(*whens, default=Value([], output_field=CODES))


def relations_noted(user: User, young_person: str, wanted: Collection[Relation]) -> ArraySubquery | Case | Value:
    """The user's relations to the young person that the path `young_person` names, as an array in the same query.

    Only for rows of those to whom the user stands in one of the relations `wanted` (`related_to`).
    """
    known = known_of(user)
    if known is None:
        grants = live_grants().filter(user=user, content_object=OuterRef(young_person))
        return ArraySubquery(grants.values("permission__codename"))
    return named({pk: held for pk, held in known.items() if held & frozenset(wanted)}, young_person)


def related_to(user: User, relations: Iterable[Relation] | None = None) -> QuerySet[Any] | list[UUID]:
    """The ids of the young people to whom the user stands in one of the relations (None: in any)."""
    wanted = frozenset(Relation if relations is None else relations)
    known = known_of(user)
    if known is not None:
        return [young_person for young_person, held in known.items() if held & wanted]
    grants = live_grants().filter(user=user, permission__codename__in=list(wanted))
    return grants.values("content_object_id")


def relations_of(user: User, young_person: YoungPerson) -> frozenset[Relation]:
    known = known_of(user)
    if known is not None:
        return known.get(young_person.pk, frozenset())
    codes = live_grants().filter(user=user, content_object=young_person).values_list("permission__codename", flat=True)
    return frozenset(Relation(code) for code in codes)
