"""Finding and mending relations that are not what the records say."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.drift import drift
from leavingwell.platform.access.grants import grant, relations_of
from leavingwell.platform.access.models import YoungPersonGrant
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import DutyCover, Team
from tests.factories import Household, make_young_person


def command(**options: object) -> str:
    out = StringIO()
    call_command("mend_relations", stdout=out, **options)
    return out.getvalue()


def test_nothing_has_drifted_where_services_did_it_all(in_north: Household) -> None:
    assert not drift()
    assert "northmoor: 0 missing, 0 surplus" in command(check=True)


def test_what_is_missing_is_granted_again_and_what_is_too_much_is_revoked(in_north: Household) -> None:
    YoungPersonGrant.objects.filter(user=in_north.worker.user).delete()
    grant(Relation.MANAGER, in_north.other_worker, in_north.young_person)
    with pytest.raises(CommandError):
        command(check=True)
    assert relations_of(in_north.other_worker.user, in_north.young_person)  # looking changed nothing

    told = command()
    assert f"surplus relation_manager account {in_north.other_worker.user_id}" in told
    assert in_north.young_person.person.name not in told
    assert not relations_of(in_north.other_worker.user, in_north.young_person)
    assert relations_of(in_north.worker.user, in_north.young_person) == {Relation.WORKER}
    assert not drift()
    assert AuditEntry.objects.get(action="relations.mended").changes["revoked"] == [None, 1]


def test_cover_is_granted_until_it_ends(in_north: Household) -> None:
    later = DutyCover.objects.get(person=in_north.duty).ends_at
    YoungPersonGrant.objects.filter(user=in_north.duty.user).update(until=None)
    assert drift()
    command()
    assert set(YoungPersonGrant.objects.filter(user=in_north.duty.user).values_list("until", flat=True)) == {later}
    DutyCover.objects.all().update(starts_at=later - timedelta(days=2), ends_at=timezone.now() - timedelta(hours=1))
    command()
    assert not YoungPersonGrant.objects.filter(user=in_north.duty.user).exists()


def test_each_council_for_itself(north: Household, east: Household) -> None:
    with scope(east.council):
        grant(Relation.WORKER, east.other_worker, east.young_person)
    told = command()
    assert "northmoor: 0 missing, 0 surplus" in told
    assert "eastmarsh: 0 missing, 1 surplus" in told
    with scope(north.council):
        assert relations_of(north.worker.user, north.young_person) == {Relation.WORKER}


def test_looking_costs_the_same_for_ten_as_for_two(in_north: Household) -> None:
    team, counts = Team.objects.get(manager=in_north.manager), []
    for more in (2, 8):
        for _ in range(more):
            make_young_person(team, worker=in_north.worker)
        with CaptureQueriesContext(connection) as queries:
            assert not drift()
        counts.append(len(queries))
    assert counts[0] == counts[1]
