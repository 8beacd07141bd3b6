"""Whether, when and where each question is asked becomes what a file says."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.platform.people.models import Person
from leavingwell.questionnaires.arranging import Arrangements, arrangements
from leavingwell.questionnaires.conditions import questions_of
from leavingwell.questionnaires.exchange.mapping import refilled, with_codes
from leavingwell.questionnaires.models import Domain, DomainArrangement, Indicator, Questionnaire
from leavingwell.questionnaires.ownership import in_this_scope, own_over_national
from leavingwell.questionnaires.services import arranging
from leavingwell.questionnaires.services.conditions import write
from leavingwell.questionnaires.services.exchanging.questions import Matched

Content = Mapping[str, Any]


def write_hidden(questionnaire: Questionnaire, matched: Matched) -> None:
    """What the file asks is shown. What it does not ask is hidden, but for core questions and the council's own.

    Conditions are looked at when all is done: in between, any of them may name what is not asked yet.
    """
    arranged, wanted = arrangements(), set(matched.found.values())
    told = {fault.question for fault in matched.left}
    for one in in_this_scope(Indicator.objects.filter(domain__questionnaire=questionnaire, retired_on=None)):
        if one in wanted:
            hide(one, arranged, hidden=False)
        elif one.code in told:
            continue
        elif one.council_id is not None:
            matched.leave(one.code, _("It is your own question, and not in the file. It stays."))
        elif one.is_core:
            matched.leave(one.code, _("It is not in the file. Core questions are asked everywhere, so it stays."))
        else:
            hide(one, arranged, hidden=True)


def hide(indicator: Indicator, arranged: Arrangements, *, hidden: bool) -> None:
    if arranged.is_hidden(indicator) != hidden:
        arranging.arrange(indicator, is_hidden=hidden)


def write_conditions(matched: Matched, content: Content, by: Person | None) -> None:
    arranged = arrangements()
    for question in questions_of(content):
        if indicator := matched.found.get(question["code"]):
            write_condition(indicator, question, arranged, matched, by)


def write_condition(
    indicator: Indicator, question: Content, arranged: Arrangements, matched: Matched, by: Person | None
) -> None:
    code, wanted = question["code"], question["show_when"]
    if indicator.is_core:
        if wanted:
            matched.leave(code, _("Core questions are asked of everybody, so its condition is left out."))
        return
    try:
        wanted = wanted and with_codes(wanted, matched.codes)
    except KeyError:
        matched.leave(code, _("Its condition names a question that is not asked here. The condition is left out."))
        return
    national = arranged.national.get(indicator.pk)
    national_condition = national.show_when if national else None
    if national_condition and not wanted:
        matched.leave(code, _("The nation asks it under a condition, which stays."))
    write(indicator, None if wanted == national_condition else wanted, by)


def write_telling(matched: Matched, content: Content, by: Person | None) -> None:
    """A council adds to the choices after which somebody is told. The nation's stay."""
    arranged = arrangements()
    for question in questions_of(content):
        indicator, wanted = matched.found.get(question["code"]), question["tell_a_person"]
        if indicator is None or indicator.council_id is not None:
            continue
        if set(indicator.tell_a_person) - set(wanted):
            matched.leave(question["code"], _("The nation has somebody told after more of its answers. That stays."))
        if set(arranged.tell_a_person(indicator)) != {*indicator.tell_a_person, *wanted}:
            arranging.tell_a_person(indicator, wanted, by)


def write_orders(questionnaire: Questionnaire, matched: Matched, content: Content) -> None:
    """Questions that the file does not know keep their places among the others."""
    arranged = arrangements()
    wanted = [matched.found[one["code"]] for one in questions_of(content) if one["code"] in matched.found]
    for code in {indicator.domain.code for indicator in wanted}:
        present = arranging.siblings(code, arranged)
        order = refilled(present, [one for one in wanted if one.domain.code == code])
        if order != present:
            arranging.write_order(order)
    write_domain_order(questionnaire, arranged, [domain["code"] for domain in content["domains"]])


def write_domain_order(questionnaire: Questionnaire, arranged: Arrangements, wanted: list[str]) -> None:
    rows = own_over_national(Domain.objects.filter(questionnaire=questionnaire), lambda row: row.code)
    present = [row.code for row in sorted(rows.values(), key=arranged.domain_place)]
    order = refilled(present, wanted)
    if order != present:
        places = [DomainArrangement(domain_code=code, order=number) for number, code in enumerate(order)]
        DomainArrangement.objects.bulk_create(
            places, update_conflicts=True, update_fields=["order"], unique_fields=["council", "domain_code"]
        )
