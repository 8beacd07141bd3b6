"""What was changed of one thing, field by field, in the words that people read: from the audit."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.questionnaires.models import Domain
from leavingwell.translations.days import with_year

MOST = 100  # entries that are read of one thing
TEAM_ONLY = frozenset(  # what the young person's own pages do not show either
    {"state", "last_contact_on", "return_reason", "quality_words", "override_reason", "category_reason"}
)
LABELS: dict[str, str | Promise] = {
    "domain": _("area of life"),
    "owners": _("who does it"),
    "worker": _("personal adviser"),
    "parts": _("what they may see"),
}


@dataclass(frozen=True)
class Change:
    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """`by` is a name of that day; empty for the system itself."""

    row: AuditEntry
    at: datetime
    by: str
    role: str
    changes: tuple[Change, ...]


def model_field(subject_type: str, name: str) -> Any:
    try:
        return apps.get_model(subject_type)._meta.get_field(name)
    except (LookupError, FieldDoesNotExist):
        return None


def label_of(field: Any, name: str) -> str:
    verbose = LABELS.get(name) or getattr(field, "verbose_name", None) or name.replace("_", " ")
    return str(verbose)


def text_of(value: Any, names: Mapping[str, Any]) -> str:
    """A value of the audit as people read it: a choice by its name, a day written out, a list with commas."""
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return ", ".join(text_of(one, names) for one in value)
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if str(value) in names:
        return str(names[str(value)])
    day = day_in(str(value))
    return with_year(day) if day else str(value)


def day_in(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:  # looks like a day and is none
        return None


def change(entry: AuditEntry, name: str, values: list[Any], areas: Mapping[str, str]) -> Change:
    field = model_field(entry.subject_type, name)
    names = areas if name == "domain" else dict(getattr(field, "choices", None) or ())
    before, after = (text_of(value, names) for value in ([*values, None, None])[:2])
    return Change(name, label_of(field, name), before, after)


def history(subject: Model, *, leave_out: Collection[str] = ()) -> list[Entry]:
    """What was changed of it, newest first, without the fields of `leave_out`."""
    areas = {domain.code: domain.title for domain in Domain.objects.all()}
    rows = AuditEntry.objects.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))
    found = []
    for row in rows.exclude(action__startswith="seen.").order_by("-at", "-pk")[:MOST]:
        told = {name: values for name, values in row.changes.items() if name not in leave_out}
        changes = tuple(change(row, name, values, areas) for name, values in told.items())
        if changes:
            found.append(Entry(row, row.at, row.actor_name, row.actor_role, changes))
    return found
