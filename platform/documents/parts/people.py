"""The people around a plan, and what each may see of it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.documents.labels import PARTS
from leavingwell.platform.documents.parts.words import Languages
from leavingwell.platform.people.models import Person, Supporter
from leavingwell.platform.plans.models import Plan
from leavingwell.questionnaires.models import Domain
from leavingwell.translations.localised import LocalizedText, localised


@dataclass(frozen=True)
class Around:
    """`parts` is empty for those who see all of the plan; `about` names a supporter's areas, none for all."""

    name: str
    is_who: Any
    phone: str = ""
    hours: str = ""
    parts: tuple[Any, ...] = ()
    about: tuple[LocalizedText, ...] = ()


def worker_of(plan: Plan) -> Person | None:
    allocation = plan.young_person.allocations.filter(ends_on=None).select_related("worker").first()
    return allocation.worker if allocation else None


def supporter(one: Supporter, titles: dict[str, LocalizedText]) -> Around:
    return Around(
        name=one.person.name,
        is_who=one.relationship,
        parts=tuple(PARTS[Supporter.Part(part)] for part in one.parts),
        about=tuple(titles[code] for code in one.domain_codes if code in titles),
    )


def people_around(plan: Plan, worker: Person | None, languages: Languages) -> list[Around]:
    manager = plan.young_person.team.manager
    found = []
    if worker:
        found.append(Around(worker.name, _("Personal adviser"), worker.phone, worker.hours))
    if manager:
        found.append(Around(manager.name, _("Team manager, who agrees the plan"), manager.phone, manager.hours))
    titles = {domain.code: localised(domain, "title", languages) for domain in Domain.objects.all()}
    supporters = plan.young_person.supporters.filter(ended_at=None).select_related("person")
    return [*found, *(supporter(one, titles) for one in supporters)]
