"""A council's changes to whether and where it asks each question. Every one is on record.

All raise WRONG_STATE in the national scope: the nation edits its own rows. Hiding, moving and going back raise INVALID
where the condition of any question would no longer make sense.
"""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid, not_found, wrong_state
from leavingwell.questionnaires.arranging import Arrangements, arrangements
from leavingwell.questionnaires.kinds import CHOICE_CODES
from leavingwell.questionnaires.models import (
    Choice,
    Domain,
    DomainArrangement,
    Indicator,
    QuestionArrangement,
    Wording,
)
from leavingwell.questionnaires.ownership import in_this_scope, own_over_national
from leavingwell.questionnaires.services.condition_guard import conditions_stay_whole
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.localised import texts_of

ONLY_COUNCILS = _("Only a council arranges the questions. The nation edits its own.")
CORE_STAYS = _("Core questions are asked everywhere, so they cannot be hidden. You can reword and move them.")
NOTHING_NATIONAL = _("There are no national words behind this question.")


@dataclass(frozen=True)
class Placed:
    """Where it stands now among the `total` of its area or its questionnaire; `number` counts from 1."""

    number: int
    total: int
    has_moved: bool


def lock() -> None:
    """One change of arrangement at a time in a council, so that two editors never leave half of each."""
    if not scope.current():
        raise wrong_state(ONLY_COUNCILS)
    Council.objects.select_for_update(no_key=True).get(pk=scope.current_council_id())


def indicator_of(code: str) -> Indicator:
    """The question of this code that the council can ask: its own, else the nation's. Raises NOT_FOUND."""
    if "\0" in code:
        raise not_found("question")
    rows = Indicator.objects.select_related("domain__questionnaire").filter(code=code, retired_on=None)
    found = own_over_national(rows, lambda row: row.code)
    if code not in found:
        raise not_found("question")
    question: Indicator = found[code]
    return question


def siblings(domain_code: str, arranged: Arrangements) -> list[Indicator]:
    """Every question of an area that is not retired, hidden ones too, in the order of asking."""
    rows = Indicator.objects.select_related("domain").filter(domain__code=domain_code, retired_on=None)
    return sorted(in_this_scope(rows), key=arranged.place)


def usual_place(indicator: Indicator) -> tuple[bool, int]:
    return indicator.council_id is not None, indicator.order


def arrange(indicator: Indicator, **fields: Any) -> None:
    QuestionArrangement.objects.update_or_create(
        council_id=scope.current_council_id(), indicator=indicator, defaults=fields
    )


def write_order(questions: list[Indicator]) -> None:
    """Numbers a whole area; the usual order needs no numbers."""
    is_usual = questions == sorted(questions, key=usual_place)
    rows = [
        QuestionArrangement(indicator=question, order=None if is_usual else number)
        for number, question in enumerate(questions)
    ]
    QuestionArrangement.objects.bulk_create(
        rows, update_conflicts=True, update_fields=["order"], unique_fields=["council", "indicator"]
    )


def swapped(rows: list[Any], at: int, step: int) -> bool:
    """Moves one a step up (-1) or down (1), in place. False at the end of the list."""
    to = at + step
    if not 0 <= to < len(rows):
        return False
    rows[at], rows[to] = rows[to], rows[at]
    return True


@transaction.atomic
def set_hidden(indicator: Indicator, hidden: bool, by: Person | None) -> None:
    """Raises WRONG_STATE for a core question, and where it is so already."""
    lock()
    if indicator.is_core:
        raise wrong_state(CORE_STAYS)
    if arrangements().is_hidden(indicator) == hidden:
        raise wrong_state(_("It is hidden already.") if hidden else _("It is shown already."))
    with conditions_stay_whole(indicator.domain.questionnaire):
        arrange(indicator, is_hidden=hidden)
    action = "question.hidden" if hidden else "question.shown"
    record(action, indicator, by=by, changes={"hidden": [not hidden, hidden]})


@transaction.atomic
def move_question(indicator: Indicator, step: int, by: Person | None) -> Placed:
    """One place up (`step` -1) or down (1) inside its area. At the end of the area nothing happens."""
    lock()
    questions = siblings(indicator.domain.code, arrangements())
    at = questions.index(indicator)
    if not swapped(questions, at, step):
        return Placed(at + 1, len(questions), has_moved=False)
    with conditions_stay_whole(indicator.domain.questionnaire):
        write_order(questions)
    record("question.moved", indicator, by=by, changes={"place": [at + 1, at + step + 1]})
    return Placed(at + step + 1, len(questions), has_moved=True)


@transaction.atomic
def move_domain(domain: Domain, step: int, by: Person | None) -> Placed:
    """One place up or down among the areas of its questionnaire."""
    lock()
    arranged = arrangements()
    chosen = own_over_national(Domain.objects.filter(questionnaire=domain.questionnaire_id), lambda row: row.code)
    domains = sorted(chosen.values(), key=arranged.domain_place)
    at = [row.code for row in domains].index(domain.code)
    if not swapped(domains, at, step):
        return Placed(at + 1, len(domains), has_moved=False)
    rows = [DomainArrangement(domain_code=row.code, order=number) for number, row in enumerate(domains)]
    with conditions_stay_whole(domain.questionnaire):
        DomainArrangement.objects.bulk_create(
            rows, update_conflicts=True, update_fields=["order"], unique_fields=["council", "domain_code"]
        )
    record("area.moved", domain, by=by, changes={"place": [at + 1, at + step + 1]})
    return Placed(at + step + 1, len(domains), has_moved=True)


@transaction.atomic
def go_back_to_national(indicator: Indicator, by: Person | None) -> None:
    """Gives up the council's words in every variant, its place, condition and additions.

    Raises WRONG_STATE for a question that is the council's own.
    """
    lock()
    if indicator.council_id is not None:
        raise wrong_state(NOTHING_NATIONAL)
    own = Wording.objects.filter(council__isnull=False, indicator=indicator)
    given_up = {wording.variant: [dict(texts_of(wording, "text")).get(SOURCE), None] for wording in own}
    own.delete()
    with conditions_stay_whole(indicator.domain.questionnaire):
        write_order(at_usual_place(indicator, siblings(indicator.domain.code, arrangements())))
        arrange(indicator, is_hidden=False, show_when=None, tell_a_person=[])
    record("question.back_to_national", indicator, by=by, changes=given_up)


def at_usual_place(indicator: Indicator, questions: list[Indicator]) -> list[Indicator]:
    """The questions with this one before the first that the nation asks after it."""
    others = [question for question in questions if question != indicator]
    later = (at for at, one in enumerate(others) if usual_place(one) > usual_place(indicator))
    at = next(later, len(others))
    return [*others[:at], indicator, *others[at:]]


def choice_codes(indicator: Indicator) -> list[str]:
    own = Choice.objects.filter(indicator=indicator).order_by("order").values_list("code", flat=True)
    return list(dict.fromkeys(CHOICE_CODES.get(indicator.answer_type) or own))


@transaction.atomic
def tell_a_person(indicator: Indicator, choices: list[str], by: Person | None) -> None:
    """The choices after which a worker is told the same day. The nation's stay, whatever is chosen.

    Raises INVALID for what is no choice of the question.
    """
    lock()
    if unknown := [choice for choice in choices if choice not in choice_codes(indicator)]:
        raise invalid(_("This question has no choice %s.") % ", ".join(unknown), "tellAPerson")
    before = arrangements().tell_a_person(indicator)
    arrange(indicator, tell_a_person=[choice for choice in choices if choice not in indicator.tell_a_person])
    after = list(dict.fromkeys((*indicator.tell_a_person, *choices)))
    record("question.tells_a_person", indicator, by=by, changes={"tell_a_person": [before, after]})
