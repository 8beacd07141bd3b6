"""Which question here is meant by each of a file's, and the council's own questions that have to be made for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.questionnaires.condition_checks import Fault
from leavingwell.questionnaires.conditions import questions_of
from leavingwell.questionnaires.exchange.mapping import identities
from leavingwell.questionnaires.exchange.own import own_question_of
from leavingwell.questionnaires.kinds import OWN_CHOICES, Variant
from leavingwell.questionnaires.models import Choice, Domain, Indicator, Questionnaire
from leavingwell.questionnaires.services.arranging import arrange
from leavingwell.questionnaires.services.own_questions import created, locked_faults, rules_of
from leavingwell.questionnaires.services.own_words import write_label
from leavingwell.questionnaires.services.published import published

Question = Mapping[str, Any]


@dataclass
class Matched:
    """The questions here, by their codes in the file, and in words what was left alone."""

    found: dict[str, Indicator] = field(default_factory=dict)
    left: list[Fault] = field(default_factory=list)

    @property
    def codes(self) -> dict[str, str]:
        return {code: indicator.code for code, indicator in self.found.items()}

    def leave(self, code: str, message: str) -> None:
        self.left.append(Fault(code, message))


class Matching:
    """Reads the questions of the scope once."""

    def __init__(self, questionnaire: Questionnaire, document: Mapping[str, Any]) -> None:
        self.document, self.matched = document, Matched()
        asked = Indicator.objects.filter(domain__questionnaire=questionnaire)
        rows = list(asked.select_related("domain__questionnaire"))
        self.national = {row.code: row for row in rows if row.council_id is None}
        mine = [row for row in rows if row.council_id is not None]
        slug = Council.objects.values_list("slug", flat=True).get(pk=scope.current_council_id())
        self.own = {f"{slug}:{row.code}": row for row in mine} | {row.adopted_from: row for row in mine}
        areas = Domain.objects.select_related("questionnaire").filter(council=None, questionnaire=questionnaire)
        self.domains = {domain.code: domain for domain in areas}

    def match(self) -> Matched:
        for domain in self.document["content"]["domains"]:
            for question in domain["questions"]:
                own = question["is_own"]
                here = self.own_here(domain["code"], question) if own else self.national_here(question)
                if here and here not in self.matched.found.values():
                    self.matched.found[question["code"]] = here
        return self.matched

    def national_here(self, question: Question) -> Indicator | None:
        found = self.national.get(question["code"])
        if found is None or found.retired_on:
            self.matched.leave(question["code"], _("The nation does not ask this here. It is left out."))
        elif found.answer_type != question["answer_type"]:
            self.matched.leave(question["code"], _("It is answered in another way here. It stays as it is."))
        else:
            return found
        return None

    def own_here(self, domain_code: str, question: Question) -> Indicator | None:
        code = question["code"]
        known = next((self.own[name] for name in identities(self.document, code) if name in self.own), None)
        if known is None and domain_code not in self.domains:
            self.matched.leave(code, _("Its area of life is not known here. It is left out."))
        elif known is None:
            return self.adopt(domain_code, question)
        elif known.retired_on:
            self.matched.leave(code, _("You have it as %s, and retired it. It stays retired.") % known.code)
        elif message := locked_message(known, question):
            self.matched.leave(code, message)
        else:
            write_rules(known, question)
            return known
        return None

    def adopt(self, domain_code: str, question: Question) -> Indicator:
        source = next(identities(self.document, question["code"]), "")
        indicator = created(self.domains[domain_code], own_question_of(question), source)
        write_rules(indicator, question)
        return indicator


def locked_message(indicator: Indicator, question: Question) -> str:
    """Why it has to stay as it is; empty when it has not."""
    problems = locked_faults(own_question_of(question), published(indicator.code))
    return " ".join(str(problem.message) for problem in problems)


def write_rules(indicator: Indicator, question: Question) -> None:
    wanted = {**rules_of(own_question_of(question)), "tell_a_person": list(question["tell_a_person"])}
    if any(getattr(indicator, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(indicator, name, value)
        indicator.save()
        arrange(indicator, tell_a_person=[])


def write_lists(matched: Matched, content: Mapping[str, Any], languages: Sequence[str]) -> None:
    """The choices of the questions that bring their own list, exactly as the file has them."""
    for question in questions_of(content):
        if question["code"] in matched.found and question["answer_type"] in OWN_CHOICES:
            write_list(matched.found[question["code"]], question["choices"], languages)


def write_list(indicator: Indicator, choices: Sequence[Mapping[str, Any]], languages: Sequence[str]) -> None:
    wanted = {
        (choice["code"], variant): (order, labels)
        for order, choice in enumerate(choices)
        for variant, labels in {Variant.STANDARD.value: choice["label"], **choice["labels"]}.items()
    }
    for row in Choice.objects.filter(indicator=indicator):
        if (row.code, row.variant) not in wanted:
            row.delete()
    for (code, variant), (order, labels) in wanted.items():
        write_label(indicator, code, variant, {one: labels.get(one, "") for one in languages}, order)
