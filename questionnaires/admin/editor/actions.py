"""The buttons of the editor's screen: what each does, and the sentence that says what happened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import not_found
from leavingwell.questionnaires.models import Domain, Indicator
from leavingwell.questionnaires.ownership import own_over_national
from leavingwell.questionnaires.services import arranging
from leavingwell.questionnaires.services.rewording import keep_ours

UP, DOWN = -1, 1


@dataclass(frozen=True)
class Press:
    """A button that was pressed: by whom, and with what chosen beside it."""

    by: Person | None
    form: QueryDict


def move_question(indicator: Indicator, step: int, press: Press) -> str:
    placed = arranging.move_question(indicator, step, press.by)
    area = own_over_national(Domain.objects.filter(code=indicator.domain.code), lambda row: row.code)
    told = {
        "code": indicator.code,
        "number": placed.number,
        "total": placed.total,
        "area": area[indicator.domain.code].name,
    }
    if not placed.has_moved:
        return _("%(code)s stays where it is: number %(number)s of %(total)s in %(area)s.") % told
    return _("%(code)s is now number %(number)s of %(total)s in %(area)s.") % told


def hide(indicator: Indicator, press: Press) -> str:
    arranging.set_hidden(indicator, True, press.by)
    return _("%s is hidden. Once you publish, it is not asked any more.") % indicator.code


def show(indicator: Indicator, press: Press) -> str:
    arranging.set_hidden(indicator, False, press.by)
    return _("%s is shown again. Once you publish, it is asked.") % indicator.code


def back(indicator: Indicator, press: Press) -> str:
    arranging.go_back_to_national(indicator, press.by)
    return _("%s is as the nation has it. It counts once you publish.") % indicator.code


def seen(indicator: Indicator, press: Press) -> str:
    keep_ours(indicator, press.by)
    return _("Noted: you have seen the new national words of %s, and keep yours.") % indicator.code


def tell(indicator: Indicator, press: Press) -> str:
    arranging.tell_a_person(indicator, press.form.getlist(f"tell-{indicator.code}"), press.by)
    return _("Saved for %s: after which answers a worker is told.") % indicator.code


QUESTION_ACTIONS: dict[str, Callable[[Indicator, Press], str]] = {
    "up": lambda indicator, press: move_question(indicator, UP, press),
    "down": lambda indicator, press: move_question(indicator, DOWN, press),
    "hide": hide,
    "show": show,
    "back": back,
    "seen": seen,
    "tell": tell,
}
AREA_ACTIONS = {"area-up": UP, "area-down": DOWN}


def move_area(code: str, step: int, press: Press) -> str:
    """Raises NOT_FOUND for an area that is not there."""
    rows: Any = Domain.objects.filter(code=code) if "\0" not in code else []
    found = own_over_national(rows, lambda row: row.code)
    if code not in found:
        raise not_found("area")
    placed = arranging.move_domain(found[code], step, press.by)
    told = {"area": found[code].name, "number": placed.number, "total": placed.total}
    return _("%(area)s is now number %(number)s of %(total)s areas.") % told


def do(name: str, code: str, press: Press) -> str:
    """Does what the button says. Raises `Problems`: NOT_FOUND for what is not there, and what the services say."""
    if name in AREA_ACTIONS:
        return move_area(code, AREA_ACTIONS[name], press)
    if name not in QUESTION_ACTIONS:
        raise not_found("do")
    return QUESTION_ACTIONS[name](arranging.indicator_of(code), press)
