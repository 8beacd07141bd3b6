"""Setting how a council's pages are written."""

from typing import Any

from django.db import transaction

from leavingwell.content.models import ContentRules
from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.models import Person

NAMES = ("second_person", "checks_must_pass", "preview_address")


def values(rules: ContentRules) -> dict[str, Any]:
    return {name: getattr(rules, name) for name in NAMES}


@transaction.atomic
def set_content_rules(*, by: Person | None, **given: Any) -> ContentRules:
    """In the council whose scope is open. `given` are fields of the rules; the others stay."""
    before = values(ContentRules.objects.first() or ContentRules())
    rules, _created = ContentRules.objects.update_or_create(defaults=given)
    changes = differences(before, values(rules))
    if changes:
        record("set_content_rules", rules, by=by, changes=changes)
    return rules
