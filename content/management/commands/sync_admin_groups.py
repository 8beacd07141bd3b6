from typing import Any

from django.core.management import BaseCommand

from leavingwell.content.services.admin_groups import (
    COUNCIL_RULES,
    NATIONAL_RULES,
    sync_groups,
    sync_national_groups,
)
from leavingwell.content.services.staff import put_in_groups
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope
from leavingwell.platform.people.models import Person


class Command(BaseCommand):
    help = "Gives every editing role its rights in the admin, as written in the rules. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        sync_national_groups()
        for council in Council.objects.all():
            sync_groups(council)
        with national_scope("put staff in the groups of their roles"):
            for person in Person.objects.filter(role__in=[*COUNCIL_RULES, *NATIONAL_RULES]).select_related("user"):
                put_in_groups(person)
        self.stdout.write("Rights in the admin are as the rules say.")
