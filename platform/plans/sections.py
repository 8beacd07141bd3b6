"""The sections of a plan to which a manager can point: a closed list, with the areas of the questionnaire."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.plans.models import PlanMatter
from leavingwell.platform.problems import Message
from leavingwell.questionnaires.models import Domain

WHOLE = ""
MATTER = "matter-"
PARTS: dict[str, Message] = {
    WHOLE: _("The whole plan"),
    "young_person_part": _("The young person's part"),
    "worker_part": _("The worker's part"),
    "goals": _("Goals"),
    "actions": _("The to-do list"),
    "home": _("Home, and whether it is suitable"),
}
MATTERS: dict[str, Message] = {f"{MATTER}{matter.value}": matter.label for matter in PlanMatter.Matter}


class Group(Enum):
    PART = "PART"
    AREA = "AREA"
    MATTER = "MATTER"


@dataclass(frozen=True)
class Section:
    """`domain` is there for a section that is an area of the questionnaire; its title is that of the area."""

    code: str
    title: Message
    group: Group
    domain: Domain | None = None


def is_section(code: str) -> bool:
    return code in PARTS or code in MATTERS or Domain.objects.filter(code=code).exists()


def sections() -> list[Section]:
    """All of them, in the order of a plan. One query."""
    parts = [Section(code, title, Group.PART) for code, title in PARTS.items()]
    areas = [Section(domain.code, domain.title, Group.AREA, domain) for domain in Domain.objects.order_by("order")]
    return [*parts, *areas, *(Section(code, title, Group.MATTER) for code, title in MATTERS.items())]
