"""Everything that the editor's screen is made of: a handful of queries, however many questions there are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leavingwell.questionnaires.arranging import Arrangements, arrangements
from leavingwell.questionnaires.condition_checks import faults
from leavingwell.questionnaires.condition_words import Words
from leavingwell.questionnaires.freezing import choices_of, own_labels, question_of, shared_labels
from leavingwell.questionnaires.models import Domain, Indicator, Questionnaire, Wording
from leavingwell.questionnaires.ownership import in_this_scope, own_over_national
from leavingwell.questionnaires.services.remarks import open_remarks
from leavingwell.translations.panels import languages_in_scope

Wordings = dict[str, Wording]  # by variant


@dataclass(frozen=True)
class Loaded:
    """`national` and `own` are wordings by question and variant; `frozen` each question as it would be published."""

    questionnaires: list[Questionnaire]
    domains: dict[Any, list[Domain]]
    questions: dict[str, list[Indicator]]
    national: Mapping[Any, Wordings]
    own: Mapping[Any, Wordings]
    arranged: Arrangements
    languages: list[str]
    frozen: dict[str, dict[str, Any]]
    words: Words
    faults: Mapping[str, list[str]]
    remarks: Mapping[str, int]


def load() -> Loaded:
    arranged = arrangements()
    domains, questions = domains_by_questionnaire(arranged), questions_by_domain(arranged)
    national, own = wordings()
    frozen = freeze(questions, national, own, arranged)
    return Loaded(
        questionnaires=in_this_scope(Questionnaire.objects.order_by("name")),
        domains=domains,
        questions=questions,
        national=national,
        own=own,
        arranged=arranged,
        languages=languages_in_scope(),
        frozen=frozen,
        words=Words({"domains": [{"code": "", "questions": list(frozen.values())}]}),
        faults=faults_by_question(domains, questions, arranged, frozen),
        remarks=open_remarks(),
    )


def domains_by_questionnaire(arranged: Arrangements) -> dict[Any, list[Domain]]:
    found: dict[Any, list[Domain]] = defaultdict(list)
    chosen = own_over_national(Domain.objects.all(), lambda domain: (domain.questionnaire_id, domain.code))
    for domain in sorted(chosen.values(), key=arranged.domain_place):
        found[domain.questionnaire_id].append(domain)
    return found


def questions_by_domain(arranged: Arrangements) -> dict[str, list[Indicator]]:
    found: dict[str, list[Indicator]] = defaultdict(list)
    rows = in_this_scope(Indicator.objects.filter(retired_on=None).select_related("domain"))
    for indicator in sorted(rows, key=arranged.place):
        found[indicator.domain.code].append(indicator)
    return found


def wordings() -> tuple[Mapping[Any, Wordings], Mapping[Any, Wordings]]:
    """The nation's, and the council's own; the nation edits the nation's."""
    national: dict[Any, Wordings] = defaultdict(dict)
    own: dict[Any, Wordings] = defaultdict(dict)
    rows = Wording.objects.select_related("picture").prefetch_related("recordings__media")
    for row in in_this_scope(rows):
        (national if row.council_id is None else own)[row.indicator_id][row.variant] = row
    return national, own


def freeze(questions: Any, national: Any, own: Any, arranged: Arrangements) -> dict[str, dict[str, Any]]:
    shared, lists = shared_labels(), own_labels()
    found = {}
    for indicator in (one for rows in questions.values() for one in rows):
        words = {**national[indicator.pk], **own[indicator.pk]}
        choices = choices_of(indicator, shared, lists)
        found[indicator.code] = question_of(indicator, list(words.values()), choices, arranged)
    return found


def faults_by_question(domains: Any, questions: Any, arranged: Arrangements, frozen: Any) -> dict[str, list[str]]:
    """What publishing will refuse about the conditions."""
    found: dict[str, list[str]] = defaultdict(list)
    for areas in domains.values():
        asked = [[frozen[one.code] for one in questions[area.code] if not arranged.is_hidden(one)] for area in areas]
        for fault in faults({"domains": [{"questions": rows} for rows in asked]}):
            found[fault.question].append(str(fault.message))
    return found
