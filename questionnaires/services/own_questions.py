"""A council's own questions: adding, changing, retiring them. They are never core and have no points."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problem, ProblemCode, Problems, not_found, wrong_state
from leavingwell.questionnaires import own_question
from leavingwell.questionnaires.kinds import OWN_CHOICES, AnswerType
from leavingwell.questionnaires.models import Choice, Domain, Indicator
from leavingwell.questionnaires.own_question import OwnQuestion
from leavingwell.questionnaires.services.arranging import lock
from leavingwell.questionnaires.services.codes import next_code
from leavingwell.questionnaires.services.condition_guard import conditions_stay_whole
from leavingwell.questionnaires.services.own_words import changed, snapshot, write_choices, write_words
from leavingwell.questionnaires.services.published import Published, published


def own_question_of(code: str) -> Indicator:
    """The council's own question of this code, retired or not. Raises NOT_FOUND."""
    rows = Indicator.objects.filter(council_id=scope.current_council_id())
    found = rows.select_related("domain__questionnaire").filter(code=code).first() if "\0" not in code else None
    if found is None:
        raise not_found("question")
    return found


def domain_of(code: str) -> Domain:
    found = Domain.objects.select_related("questionnaire").filter(council=None, code=code).first()
    if found is None:
        raise not_found("domain")
    return found


@transaction.atomic
def add_question(domain_code: str, question: OwnQuestion, by: Person | None, adopted_from: str = "") -> Indicator:
    """The question gets the next code of its area. Raises NOT_FOUND for the area, else a problem for each fault."""
    lock()
    domain = domain_of(domain_code)
    if problems := list(own_question.faults(question)):
        raise Problems(problems)
    indicator = created(domain, question, adopted_from)
    write_words(indicator, question.words)
    write_choices(indicator, question.choices)
    record("question.added", indicator, by=by, changes=changed({}, snapshot(indicator)))
    return indicator


def created(domain: Domain, question: OwnQuestion, adopted_from: str = "") -> Indicator:
    """Without words or choices yet. The council has to be locked."""
    council = Council.objects.get(pk=scope.current_council_id())
    code = next_code(council, domain.code)
    values = {**rules_of(question), "is_core": False, "adopted_from": adopted_from}
    return Indicator.objects.create(domain=domain, code=code, order=int(code.rpartition("-")[2]), **values)


def rules_of(question: OwnQuestion) -> dict[str, Any]:
    return {
        "answer_type": question.answer_type,
        "level": question.level,
        "least": question.least,
        "most": question.most,
        "tell_a_person": list(question.tells),
    }


def choice_codes(indicator: Indicator) -> list[str]:
    return list(dict.fromkeys(Choice.objects.filter(indicator=indicator).values_list("code", flat=True)))


def locked_faults(question: OwnQuestion, before: Published) -> list[Problem]:
    """What was published keeps its meaning: answers name it."""
    if before.answer_type and before.answer_type != question.answer_type:
        label = AnswerType(before.answer_type).label
        words = _("This was published as “%s”, and answers say so. To ask in another way, retire it and add a new one.")
        return [Problem(ProblemCode.WRONG_STATE, words % label, "answerType")]
    if question.answer_type not in OWN_CHOICES:
        return []
    gone = sorted(before.choices - {choice.code for choice in question.choices})
    words = _("The choice %s was published, and answers name it, so it stays. You can change its words.")
    return [Problem(ProblemCode.WRONG_STATE, words % code, "choices") for code in gone]


@transaction.atomic
def change_question(indicator: Indicator, question: OwnQuestion, by: Person | None) -> None:
    """Its words at any time; how it is answered, and what it can be answered with, until it was ever published.

    New choices may be added always. Raises a problem for each fault; WRONG_STATE for what publishing has locked.
    """
    lock()
    problems = list(own_question.faults(question, frozenset(choice_codes(indicator))))
    problems += locked_faults(question, published(indicator.code))
    if problems:
        raise Problems(problems)
    before = snapshot(indicator)
    with conditions_stay_whole(indicator.domain.questionnaire, "choices"):
        for name, value in rules_of(question).items():
            setattr(indicator, name, value)
        indicator.save()
        write_words(indicator, question.words)
        write_choices(indicator, question.choices)
    if changes := changed(before, snapshot(indicator)):
        record("question.changed", indicator, by=by, changes=changes)


@transaction.atomic
def retire(indicator: Indicator, by: Person | None) -> None:
    """It is asked no more from the next publishing on. Nothing is deleted, and earlier answers keep it.

    Raises WRONG_STATE where it is retired already, INVALID while another question's condition depends on it.
    """
    lock()
    if indicator.retired_on:
        raise wrong_state(_("It is retired already."))
    set_retired(indicator, timezone.localdate())
    record("question.retired", indicator, by=by, changes={"retired_on": [None, str(indicator.retired_on)]})


@transaction.atomic
def bring_back(indicator: Indicator, by: Person | None) -> None:
    """Raises WRONG_STATE where it is asked, INVALID while its own condition names what is not asked any more."""
    lock()
    if not indicator.retired_on:
        raise wrong_state(_("It is not retired."))
    before = str(indicator.retired_on)
    set_retired(indicator, None)
    record("question.brought_back", indicator, by=by, changes={"retired_on": [before, None]})


def set_retired(indicator: Indicator, day: Any) -> None:
    with conditions_stay_whole(indicator.domain.questionnaire):
        indicator.retired_on = day
        indicator.save(update_fields=["retired_on"])
